#include <algorithm>
#include <array>

#include "engine/model/rulebook.h"
#include "tools/inforce/alarms.h"
#include "tools/inforce/output.h"
#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

bool names_file(const std::string& word) { return word.ends_with(".yaml") || word.ends_with(".yml"); }

/// What the command line says of the report, over what a definition says.
std::optional<Query> about(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  query.on = read.when_option("--on");
  query.known = read.when_option("--known");
  query.from = read.day_option("--from");
  query.through = read.day_option("--through");
  return read.finished(std::move(query));
}

void override_with(const Query& said, Query& about) {
  if (said.on) about.on = said.on;
  if (said.known) about.known = said.known;
  if (said.from) about.from = said.from;
  if (said.through) about.through = said.through;
  if (!said.facts.empty()) about.facts = said.facts;
  about.assume = said.assume;
  about.without = said.without;
  about.official_only = said.official_only;
  about.jurisdictions.insert(about.jurisdictions.end(), said.jurisdictions.begin(), said.jurisdictions.end());
  about.regimes.insert(about.regimes.end(), said.regimes.begin(), said.regimes.end());
}

/// The request of a file; nothing where it defines none, which has been said.
std::optional<ReportRequest> defined_in(const Timeline& timeline, const std::string& path, Environment& environment) {
  for (auto& defined : defined_reports(timeline.rulebook())) {
    if (defined.path == path) return std::move(defined.request);
  }
  wrong_usage("`" + path + "` defines no report", "give it the key `timeline`; `inforce explain IF317` shows one",
              environment);
  return std::nullopt;
}

/// A request for measures, groups, regimes and events by their ids.
ReportRequest for_ids(const Timeline& timeline, const std::vector<std::string>& ids) {
  const auto& rules = timeline.rulebook().model();
  const auto is_regime = [&](const std::string& id) {
    const auto of = [&](const auto& record) { return record.regime == id; };
    return std::any_of(rules.measures.begin(), rules.measures.end(), of) ||
           std::any_of(rules.events.begin(), rules.events.end(), of);
  };
  ReportRequest request;
  for (const auto& id : ids) {
    request.title += (request.title.empty() ? "Timeline of " : ", ") + id;
    const bool measure = model::find_measure(rules, id) || model::find_group(rules, id) != nullptr;
    if (!measure && is_regime(id)) {
      request.about.regimes.push_back(id);
    } else if (!measure && model::find_event(rules, id)) {
      request.events.push_back(id);
    } else {
      request.measures.push_back(id);
    }
  }
  return request;
}

constexpr std::array<std::pair<std::string_view, TimelineFormat>, 8> formats{{{"text", TimelineFormat::text},
                                                                              {"md", TimelineFormat::md},
                                                                              {"json", TimelineFormat::json},
                                                                              {"html", TimelineFormat::html},
                                                                              {"svg", TimelineFormat::svg},
                                                                              {"mermaid", TimelineFormat::mermaid},
                                                                              {"xlsx", TimelineFormat::xlsx},
                                                                              {"ics", TimelineFormat::ics}}};

TimelineFormat format_of(const Arguments& arguments) {
  const auto word = arguments.has("--json") ? "json" : arguments.one("--format");
  if (word == "csv") return arguments.has("--raw") ? TimelineFormat::csv_raw : TimelineFormat::csv;
  for (const auto& [name, format] : formats) {
    if (name == word) return format;
  }
  return TimelineFormat::text;
}

bool goes_to_terminal(const Arguments& arguments, const Environment& environment) {
  const auto path = arguments.one("-o");
  return (path.empty() || path == "-") && environment.out_is_terminal;
}

int write_report(const TimelineReport& report, TimelineFormat format, const Style& style, const Arguments& arguments,
                 Environment& environment) {
  const auto bytes = render(report, format, style);
  if (bytes.empty() && format == TimelineFormat::xlsx) {
    return say_unwritten("xlsx", "its temporary files cannot be written; `TMPDIR` names another folder for them",
                         environment);
  }
  return write_output(bytes, arguments, environment);
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto format = format_of(arguments);
  if (format == TimelineFormat::xlsx && goes_to_terminal(arguments, environment)) {
    return wrong_usage("a workbook is no text for a terminal", "name a file with `-o`, or write into a pipe",
                       environment);
  }
  const auto said = about(arguments, environment);
  const auto style = said ? style_with_alarms(arguments, environment) : std::nullopt;
  if (!style) return no_answer;
  const bool defined = names_file(arguments.words.front());
  if (defined && arguments.words.size() > 1) {
    return wrong_usage("`" + arguments.words[1] + "` stands after a file", "give one file, or ids", environment);
  }
  auto roots = rule_roots(arguments, environment);
  if (defined) roots.push_back(arguments.words.front());
  const auto timeline = open_rules_at(roots, arguments, environment);
  if (!timeline) return no_answer;
  auto request = defined ? defined_in(*timeline, arguments.words.front(), environment)
                         : std::optional(for_ids(*timeline, arguments.words));
  if (!request) return no_answer;
  override_with(*said, request->about);
  request->calendar = format == TimelineFormat::ics;
  const auto made = report(*timeline, *request);
  if (!made) {
    return say_errors(made.diagnostics(), timeline->rulebook().model().texts, arguments, environment);
  }
  return write_report(*made, format, *style, arguments, environment);
}

}  // namespace

const Command& timeline_command() {
  static const Command command{
      "timeline",
      "FILE|ID... [OPTION]...",
      "a timeline report, of a definition or of measures, groups, regimes and events",
      {output_option(),
       {"--raw", "", "csv: leave text as it is that a spreadsheet takes for a formula", false},
       alarm_option(),
       {"--on", "DATE", "the day or moment that is marked", false},
       {"--from", "DATE", "the first day shown", false},
       {"--through", "DATE", "the last day shown", false},
       known_option(),
       with_option(),
       assume_option(),
       without_option(),
       evidence_option(),
       {"--jurisdiction", "CODE", "also all that is of this jurisdiction", true},
       {"--regime", "ID", "also all that is of this regime", true}},
      1,
      1000000,
      {"inforce timeline timelines/nvidia-h20/timeline.yaml --format html -o h20.html",
       "inforce timeline us-h20-licence --format md -o h20.md",
       "inforce timeline us-h20-licence --format xlsx -o h20.xlsx",
       "inforce timeline us-huawei --with end_user=huawei,item=base-station,destination=CN"},
      carry_out,
      nullptr,
      "--format takes text, md, json, csv, html, svg, mermaid, xlsx or ics. What options say counts before what a\n"
      "definition says.\n",
      {"text", "md", "json", "csv", "html", "svg", "mermaid", "xlsx", "ics"}};
  return command;
}

}  // namespace inforce::cli
