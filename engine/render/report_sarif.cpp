#include "engine/render/report_sarif.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "engine/render/diagnostics.h"
#include "engine/render/report.h"
#include "engine/render/report_findings.h"
#include "inforce/inforce.h"

namespace inforce::render_report {

namespace {

using Json = nlohmann::ordered_json;
using RuleIndex = std::map<Code, std::size_t>;

/// Code scanning takes no file with more results in a run.
constexpr std::size_t most_results = 25000;
constexpr std::size_t longest_description = 1024;

/// What the first digit of a code says of it.
std::string_view stage_of(Code code) {
  constexpr std::string_view stages[] = {"files",    "fields",    "languages", "names",  "dates",
                                         "timeline", "questions", "settings",  "advice", "advice"};
  return stages[std::min<std::size_t>(code.number / 100U, 9)];
}

std::string_view weight_of(Severity severity) {
  return severity == Severity::note ? "recommendation" : word_for(severity);
}

/// Errors follow from what is written; what is only doubted may be meant so.
std::string_view precision_of(Severity severity) { return severity == Severity::error ? "very-high" : "high"; }

Json rule_of(Code code, const ReportSetting& setting) {
  const CodeInfo& info = info_of(code);
  const CodePage page = code_page(info.page);
  const auto title = sentence(info.title);
  const auto intro = page.intro.empty() ? title : page.intro;
  Json rule;
  rule["id"] = to_string(code);
  rule["name"] = info.name;
  rule["shortDescription"]["text"] = title;
  rule["fullDescription"]["text"] = shortened(intro, longest_description);
  rule["help"]["text"] =
      intro + (page.why.empty() ? "" : "\n\n" + page.why) + "\n\nMore: inforce explain " + to_string(code);
  rule["help"]["markdown"] = page.all.empty() ? title : std::string(page.all);
  const auto address = page_address(code, setting.pages);
  if (!address.empty()) rule["helpUri"] = address;
  rule["defaultConfiguration"]["level"] = word_for(info.severity);
  rule["properties"]["tags"] = {"rules", stage_of(code)};
  rule["properties"]["precision"] = precision_of(info.severity);
  rule["properties"]["problem.severity"] = weight_of(info.severity);
  return rule;
}

Json json_of(const Region& region) {
  return {{"startLine", region.line},
          {"startColumn", region.column},
          {"endLine", region.end_line},
          {"endColumn", region.end_column}};
}

/// Relative paths count from the top of the repository; what lies outside of it does not.
Json artifact_of(const std::string& path) {
  Json artifact;
  artifact["uri"] = uri_of(path);
  if (path.front() != '/' && path.substr(0, 2) != "..") artifact["uriBaseId"] = "%SRCROOT%";
  return artifact;
}

Json location_of(const std::string& path, const Region& region) {
  Json location;
  location["physicalLocation"]["artifactLocation"] = artifact_of(path);
  location["physicalLocation"]["region"] = json_of(region);
  return location;
}

class Writer {
 public:
  Writer(const CheckReport& report, const Sources& sources, const ReportSetting& setting)
      : report_(report), sources_(sources), setting_(setting) {}

  [[nodiscard]] Json result(const Entry& entry, const RuleIndex& rules) const {
    const Diagnostic& one = *entry.diagnostic;
    Json result;
    result["ruleId"] = to_string(one.code);
    result["ruleIndex"] = rules.at(one.code);
    result["level"] = word_for(one.severity);
    result["message"]["text"] = sentences_of(one);
    // What has no place is shown at the beginning of a file: a result without one makes the whole report invalid.
    const auto region = one.primary ? shown(one.primary->span) : Region{1, 1, 1, 2};
    result["locations"] = Json::array({location_of(path_of(one, report_, sources_, setting_), region)});
    result["partialFingerprints"]["primaryLocationLineHash"] = entry.fingerprint;
    add_related(result, one);
    result["suppressions"] = suppressions(entry.suppressed);
    if (one.fix && !one.fix->edits.empty()) result["fixes"] = Json::array({fix(*one.fix)});
    return result;
  }

 private:
  [[nodiscard]] Region shown(Span span) const { return region_of(shown_span(span, sources_), sources_); }

  [[nodiscard]] std::string path(FileId file) const { return path_of(sources_.path(file), setting_); }

  void add_related(Json& result, const Diagnostic& one) const {
    for (const Label& label : one.related) {
      auto location = location_of(path(label.span.file), shown(label.span));
      location["id"] = result["relatedLocations"].size() + 1;
      location["message"]["text"] = label.words.empty() ? "See also here." : sentence(label.words);
      result["relatedLocations"].push_back(std::move(location));
    }
  }

  [[nodiscard]] static Json suppressions(const Suppressed* suppressed) {
    if (suppressed == nullptr) return Json::array();
    Json one;
    one["kind"] = suppressed->where == Suppressed::Where::in_source ? "inSource" : "external";
    one["status"] = "accepted";
    one["justification"] = justification(*suppressed);
    return Json::array({std::move(one)});
  }

  [[nodiscard]] Json fix(const Fix& fix) const {
    Json change;
    change["artifactLocation"] = artifact_of(path(fix.edits.front().span.file));
    change["replacements"] = Json::array();
    for (const Edit& edit : fix.edits) {
      Json replacement;
      replacement["deletedRegion"] = json_of(region_of(edit.span, sources_));
      if (!edit.text.empty()) replacement["insertedContent"]["text"] = edit.text;
      change["replacements"].push_back(std::move(replacement));
    }
    return {{"description", {{"text", sentence(fix.title)}}}, {"artifactChanges", Json::array({std::move(change)})}};
  }

  const CheckReport& report_;
  const Sources& sources_;
  const ReportSetting& setting_;
};

/// The mildest are cut, and among them the last; what is suppressed before all others.
std::size_t cut(std::vector<Entry>& entries) {
  if (entries.size() <= most_results) return 0;
  const auto weight = [](const Entry& entry) {
    return std::pair(entry.suppressed != nullptr, entry.diagnostic->severity);
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const Entry& a, const Entry& b) { return weight(a) < weight(b); });
  const auto count = entries.size() - most_results;
  entries.resize(most_results);
  return count;
}

Json invocation(std::size_t left_out) {
  Json one;
  one["executionSuccessful"] = true;
  if (left_out == 0) return one;
  Json notification;
  notification["level"] = "warning";
  notification["message"]["text"] = "Left out are " + std::to_string(left_out) +
                                    " of the mildest findings: " + std::to_string(most_results) +
                                    " are the most that code scanning takes.";
  one["toolExecutionNotifications"] = Json::array({std::move(notification)});
  return one;
}

/// The part before the last slash tells analyses of one repository apart: one of other roots does not replace this one.
std::string category(const ReportSetting& setting) {
  if (setting.roots.size() != 1) return "inforce/check/";
  const auto root = path_of(setting.roots.front(), setting);
  return root == "." ? "inforce/check/" : "inforce/check/" + root + "/";
}

Json driver(const RuleIndex& rules, const ReportSetting& setting) {
  Json driver;
  driver["name"] = "inforce";
  driver["version"] = version();
  driver["semanticVersion"] = version();
  if (!setting.pages.empty()) driver["informationUri"] = setting.pages;
  driver["rules"] = Json::array();
  for (const auto& [code, index] : rules) driver["rules"].push_back(rule_of(code, setting));
  return driver;
}

}  // namespace

std::string sarif(const CheckReport& report, const Sources& sources, const ReportSetting& setting) {
  auto entries = entries_of(report.found, report.suppressed, sources, setting);
  const auto left_out = cut(entries);
  RuleIndex rules;
  for (const auto& entry : entries) rules[entry.diagnostic->code];
  std::size_t next = 0;
  for (auto& [code, index] : rules) index = next++;
  Json run;
  run["tool"]["driver"] = driver(rules, setting);
  run["automationDetails"]["id"] = category(setting);
  run["originalUriBaseIds"]["%SRCROOT%"]["description"]["text"] = "The top of the repository.";
  run["columnKind"] = "unicodeCodePoints";
  run["invocations"] = Json::array({invocation(left_out)});
  run["results"] = Json::array();
  const Writer writer(report, sources, setting);
  for (const auto& entry : entries) run["results"].push_back(writer.result(entry, rules));
  Json log;
  log["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_report
