#include "tools/inforce/check_output.h"

#include <algorithm>
#include <ostream>
#include <set>

#include "engine/diagnostics/report.h"
#include "engine/render/report.h"
#include "tools/inforce/output.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

constexpr std::string_view standard_output = "-";

std::string variable(const Environment& environment, const std::string& name) {
  const auto found = environment.variables.find(name);
  return found == environment.variables.end() ? std::string{} : found->second;
}

/// One value of `--output`; where it is not understood, says so.
std::optional<ReportOutput> read_output(const std::string& text, Environment& environment) {
  const auto equals = text.find('=');
  const auto word = text.substr(0, equals);
  const auto format = report_format(word);
  if (!format) {
    auto help = diagnostics::did_you_mean(word, report_words());
    if (help.empty()) help = "a format is " + alternatives(report_words());
    wrong_usage("`--output` names the format `" + word + "`", help, environment);
    return std::nullopt;
  }
  if (equals == std::string::npos || equals + 1 == text.size()) {
    wrong_usage("`--output " + text + "` names no file", "write `--output " + word + "=FILE`", environment);
    return std::nullopt;
  }
  return ReportOutput{*format, text.substr(equals + 1)};
}

/// Two reports in one place would overwrite each other, or make a document of neither format.
bool distinct(const std::vector<ReportOutput>& outputs, Environment& environment) {
  std::set<std::string> files;
  for (const auto& output : outputs) {
    if (files.insert(output.file).second) continue;
    const bool standard = output.file == standard_output;
    wrong_usage(standard ? "two reports go to standard output" : "two reports go to `" + output.file + "`",
                "give each its own file", environment);
    return false;
  }
  return true;
}

ReportSetting report_setting(const ReportOrder& order, const Environment& environment) {
  ReportSetting setting;
  setting.roots = order.roots;
  setting.gate = order.gate;
  setting.folder = environment.folder;
  setting.top = variable(environment, "GITHUB_WORKSPACE");
  if (setting.top.empty()) setting.top = variable(environment, "CI_PROJECT_DIR");
  setting.pages = INFORCE_PAGES_URL;
  return setting;
}

/// What people read along on standard output: all of it, or the last line.
std::string said_besides(const CheckReport& report, const Sources& sources, ReportFormat format, const Style& style) {
  if (format == ReportFormat::github) {
    return (report.found.empty() ? "" : "\n") + render(report, sources, ReportFormat::text, style);
  }
  return format == ReportFormat::concise ? render_report::summary(report) : std::string{};
}

void say(const CheckReport& report, const Sources& sources, ReportFormat format, const ReportSetting& setting,
         const Arguments& arguments, Environment& environment) {
  const auto style = answer_style(arguments, environment);
  const bool quiet = arguments.has("--quiet");
  if (format == ReportFormat::text && quiet) {
    environment.out << render(report.found, sources, style);
    return;
  }
  environment.out << render(report, sources, format, style, setting);
  if (!quiet) environment.out << said_besides(report, sources, format, style);
}

template <class Write>
int write_to(const std::string& path, const std::string& text, const Write& write, Environment& environment) {
  const auto why = write ? write(path, text) : std::string("files cannot be written here");
  return why.empty() ? answered : say_unwritten(path, why, environment);
}

int add_summary(const CheckReport& report, const Sources& sources, const ReportSetting& setting,
                Environment& environment) {
  const auto path = variable(environment, "GITHUB_STEP_SUMMARY");
  if (path.empty()) return answered;
  return write_to(path, render_report::github_summary(report, sources, setting), environment.append, environment);
}

}  // namespace

const Option& output_formats_option() {
  static const Option option{"--output", "FORMAT=FILE",
                             "also write a report to a file, whole or not at all; may be repeated", true};
  return option;
}

const std::vector<std::string_view>& report_words() {
  static const auto words = [] {
    std::vector<std::string_view> all;
    for (int i = 0; i <= static_cast<int>(ReportFormat::rdjson); ++i) {
      all.push_back(to_string(static_cast<ReportFormat>(i)));
    }
    return all;
  }();
  return words;
}

std::string_view report_notes() {
  return "Formats, for --format and --output\n"
         "  text      each finding with the lines it is about\n"
         "  concise   a line a finding: path:line:column: error[IF012] message\n"
         "  json      all that is known, suppressed findings and fixes too\n"
         "  sarif     SARIF 2.1.0, for code scanning\n"
         "  junit     JUnit XML: a suite a file, a case a code\n"
         "  github    annotations, worst first, before the text; a table goes to $GITHUB_STEP_SUMMARY\n"
         "  gitlab    a code quality report\n"
         "  rdjson    for reviewdog, with suggestions\n"
         "With --output the text is said too, unless --quiet; FILE may be - for standard output, in its place.\n";
}

std::optional<std::vector<ReportOutput>> report_outputs(const Arguments& arguments, Environment& environment) {
  std::vector<ReportOutput> outputs;
  for (const auto& text : arguments.all("--output")) {
    auto output = read_output(text, environment);
    if (!output) return std::nullopt;
    outputs.push_back(std::move(*output));
  }
  const bool json = arguments.has("--json");
  const auto format = json ? ReportFormat::json : report_format(arguments.one("--format"));
  const bool taken = std::any_of(outputs.begin(), outputs.end(),
                                 [](const ReportOutput& output) { return output.file == standard_output; });
  const bool silent = !outputs.empty() && arguments.has("--quiet");
  if (format || (!taken && !silent)) {
    outputs.push_back({format.value_or(ReportFormat::text), std::string(standard_output)});
  }
  if (!distinct(outputs, environment)) return std::nullopt;
  return outputs;
}

int write_report(const CheckReport& report, const Sources& sources, const ReportOrder& order,
                 const Arguments& arguments, Environment& environment) {
  const auto setting = report_setting(order, environment);
  int status = answered;
  bool annotated = false;
  for (const auto& output : order.outputs) {
    annotated = annotated || output.format == ReportFormat::github;
    if (output.file == standard_output) {
      say(report, sources, output.format, setting, arguments, environment);
      continue;
    }
    const auto text = render(report, sources, output.format, Style{}, setting);
    status = std::max(status, write_to(output.file, text, environment.write, environment));
  }
  if (annotated) status = std::max(status, add_summary(report, sources, setting, environment));
  return status;
}

}  // namespace inforce::cli
