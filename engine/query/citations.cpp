// The sources that an answer names, as it cites them.
#include <algorithm>
#include <set>

#include "engine/query/answers.h"

namespace inforce::query {

namespace {

struct SourcesNamed {
  std::set<std::string> ids;

  void add(const std::vector<std::string>& more) { ids.insert(more.begin(), more.end()); }
  void operator()(const OnAnswer& content) {
    for (const auto& finding : content.restrictions) add(finding.sources);
    for (const auto& finding : content.authorizations) add(finding.sources);
  }
  void operator()(const WhenAnswer& content) { add(content.sources); }
  void operator()(const WhyAnswer& content) { add(content.finding.sources); }
  void operator()(const DiffAnswer&) {}
  void operator()(const EventsAnswer& content) {
    for (const auto& row : content.events) add(row.sources);
  }
  void operator()(const NextAnswer&) {}
  void operator()(const CoverageAnswer&) {}
  void operator()(const ConflictsAnswer&) {}
};

/// Changes and what is to come name events; their sources are cited.
void add_sources_of_events(const model::Rulebook& rules, const Answer& answer, std::set<std::string>& ids) {
  std::vector<std::string> events;
  if (const auto* diff = std::get_if<DiffAnswer>(&answer.content)) {
    for (const auto& change : diff->changes) events.insert(events.end(), change.by.begin(), change.by.end());
  }
  if (const auto* next = std::get_if<NextAnswer>(&answer.content)) {
    for (const auto& coming : next->next) events.insert(events.end(), coming.by.begin(), coming.by.end());
  }
  for (const auto& id : events) {
    const auto event = model::find_event(rules, id);
    if (!event) continue;
    for (const auto source : rules[*event].sources) ids.insert(rules[source].id);
  }
}

}  // namespace

std::vector<Citation> citations_of(const model::Rulebook& rules, const std::set<std::string>& ids) {
  std::vector<Citation> citations;
  for (const auto& source : rules.sources) {
    if (ids.count(source.id) == 0) continue;
    citations.push_back({source.id, source.title, source.publisher, source.date ? source.date->text : "", source.cite,
                         source.url, source.kind});
  }
  return citations;
}

void add_citations(const model::Rulebook& rules, Answer& answer) {
  SourcesNamed named;
  std::visit(named, answer.content);
  add_sources_of_events(rules, answer, named.ids);
  answer.citations = citations_of(rules, named.ids);
}

}  // namespace inforce::query
