#include "tools/inforce/report_request.h"

#include <algorithm>

#include "engine/model/rulebook.h"

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

std::optional<ReportRequest> defined_in(const Timeline& timeline, const std::string& path) {
  for (auto& defined : defined_reports(timeline.rulebook())) {
    if (defined.path == path) return std::move(defined.request);
  }
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

}  // namespace

std::vector<Option> with_report_options(std::vector<Option> options) {
  const std::vector<Option> asked{{"--on", "DATE", "the day or moment that is marked", false},
                                  {"--from", "DATE", "the first day shown", false},
                                  {"--through", "DATE", "the last day shown", false},
                                  known_option(),
                                  with_option(),
                                  assume_option(),
                                  without_option(),
                                  evidence_option(),
                                  {"--jurisdiction", "CODE", "also all that is of this jurisdiction", true},
                                  {"--regime", "ID", "also all that is of this regime", true}};
  options.insert(options.end(), asked.begin(), asked.end());
  return options;
}

std::optional<render_evidence::PackQuestion> said_of_report(const Arguments& arguments, Environment& environment) {
  auto query = about(arguments, environment);
  if (!query) return std::nullopt;
  render_evidence::PackQuestion said;
  said.about = std::move(*query);
  if (!names_file(arguments.words.front())) {
    said.ids = arguments.words;
    return said;
  }
  said.definition = arguments.words.front();
  if (arguments.words.size() == 1) return said;
  wrong_usage("`" + arguments.words[1] + "` stands after a file", "give one file, or ids", environment);
  return std::nullopt;
}

std::optional<ReportRequest> request_for(const Timeline& timeline, const render_evidence::PackQuestion& said) {
  auto request =
      said.definition.empty() ? std::optional(for_ids(timeline, said.ids)) : defined_in(timeline, said.definition);
  if (request) override_with(said.about, request->about);
  return request;
}

int say_undefined(const std::string& path, Environment& environment) {
  return wrong_usage("`" + path + "` defines no report",
                     "give it the key `timeline`; `inforce explain IF317` shows one", environment);
}

}  // namespace inforce::cli
