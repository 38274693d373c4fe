#include <array>

#include "engine/model/rulebook.h"
#include "tools/inforce/alarms.h"
#include "tools/inforce/output.h"
#include "tools/inforce/progress.h"
#include "tools/inforce/report_request.h"

namespace inforce::cli {

namespace {

constexpr std::array<std::pair<std::string_view, TimelineFormat>, 8> formats{{{"text", TimelineFormat::text},
                                                                              {"md", TimelineFormat::md},
                                                                              {"json", TimelineFormat::json},
                                                                              {"html", TimelineFormat::html},
                                                                              {"svg", TimelineFormat::svg},
                                                                              {"mermaid", TimelineFormat::mermaid},
                                                                              {"xlsx", TimelineFormat::xlsx},
                                                                              {"ics", TimelineFormat::ics}}};

/// What is asked for, else what the name of the file to write ends with.
std::string format_word(const Arguments& arguments) {
  if (arguments.has("--json")) return "json";
  if (arguments.has("--format")) return arguments.one("--format");
  const auto path = arguments.one("-o");
  const auto ending = path.substr(path.rfind('.') + 1);
  for (const std::string_view word : {"md", "json", "csv", "html", "svg", "xlsx", "ics"}) {
    if (path.size() > word.size() && ending == word) return std::string(word);
  }
  return "text";
}

/// Empty, or what does not go with the format.
std::string misfit(const std::string& word, const Arguments& arguments) {
  if (arguments.has("--json") && arguments.has("--format") && arguments.one("--format") != "json") {
    return "`--json` does not go with `--format " + arguments.one("--format") + "`";
  }
  if (arguments.has("--raw") && word != "csv") return "`--raw` goes with the format csv alone";
  if (arguments.has("--alarm") && word != "ics") return "`--alarm` goes with the format ics alone";
  return {};
}

TimelineFormat format_of(const std::string& word, const Arguments& arguments) {
  if (word == "csv") return arguments.has("--raw") ? TimelineFormat::csv_raw : TimelineFormat::csv;
  for (const auto& [name, format] : formats) {
    if (name == word) return format;
  }
  return TimelineFormat::text;
}

const Option& raw_option() {
  static const Option option{"--raw", "", "csv: leave text as it is that a spreadsheet takes for a formula", false};
  return option;
}

bool goes_to_terminal(const Arguments& arguments, const Environment& environment) {
  const auto path = arguments.one("-o");
  return (path.empty() || path == "-") && environment.out_is_terminal;
}

int write_report(const TimelineReport& report, TimelineFormat format, const Style& style, const Arguments& arguments,
                 Environment& environment) {
  Progress progress(arguments, environment);
  progress.stage("writing");
  const auto bytes = render(report, format, style);
  progress.done();
  if (bytes.empty() && format == TimelineFormat::xlsx) {
    return say_unwritten("xlsx", "its temporary files cannot be written; `TMPDIR` names another folder for them",
                         environment);
  }
  return write_output(bytes, arguments, environment);
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto word = format_word(arguments);
  const auto wrong = misfit(word, arguments);
  if (!wrong.empty()) return wrong_usage(wrong, "`inforce timeline --help` says what it takes", environment);
  const auto format = format_of(word, arguments);
  if (format == TimelineFormat::xlsx && goes_to_terminal(arguments, environment)) {
    return wrong_usage("a workbook is no text for a terminal", "name a file with `-o`, or write into a pipe",
                       environment);
  }
  const auto said = said_of_report(arguments, environment);
  const auto style = said ? style_with_alarms(arguments, environment) : std::nullopt;
  if (!style) return no_answer;
  auto roots = rule_roots(arguments, environment);
  if (!said->definition.empty()) roots.push_back(said->definition);
  const auto timeline = open_rules_at(roots, arguments, environment);
  if (!timeline) return no_answer;
  auto request = request_for(*timeline, *said);
  if (!request) return say_undefined(said->definition, environment);
  request->calendar = format == TimelineFormat::ics;
  Progress progress(arguments, environment);
  progress.stage("answering");
  const auto made = report(*timeline, *request);
  if (!made) {
    progress.done();
    return say_errors(made.diagnostics(), timeline->rulebook().model().texts, arguments, environment);
  }
  progress.done();
  return write_report(*made, format, *style, arguments, environment);
}

}  // namespace

const Command& timeline_command() {
  static const Command command{"timeline",
                               "FILE|ID... [OPTION]...",
                               "a timeline report, of a definition or of measures, groups, regimes and events",
                               with_report_options({output_option(), raw_option(), alarm_option()}),
                               1,
                               1000000,
                               {"inforce timeline timelines/nvidia-h20/timeline.yaml --format html -o h20.html",
                                "inforce timeline us-h20-licence --format md -o h20.md",
                                "inforce timeline us-h20-licence --format xlsx -o h20.xlsx",
                                "inforce timeline us-huawei --with end_user=huawei,item=base-station,destination=CN"},
                               carry_out,
                               nullptr,
                               "--format takes text, md, json, csv, html, svg, mermaid, xlsx or ics; without it the "
                               "ending of FILE says which. What\n"
                               "options say counts before what a definition says.\n",
                               {"text", "md", "json", "csv", "html", "svg", "mermaid", "xlsx", "ics"}};
  return command;
}

}  // namespace inforce::cli
