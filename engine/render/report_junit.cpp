#include <map>
#include <set>
#include <tuple>

#include "engine/render/diagnostics.h"
#include "engine/render/junit.h"
#include "engine/render/report.h"
#include "engine/render/report_findings.h"

namespace inforce::render_report {

namespace {

using render_junit::Case;

/// The findings of one code in one file, those that count and those that do not apart.
using Key = std::tuple<std::string, Code, bool>;
using Alike = std::vector<const Entry*>;

std::string place_of(const Diagnostic& one, const Sources& sources, const std::string& path) {
  if (!one.primary) return path;
  const auto region = region_of(one.primary->span, sources);
  return path + ":" + std::to_string(region.line) + ":" + std::to_string(region.column);
}

std::string message_of(const Alike& alike, const Sources& sources, const std::string& path) {
  const Diagnostic& first = *alike.front()->diagnostic;
  auto text = place_of(first, sources, path) + ": " + first.message;
  if (alike.size() > 1) text += " (and " + std::to_string(alike.size() - 1) + " more)";
  return text;
}

std::string reasons_of(const Alike& alike) {
  std::set<std::string> reasons;
  for (const auto* entry : alike) reasons.insert(justification(*entry->suppressed));
  std::string text;
  for (const auto& reason : reasons) text += (text.empty() ? "" : "; ") + reason;
  return text;
}

/// What fails the gate is told as a failure, in the words of the text report; what does not, as output.
Case case_of(Code code, const Alike& alike, const std::string& path, const Sources& sources, Severity gate) {
  Case one;
  one.name = to_string(code) + " " + std::string(info_of(code).title);
  Severity worst = Severity::note;
  std::vector<Diagnostic> found;
  for (const auto* entry : alike) {
    found.push_back(*entry->diagnostic);
    worst = std::min(worst, entry->diagnostic->severity);
  }
  one.text = "\n" + render_text::diagnostics_text(found, sources, Style{});
  if (alike.front()->suppressed != nullptr) {
    one.name += " (suppressed)";
    one.outcome = Case::Outcome::skipped;
    one.message = reasons_of(alike);
  } else if (worst <= gate) {
    one.outcome = Case::Outcome::failed;
    one.type = word_for(worst);
    one.message = message_of(alike, sources, path);
  }
  return one;
}

}  // namespace

std::string junit(const CheckReport& report, const Sources& sources, const ReportSetting& setting) {
  const auto entries = entries_of(report.found, report.suppressed, sources, setting);
  std::map<std::string, render_junit::Suite> suites;
  for (const auto& file : report.files) suites[path_of(file, setting)];
  std::map<Key, Alike> groups;
  for (const auto& entry : entries) {
    const auto path = path_of(*entry.diagnostic, report, sources, setting);
    groups[{path, entry.diagnostic->code, entry.suppressed != nullptr}].push_back(&entry);
  }
  for (const auto& [key, alike] : groups) {
    const auto& path = std::get<std::string>(key);
    suites[path].cases.push_back(case_of(std::get<Code>(key), alike, path, sources, setting.gate));
  }
  std::vector<render_junit::Suite> all;
  for (auto& [path, suite] : suites) {
    suite.file = path;
    if (suite.cases.empty()) suite.cases.push_back({"no findings", Case::Outcome::passed, {}, {}, {}});
    all.push_back(std::move(suite));
  }
  return render_junit::junit_text("inforce check", all);
}

}  // namespace inforce::render_report
