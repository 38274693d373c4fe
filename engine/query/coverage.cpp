// What the rules cover, whether an answer goes beyond it (S23), and the sources that it cites.
#include <algorithm>
#include <set>

#include "engine/query/answers.h"

namespace inforce::query {

namespace {

std::optional<Date> day_of(const std::optional<When>& when) {
  if (!when) return std::nullopt;
  return when->day ? *when->day : calendar::Zone{}.day_of(when->moment);
}

/// The last day of force time that the question touches.
std::optional<Date> last_day_asked(const Query& query) {
  switch (query.ask) {
    case Ask::on:
    case Ask::why:
    case Ask::diff_known:
      return day_of(query.on);
    case Ask::diff:
      return std::max(day_of(query.on), day_of(query.then));
    case Ask::events:
      return query.through;
    case Ask::next:
      return query.from;
    case Ask::when:
      return std::nullopt;
  }
  return std::nullopt;
}

void add_ids(const std::vector<Finding>& findings, std::vector<std::string>& ids) {
  for (const auto& finding : findings) ids.push_back(finding.id);
}

struct MeasuresNamed {
  std::vector<std::string> ids;

  void operator()(const OnAnswer& content) {
    add_ids(content.restrictions, ids);
    add_ids(content.authorizations, ids);
  }
  void operator()(const WhenAnswer& content) { ids.push_back(content.id); }
  void operator()(const WhyAnswer& content) { ids.push_back(content.finding.id); }
  void operator()(const DiffAnswer& content) {
    for (const auto& change : content.changes) ids.push_back(change.id);
  }
  void operator()(const EventsAnswer&) {}
  void operator()(const NextAnswer& content) {
    for (const auto& coming : content.next) ids.push_back(coming.id);
  }
};

/// The day through which all regimes of the measures named are reviewed; all regimes, where none of those is any of
/// them.
std::optional<Date> reviewed_through(const model::Rulebook& rules, const Answer& answer) {
  MeasuresNamed named;
  std::visit(named, answer.content);
  std::set<std::string> regimes;
  for (const auto& id : named.ids) {
    if (const auto measure = model::find_measure(rules, id)) regimes.insert(rules[*measure].regime);
  }
  std::optional<Date> relevant;
  std::optional<Date> any;
  for (const auto& regime : rules.regimes) {
    if (!any || *any > regime.reviewed) any = regime.reviewed;
    if (regimes.count(regime.id) != 0 && (!relevant || *relevant > regime.reviewed)) relevant = regime.reviewed;
  }
  return relevant ? relevant : any;
}

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

void add_coverage(const model::Rulebook& rules, Answer& answer) {
  for (const auto& regime : rules.regimes) {
    answer.coverage.push_back({regime.id, regime.title, regime.from, regime.reviewed});
  }
  const auto asked = last_day_asked(answer.query);
  const auto reviewed = reviewed_through(rules, answer);
  answer.projected = asked && reviewed && *asked > *reviewed;
}

void add_citations(const model::Rulebook& rules, Answer& answer) {
  SourcesNamed named;
  std::visit(named, answer.content);
  add_sources_of_events(rules, answer, named.ids);
  for (const auto& source : rules.sources) {
    if (named.ids.count(source.id) == 0) continue;
    answer.citations.push_back({source.id, source.title, source.publisher, source.date ? source.date->text : "",
                                source.cite, source.url, source.kind});
  }
}

}  // namespace inforce::query
