#include "inforce/check.h"

#include <algorithm>

#include "engine/lint/fixes.h"
#include "engine/lint/judgement.h"
#include "engine/lint/lints.h"

namespace inforce {
namespace {

void compile_and_doubt(const Rulebook& rules, std::optional<Date> today, CheckReport& report) {
  auto timeline = compile(rules);
  report.found.insert(report.found.end(), timeline.diagnostics().begin(), timeline.diagnostics().end());
  const timeline::Compiled* compiled = timeline ? &timeline->compiled() : nullptr;
  lint::run_lints({rules.model(), compiled, today}, report.found);
  if (timeline) report.timeline = std::move(timeline).value();
}

}  // namespace

std::size_t CheckReport::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
}

CheckReport check(const FileReader& files, std::span<const std::string> roots, const CheckSettings& settings,
                  Sources& sources) {
  CheckReport report;
  const std::size_t before = sources.size();
  const auto rules = load(files, roots, sources);
  std::vector<FileId> read;
  for (std::size_t i = before; i < sources.size(); ++i) {
    read.push_back({static_cast<std::uint32_t>(i)});
    report.files.emplace_back(sources.path(read.back()));
  }
  report.found = rules.diagnostics();
  if (rules) compile_and_doubt(*rules, settings.today, report);
  lint::offer_words(report.found, sources);
  lint::judge(report, read, roots, settings, sources);
  return report;
}

}  // namespace inforce
