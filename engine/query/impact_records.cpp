#include "engine/query/impact_records.h"

#include <algorithm>
#include <tuple>

#include "engine/query/answers.h"
#include "engine/query/append.h"

namespace inforce::query {

namespace {

using model::MeasureId;

std::string ids_text(const model::Rulebook& rules, const std::vector<MeasureId>& ids) {
  std::vector<std::string> words;
  words.reserve(ids.size());
  for (const auto id : ids) words.push_back(rules[id].id);
  std::sort(words.begin(), words.end());
  return joined(words, ", ");
}

std::string scope_text(const std::optional<model::Scope>& scope) { return scope ? scope->text : std::string{}; }

/// What a measure says that answers rest on.
std::vector<std::pair<std::string, std::string>> texts_of(const model::Rulebook& rules, const model::Measure& measure) {
  return {{"kind", std::string(to_string(measure.kind))},
          {"scope", scope_text(measure.scope)},
          {"releases", ids_text(rules, measure.releases)},
          {"part_of", measure.part_of ? rules[*measure.part_of].id : std::string{}},
          {"names", joined(measure.names, ", ")},
          {"requires", measure.requires_conduct},
          {"forbids", measure.forbids_conduct},
          {"time_zone", std::string(measure.zone.name())}};
}

std::vector<std::pair<std::string, std::string>> texts_of(const model::Rulebook&, const model::Regime& regime) {
  return {
      {"from", to_string(regime.from)}, {"reviewed", to_string(regime.reviewed)}, {"scope", scope_text(regime.scope)}};
}

std::vector<std::pair<std::string, std::string>> texts_of(const model::Rulebook&, const model::Item& item) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& [name, values] : item.facts) texts.emplace_back(name, joined(values, ", "));
  return texts;
}

using Texts = std::vector<std::pair<std::string, std::string>>;

/// What the texts say of it; empty where they say nothing.
std::string said_of(const Texts& texts, const std::string& what) {
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto& each) { return each.first == what; });
  return found == texts.end() ? std::string{} : found->second;
}

std::vector<TextChange> changed_texts(const Texts& was, const Texts& is) {
  std::vector<std::string> asked;
  for (const auto* texts : {&was, &is}) {
    for (const auto& text : *texts) append_new(asked, text.first);
  }
  std::vector<TextChange> changes;
  for (const auto& what : asked) {
    TextChange change{what, said_of(was, what), said_of(is, what)};
    if (change.was != change.is) changes.push_back(std::move(change));
  }
  return changes;
}

std::vector<Interval> intervals_of(const Version& version, const std::string& id) {
  Query query;
  query.ask = Ask::when;
  query.id = id;
  return answer_when(View(version.view, query)).intervals;
}

bool same(const Interval& a, const Interval& b) {
  return a.from == b.from && a.before == b.before && a.state == b.state && a.certain == b.certain &&
         a.attributes == b.attributes;
}

std::vector<Interval> without(const std::vector<Interval>& list, const std::vector<Interval>& taken) {
  std::vector<Interval> rest;
  std::copy_if(list.begin(), list.end(), std::back_inserter(rest), [&](const Interval& interval) {
    return std::none_of(taken.begin(), taken.end(), [&](const Interval& other) { return same(interval, other); });
  });
  return rest;
}

void add_force(const Version& from, const Version& to, RecordChange& change) {
  const auto was = change.how == RecordFate::added ? std::vector<Interval>{} : intervals_of(from, change.id);
  const auto is = change.how == RecordFate::removed ? std::vector<Interval>{} : intervals_of(to, change.id);
  change.was = without(was, is);
  change.is = without(is, was);
}

/// Visits the records of both sorted lists by id; null where one version has none.
template <class Record, class Visit>
void for_each_pair(const std::vector<Record>& from, const std::vector<Record>& to, const Visit& visit) {
  auto a = from.begin();
  auto b = to.begin();
  while (a != from.end() || b != to.end()) {
    const bool first = b == to.end() || (a != from.end() && a->id <= b->id);
    const bool second = a == from.end() || (b != to.end() && b->id <= a->id);
    visit(first ? &*a : nullptr, second ? &*b : nullptr);
    if (first) ++a;
    if (second) ++b;
  }
}

template <class Record>
RecordChange begun(const Record* was, const Record* is) {
  const auto how = was == nullptr ? RecordFate::added : is == nullptr ? RecordFate::removed : RecordFate::changed;
  return {(is != nullptr ? is : was)->id, (is != nullptr ? is : was)->title, how, {}, {}, {}};
}

template <class Record>
std::vector<RecordChange> changes_between(const Version& from, const Version& to, const std::vector<Record>& was,
                                          const std::vector<Record>& is) {
  std::vector<RecordChange> changes;
  for_each_pair(was, is, [&](const Record* a, const Record* b) {
    auto change = begun(a, b);
    const auto before = a != nullptr ? texts_of(from.view.rules, *a) : Texts{};
    const auto after = b != nullptr ? texts_of(to.view.rules, *b) : Texts{};
    change.texts = changed_texts(before, after);
    if constexpr (std::is_same_v<Record, model::Measure>) add_force(from, to, change);
    const bool differs = !change.texts.empty() || !change.was.empty() || !change.is.empty();
    if (differs || change.how != RecordFate::changed) changes.push_back(std::move(change));
  });
  return changes;
}

std::string known_from(const Version& version, const model::Event& event) {
  const auto id = model::find_event(version.view.rules, event.id);
  const auto& times = version.view.compiled.events[id->value];
  if (times.known == end_of_time) return "never";
  return to_string(event.zone.bound(times.known));
}

void compare_events(const Version& from, const Version& to, Impact& impact) {
  for_each_pair(from.view.rules.events, to.view.rules.events, [&](const model::Event* was, const model::Event* is) {
    auto change = begun(was, is);
    const auto before = was != nullptr ? known_from(from, *was) : std::string{};
    const auto after = is != nullptr ? known_from(to, *is) : std::string{};
    if (before == after) return;
    change.texts.push_back({"known", before, after});
    const bool acts = (was != nullptr && !was->effects.empty()) || (is != nullptr && !is->effects.empty());
    (acts ? impact.events : impact.signals).push_back(std::move(change));
  });
}

}  // namespace

void compare_records(const Version& from, const Version& to, Impact& impact) {
  const auto& was = from.view.rules;
  const auto& is = to.view.rules;
  impact.measures = changes_between(from, to, was.measures, is.measures);
  impact.coverage = changes_between(from, to, was.regimes, is.regimes);
  impact.items = changes_between(from, to, was.items, is.items);
  compare_events(from, to, impact);
}

namespace {

/// A segment without what only explains it.
using Told = std::tuple<Moment, Moment, timeline::State, bool, Attributes>;

std::vector<Told> told(const View& view, const Record& record) {
  std::vector<Told> all;
  for (const auto* list : {&record.certain, &record.possible}) {
    for (const auto& segment : *list) {
      all.emplace_back(segment.from, segment.before, segment.state, segment.certain,
                       view.compiled.attribute_sets[segment.attributes]);
    }
  }
  return all;
}

std::string within_text(const model::Measure& measure) {
  const auto* scope = model::scope_of(measure);
  return scope == nullptr ? std::string{} : syntax::to_string(*scope);
}

/// Whether answers can tell the two apart.
bool differ(const Version& from, const Version& to, const model::Measure& was, const model::Measure& is) {
  const auto& a = from.view.record(*model::find_measure(from.view.rules, was.id));
  const auto& b = to.view.record(*model::find_measure(to.view.rules, is.id));
  return !changed_texts(texts_of(from.view.rules, was), texts_of(to.view.rules, is)).empty() ||
         within_text(was) != within_text(is) || was.parts.empty() != is.parts.empty() ||
         ids_text(from.view.rules, was.released_by) != ids_text(to.view.rules, is.released_by) ||
         a.announced != b.announced || told(from.view, a) != told(to.view, b);
}

void add_dependents(const Version& version, const std::set<std::string>& changed, std::set<std::string>& found) {
  std::vector<MeasureId> ids;
  for (const auto& id : changed) {
    if (const auto measure = model::find_measure(version.view.rules, id)) ids.push_back(*measure);
  }
  for (const auto id : version.dependents.of(ids)) found.insert(version.view.rules[id].id);
}

/// How the words of facts are read.
bool read_alike(const model::Rulebook& was, const model::Rulebook& is) {
  const auto word = [](const model::Attribute& attribute) { return std::pair(attribute.id, attribute.type); };
  return std::equal(was.vocabulary.begin(), was.vocabulary.end(), is.vocabulary.begin(), is.vocabulary.end(),
                    [&](const auto& a, const auto& b) { return word(a) == word(b); });
}

bool cover_alike(const Version& from, const Version& to, const std::set<std::string>& changed) {
  const auto& was = from.view.rules.regimes;
  const auto& is = to.view.rules.regimes;
  const bool same = std::equal(was.begin(), was.end(), is.begin(), is.end(), [](const auto& a, const auto& b) {
    return a.id == b.id && a.from == b.from && scope_text(a.scope) == scope_text(b.scope);
  });
  std::vector<MeasureId> ids;
  for (const auto& id : changed) {
    if (const auto measure = model::find_measure(to.view.rules, id)) ids.push_back(*measure);
  }
  return same && to.dependents.regimes(ids).empty();
}

}  // namespace

Doubtful doubtful_in(const Version& from, const Version& to) {
  std::set<std::string> changed;
  for_each_pair(from.view.rules.measures, to.view.rules.measures,
                [&](const model::Measure* was, const model::Measure* is) {
                  if (was == nullptr || is == nullptr || differ(from, to, *was, *is)) {
                    changed.insert((was != nullptr ? was : is)->id);
                  }
                });
  Doubtful doubtful{changed, !read_alike(from.view.rules, to.view.rules) || !cover_alike(from, to, changed)};
  add_dependents(from, changed, doubtful.measures);
  add_dependents(to, changed, doubtful.measures);
  return doubtful;
}

}  // namespace inforce::query
