#include <algorithm>

#include "engine/query/answers.h"
#include "engine/query/reasons.h"

namespace inforce::query {

namespace {

using Ids = std::vector<model::MeasureId>;

/// The measures that an effect may name to count as touching `id`: itself, its parts, the wholes that it is part of;
/// of a group, its members.
Ids touching(const model::Rulebook& rules, const std::string& id) {
  Ids ids;
  if (const auto* group = model::find_group(rules, id)) ids = group->members;
  if (const auto measure = model::find_measure(rules, id)) {
    std::vector<model::MeasureId> open{*measure};
    while (!open.empty()) {
      const auto next = open.back();
      open.pop_back();
      ids.push_back(next);
      open.insert(open.end(), rules[next].parts.begin(), rules[next].parts.end());
    }
    for (auto whole = rules[*measure].part_of; whole; whole = rules[*whole].part_of) ids.push_back(*whole);
  }
  return ids;
}

bool touches(const model::Rulebook& rules, const model::Event& event, const Ids& ids) {
  return std::any_of(event.effects.begin(), event.effects.end(), [&](model::EffectId effect) {
    return std::find(ids.begin(), ids.end(), rules[effect].named) != ids.end();
  });
}

bool within_days(const View& view, model::EventId id) {
  const auto& query = view.query;
  if (!query.from && !query.through) return true;
  const auto& times = view.compiled.events[id.value];
  if (!times.first || !times.last) return false;
  const auto& zone = view.rules[id].zone;
  const bool late = query.from && *times.last != end_of_time && zone.day_of(*times.last) < *query.from;
  const bool early = query.through && *times.first != beginning_of_time && zone.day_of(*times.first) > *query.through;
  return !late && !early;
}

std::string_view word_for(model::Evidence evidence) {
  switch (evidence) {
    case model::Evidence::official:
      return "official";
    case model::Evidence::reported:
      return "reported";
    case model::Evidence::proposed:
      return "proposed";
  }
  return {};
}

std::string_view word_for(model::RetractionReason reason) {
  switch (reason) {
    case model::RetractionReason::none:
      return {};
    case model::RetractionReason::corrected:
      return "corrected";
    case model::RetractionReason::withdrawn:
      return "withdrawn";
    case model::RetractionReason::annulled:
      return "annulled";
  }
  return {};
}

EventRow::Effect effect_of(const model::Rulebook& rules, model::EffectId id) {
  const auto& effect = rules[id];
  const auto& measure = rules[effect.named];
  EventRow::Effect told;
  told.effect = model::to_string(effect.verb);
  told.measure = measure.id;
  told.title = measure.title;
  if (const auto* group = model::find_group(rules, measure.group)) told.group = group->title;
  told.of_suspension = effect.of_suspension;
  const auto add = [&](const char* key, const std::optional<model::DateExpression>& date) {
    if (date) told.dates.push_back({key, date->text});
  };
  add("effective", effect.effective);
  add("through", effect.through);
  add("before", effect.before);
  add("compliance", effect.compliance);
  told.attributes = effect.attributes;
  if (effect.scope) told.scope = effect.scope->text;
  return told;
}

/// What a reader is told of the event besides what data needs.
void tell_more(const model::Rulebook& rules, const model::Event& event, EventRow& row) {
  for (const auto& authority : rules.authorities) {
    if (authority.id == event.authority) row.authority_name = authority.name;
  }
  for (std::size_t i = 0; i < model::field_count; ++i) {
    const auto field = static_cast<model::Field>(i);
    if (field == model::Field::known || !event.dates[i]) continue;
    row.dates.push_back({std::string(model::to_string(field)), event.dates[i]->text});
  }
  row.retroactive = event.retroactive;
  for (const auto other : event.retracts) row.retracts.push_back(rules[other].id);
  for (const auto other : event.supersedes) row.supersedes.push_back(rules[other].id);
  row.reason = word_for(event.reason);
  row.quote = event.quote;
  row.note = event.note;
}

}  // namespace

EventRow row_of(const View& view, model::EventId id) {
  const auto& event = view.rules[id];
  EventRow row;
  row.id = event.id;
  row.title = event.title;
  row.date = date_text(view, id, model::Field::date);
  if (view.compiled.events[id.value].known != end_of_time) row.known = known_text(view, id);
  row.effective = date_text(view, id, model::Field::effective);
  row.evidence = word_for(event.evidence);
  row.jurisdiction = event.jurisdiction;
  row.authority = event.authority;
  for (const auto source : event.sources) row.sources.push_back(view.rules[source].id);
  for (const auto effect : event.effects) row.effects.push_back(effect_of(view.rules, effect));
  tell_more(view.rules, event, row);
  return row;
}

EventsAnswer answer_events(const View& view) {
  const auto ids = touching(view.rules, view.query.id);
  std::vector<model::EventId> found;
  for (std::uint32_t i = 0; i < view.rules.events.size(); ++i) {
    const auto& event = view.rules.events[i];
    if (view.query.official_only && event.evidence != model::Evidence::official) continue;
    if (!is_wanted(view.query, event.jurisdiction, event.regime)) continue;
    if (!view.query.authority.empty() && event.authority != view.query.authority) continue;
    if (!view.query.id.empty() && !touches(view.rules, event, ids)) continue;
    if (view.known && !timeline::is_known(view.compiled, {i}, view.known)) continue;
    if (within_days(view, {i})) found.push_back({i});
  }
  const auto first = [&](model::EventId id) { return view.compiled.events[id.value].first.value_or(end_of_time); };
  std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return first(a) < first(b); });
  EventsAnswer answer;
  for (const auto id : found) answer.events.push_back(row_of(view, id));
  return answer;
}

}  // namespace inforce::query
