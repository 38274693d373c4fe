#include "engine/query/assumptions.h"

#include <algorithm>

#include "engine/diagnostics/report.h"
#include "engine/model/rulebook.h"
#include "engine/query/names.h"

namespace inforce::query {

namespace {

model::DateExpression exact(const When& when, const std::optional<model::DateExpression>& written) {
  model::DateExpression date;
  date.text = to_string(when);
  if (written) date.span = written->span;
  if (when.day) {
    calendar::WrittenDay day;
    day.runs = {{*when.day, *when.day}};
    day.text = date.text;
    date.anchor = std::move(day);
  } else {
    date.anchor = when.moment;
  }
  return date;
}

bool is_left_out(const Query& query, const std::string& event) {
  return std::find(query.without.begin(), query.without.end(), event) != query.without.end();
}

}  // namespace

std::vector<Diagnostic> check_assumptions(const model::Rulebook& rules, const Query& query) {
  std::vector<Diagnostic> found;
  std::vector<std::string> assumed;
  for (const auto& assumption : query.assume) {
    if (!model::find_event(rules, assumption.event)) found.push_back(unknown_event(rules, assumption.event));
    if (is_left_out(query, assumption.event)) {
      found.push_back(diagnostics::make(codes::bad_question, "`" + assumption.event + "` is both assumed and left out",
                                        "drop one of the two"));
    }
    if (std::find(assumed.begin(), assumed.end(), assumption.event) != assumed.end()) {
      found.push_back(diagnostics::make(codes::bad_question, "`" + assumption.event + "` is assumed twice", ""));
    }
    assumed.push_back(assumption.event);
  }
  for (const auto& event : query.without) {
    if (!model::find_event(rules, event)) found.push_back(unknown_event(rules, event));
  }
  return found;
}

std::optional<Rulebook> reassessed(const Rulebook& rules, const Query& query) {
  if (!query.official_only && query.assume.empty() && query.without.empty()) return std::nullopt;
  auto changed = std::make_shared<model::Rulebook>(rules.model());
  for (auto& event : changed->events) {
    if (query.official_only && event.evidence == model::Evidence::reported) event.evidence = model::Evidence::proposed;
  }
  for (const auto& id : query.without) {
    changed->events[model::find_event(*changed, id)->value].evidence = model::Evidence::proposed;
  }
  for (const auto& assumption : query.assume) {
    auto& event = changed->events[model::find_event(*changed, assumption.event)->value];
    event.evidence = model::Evidence::official;
    auto& date = event.dates[static_cast<std::size_t>(model::Field::date)];
    if (assumption.on) date = exact(*assumption.on, date);
  }
  return Rulebook(std::move(changed));
}

}  // namespace inforce::query
