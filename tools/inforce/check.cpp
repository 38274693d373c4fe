#include <algorithm>

#include "tools/inforce/check_output.h"
#include "tools/inforce/check_settings.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

bool holds_report(const std::string& path) {
  const auto name = path.substr(path.find_last_of('/') + 1);
  return name == "timeline.yaml" || name == "timeline.yml" || name.ends_with(".timeline.yaml") ||
         name.ends_with(".timeline.yml");
}

/// The named paths; where definitions of reports are below them, also the rules that these rest on.
std::vector<std::string> roots_of_check(const Arguments& arguments, const Environment& environment) {
  if (arguments.words.empty()) return rule_roots(arguments, environment);
  auto roots = arguments.words;
  const bool reports = std::any_of(roots.begin(), roots.end(), [&](const auto& root) {
    const auto paths = environment.files.list(root).paths;
    return std::any_of(paths.begin(), paths.end(), holds_report);
  });
  if (!reports && !arguments.has("--rules")) return roots;
  for (const auto& root : rule_roots(arguments, environment)) roots.push_back(root);
  return roots;
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto settings = check_settings(arguments, environment);
  const auto outputs = report_outputs(arguments, environment);
  if (!settings || !outputs) return no_answer;
  const auto roots = roots_of_check(arguments, environment);
  Sources sources;
  const auto report = check(environment.files, roots, *settings, sources);
  const int status = write_report(report, sources, {*outputs, roots}, arguments, environment);
  if (status != answered) return status;
  return report.count(Severity::error) > 0 ? gate_closed : answered;
}

}  // namespace

const Command& check_command() {
  static const std::string notes =
      "Definitions of reports (timeline.yaml, *.timeline.yaml) are checked with the rules that they rest on:\n"
      "those of --rules, else the default ones.\n\n" +
      std::string(report_notes());
  static const Command command{
      "check",
      "[PATH]... [OPTION]...",
      "validates rule files",
      {output_formats_option()},
      0,
      1000000,
      {"inforce check", "inforce check rules/ --json", "inforce check draft.yaml --format concise",
       "inforce check --format github --output sarif=inforce.sarif"},
      carry_out,
      nullptr,
      notes,
      report_words()};
  return command;
}

}  // namespace inforce::cli
