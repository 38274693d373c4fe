#include <ostream>

#include "tools/inforce/check_fix.h"
#include "tools/inforce/check_output.h"
#include "tools/inforce/check_settings.h"
#include "tools/inforce/output.h"
#include "tools/inforce/progress.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

constexpr std::string_view notes_on_settings =
    "A finding is suppressed by a comment at the end of its line, or alone on the line above:\n"
    "  # inforce: ignore[IF804] until 2026-12-31 reason: why it is right as it is\n"
    "The reason is required, the day is not; several codes are written with commas. Errors always count.\n\n"
    "inforce.toml, the nearest upward from the working folder; its paths are relative to its folder:\n"
    "  [check]\n"
    "  select = [\"all\"]         # only these, of what is doubtful\n"
    "  ignore = [\"IF805\"]\n"
    "  fail_on = \"warning\"      # error, warning, note or never\n"
    "  rules = [\"rules\"]        # what is checked where no path is named\n"
    "  baseline = \"known.json\"\n"
    "  [check.severity]\n"
    "  IF804 = \"error\"\n"
    "  [[check.paths]]          # select, ignore and severity of some files; `*`, `**`, `?`\n"
    "  paths = \"rules/drafts/**\"\n"
    "  ignore = [\"IF8\"]\n"
    "Of several that speak of a finding the last one decides: select, ignore, severity, each [[check.paths]], then\n"
    "the command line. What --select or --ignore names there is so for all paths.\n";

/// Gives the exit status. Where errors hide what is doubtful, the old baseline stays.
int write_baseline(const CheckReport& report, const CheckRequest& request, const Arguments& arguments,
                   Environment& environment) {
  const auto name = "`" + request.new_baseline + "`";
  if (!report.timeline) {
    environment.err << name << " is not written: the errors come first\n";
    return answered;
  }
  const int status = write_file(request.new_baseline, baseline_text(report.baseline), environment);
  if (status != answered) return status;
  const auto count = report.baseline.size();
  if (!arguments.has("--quiet")) {
    environment.err << name << " keeps " << count << (count == 1 ? " finding\n" : " findings\n");
  }
  return answered;
}

std::vector<Option> options() {
  auto all = check_options();
  const auto fixes = fix_options();
  all.insert(all.end(), fixes.begin(), fixes.end());
  all.push_back(output_formats_option());
  return all;
}

int carry_out(const Arguments& arguments, Environment& environment) {
  Sources sources;
  const auto request = check_request(arguments, environment, sources);
  const auto outputs = report_outputs(arguments, environment);
  if (!request || !outputs) return no_answer;
  const ReportOrder order{*outputs, request->roots, request->settings.fail_on.value_or(Severity::error)};
  const auto look = [&](const FileReader& files, Sources& texts) {
    Progress progress(arguments, environment);
    return check(CountedFiles(files, progress, "checking"), request->roots, request->settings, texts);
  };
  const auto end = [&](const CheckReport& report, const Sources& texts) -> int {
    int status = write_report(report, texts, order, arguments, environment);
    if (status == answered && !request->new_baseline.empty()) {
      status = write_baseline(report, *request, arguments, environment);
    }
    if (status != answered) return status;
    if (report.files.empty()) return no_answer;  // Nothing is right or wrong where nothing was read.
    return report.gate_closed ? gate_closed : answered;
  };
  if (fixes_wanted(arguments)) return fix_and_report(look, sources, end, arguments, environment);
  const auto report = look(environment.files, sources);
  return end(report, sources);
}

}  // namespace

const Command& check_command() {
  static const std::string notes =
      "Definitions of reports (timeline.yaml, *.timeline.yaml) are checked with the rules that they rest on:\n"
      "those of --rules, else the default ones.\n\n" +
      std::string(notes_on_settings) + "\n" + std::string(report_notes());
  static const Command command{
      "check",
      "[PATH]... [OPTION]...",
      "validates rule files",
      options(),
      0,
      1000000,
      {"inforce check", "inforce check rules/ --json", "inforce check draft.yaml --select IF8 --fail-on warning",
       "inforce check --baseline known.json --update-baseline",
       "inforce check --format github --output sarif=inforce.sarif"},
      carry_out,
      nullptr,
      notes,
      report_words()};
  return command;
}

}  // namespace inforce::cli
