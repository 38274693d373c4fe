#include "engine/query/view.h"

#include <algorithm>

#include "engine/query/append.h"
#include "engine/query/conditions.h"

namespace inforce::query {

using timeline::Certainty;
using timeline::ChainId;
using timeline::Segment;
using timeline::State;

namespace {

bool shapes(model::Verb verb) {
  return verb != model::Verb::lift && verb != model::Verb::resume && verb != model::Verb::delist;
}

void members_in_scopes(const View& view, model::MeasureId id, std::vector<model::MeasureId>& found) {
  for (const auto* scope : scopes_of(view, view.record(id))) {
    if (scope != nullptr) members_matched(view, *scope, found);
  }
}

}  // namespace

View::View(const timeline::Compiled& of, const Query& asked, std::optional<When> knowledge)
    : compiled(of),
      rules(of.rulebook.model()),
      query(asked),
      known(knowledge),
      described(complete(rules, asked.facts)) {}

View::View(const View& other, const Query& asked)
    : compiled(other.compiled),
      rules(other.rules),
      query(asked),
      known(other.known),
      described(complete(other.rules, asked.facts)),
      records_(other.records_) {}

View View::with(Case other) const {
  View view = *this;
  view.described = std::move(other);
  return view;
}

const std::vector<std::string>* View::fact(const std::string& attribute) const {
  const auto found = described.facts.find(attribute);
  return found == described.facts.end() || found->second.empty() ? nullptr : &found->second;
}

bool View::is_partial(const std::string& attribute) const {
  return std::find(described.partial.begin(), described.partial.end(), attribute) != described.partial.end();
}

const Record& View::record(model::MeasureId id) const {
  auto& slot = (*records_)[id.value];
  if (!slot) {
    slot = std::make_unique<Record>();
    slot->id = id;
    slot->measure = &rules[id];
    slot->history = &compiled.measures[id.value];
    slot->certain = timeline::history(compiled, id, known, Certainty::certain);
    if (slot->history->inexact) slot->possible = timeline::history(compiled, id, known, Certainty::possible);
    slot->announced = timeline::announced(compiled, id, known);
  }
  return *slot;
}

bool binds(const Segment& segment) { return segment.state == State::in_force || segment.state == State::grace; }

std::string_view state_word(State state) {
  switch (state) {
    case State::in_force:
      return "in-force";
    case State::grace:
      return "grace";
    case State::suspended:
      return "suspended";
    case State::absent:
    case State::announced:
      break;
  }
  return {};
}

std::vector<Moment> boundaries(const Record& record) {
  std::vector<Moment> found;
  for (const auto* list : {&record.certain, &record.possible}) {
    for (const auto& segment : *list) {
      if (segment.from != beginning_of_time) found.push_back(segment.from);
      if (segment.before != end_of_time) found.push_back(segment.before);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<model::MeasureId> dependencies(const View& view, model::MeasureId id) {
  std::vector<model::MeasureId> found;
  if (view.query.facts.empty()) return found;
  members_in_scopes(view, id, found);
  for (const auto authorization : view.rules[id].released_by) {
    append_new(found, authorization);
    members_in_scopes(view, authorization, found);
  }
  return found;
}

std::vector<model::EventId> events_of(const View& view, const std::vector<ChainId>& chains) {
  std::vector<model::EventId> found;
  for (const auto chain : chains) {
    for (const auto effect : timeline::effects_of(view.compiled, chain)) append_new(found, view.rules[effect].event);
  }
  return found;
}

std::vector<std::string> shaping_events(const View& view, const std::vector<ChainId>& chains) {
  std::vector<std::string> found;
  for (const auto chain : chains) {
    for (const auto id : timeline::effects_of(view.compiled, chain)) {
      const auto& effect = view.rules[id];
      if (shapes(effect.verb)) append_new(found, view.rules[effect.event].id);
    }
  }
  return found;
}

bool imposes(const model::Effect& effect) {
  return effect.verb == model::Verb::impose || effect.verb == model::Verb::enlist;
}

bool is_reportable(const model::Measure& measure) {
  return measure.parts.empty() && measure.kind != model::Kind::membership;
}

bool is_wanted(const Query& query, const std::string& jurisdiction, const std::string& regime) {
  const auto named = [](const std::vector<std::string>& list, const std::string& word) {
    return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
  };
  return named(query.jurisdictions, jurisdiction) && named(query.regimes, regime);
}

std::optional<Bound> bound_of(const calendar::Zone& zone, Moment moment) {
  if (moment == beginning_of_time || moment == end_of_time) return std::nullopt;
  return zone.bound(moment);
}

Date day_of(const calendar::Zone& zone, const Bound& bound) { return bound.day.value_or(zone.day_of(bound.moment)); }

std::optional<Date> first_day(const calendar::Zone& zone, const std::optional<Bound>& from) {
  if (!from) return std::nullopt;
  return day_of(zone, *from);
}

std::optional<Date> last_day(const calendar::Zone& zone, const std::optional<Bound>& before) {
  if (!before) return std::nullopt;
  if (before->day) return *before->day - std::chrono::days{1};
  return zone.day_of(before->moment);
}

}  // namespace inforce::query
