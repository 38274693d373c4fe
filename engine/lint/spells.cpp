#include "engine/lint/spells.h"

namespace inforce::lint {

using model::Effect;
using model::EffectId;
using timeline::Segment;
using timeline::State;

namespace {

std::optional<Moment> exact(const timeline::MovingDate& date, const calendar::Zone& zone, int days_after) {
  const timeline::Point point = timeline::point_of(date, zone, days_after);
  return point.variable ? std::nullopt : std::optional(point.moment);
}

}  // namespace

std::vector<Spell> spells_of(const timeline::Compiled& compiled, model::MeasureId measure) {
  std::vector<Spell> spells;
  if (compiled.measures[measure.value].inexact) return spells;
  std::vector<timeline::ChainId> chains;
  for (const Segment& segment : timeline::history(compiled, measure, std::nullopt, timeline::Certainty::certain)) {
    if (spells.empty() || spells.back().from != segment.spell_from) {
      spells.push_back({segment.spell_from, segment.spell_before, !segment.ended_by, std::nullopt, false, {}});
      chains.push_back(segment.chain);
    }
    Spell& spell = spells.back();
    if (segment.state != State::suspended && spell.ends_suspended) spell.last_resumed = segment.from;
    spell.ends_suspended = segment.state == State::suspended;
    chains.back() = segment.chain;
  }
  for (std::size_t i = 0; i < spells.size(); ++i) spells[i].effects = timeline::effects_of(compiled, chains[i]);
  return spells;
}

EffectMoments::EffectMoments(const model::Rulebook& rules) : rules_(rules) {
  std::vector<Diagnostic> found_before;
  resolved_ = timeline::resolve_dates(rules, found_before);
}

std::optional<Moment> EffectMoments::at(EffectId effect) const {
  const auto& date = dates(effect).at;
  return date ? exact(*date, rules_[rules_[effect].event].zone, 0) : std::nullopt;
}

std::optional<Moment> EffectMoments::end(EffectId effect) const {
  if (written_end(rules_[effect]) == nullptr) return end_of_time;
  const auto& date = dates(effect).end;
  if (!date) return std::nullopt;
  return exact(*date, rules_[rules_[effect].event].zone, dates(effect).end_is_through ? 1 : 0);
}

const model::DateExpression* written_end(const Effect& effect) {
  if (effect.through) return &*effect.through;
  return effect.before ? &*effect.before : nullptr;
}

std::string told_end(const calendar::Zone& zone, Moment end) {
  const Bound bound = zone.bound(end);
  if (!bound.day) return "at " + to_string(bound);
  return "after " + to_string(*bound.day - std::chrono::days{1});
}

bool is_explained(const model::Event& event) { return !event.quote.empty() || !event.note.empty(); }

std::vector<bool> happened(const timeline::Compiled& compiled) {
  const auto& events = compiled.rulebook.model().events;
  std::vector<bool> stands(events.size());
  std::vector<std::uint32_t> waiting(events.size());
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    stands[i] = compiled.events[i].counts;
    for (const model::EventId event : events[i].retracts) ++waiting[event.value];
  }
  std::vector<std::uint32_t> judged;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (waiting[i] == 0) judged.push_back(i);
  }
  for (std::size_t next = 0; next < judged.size(); ++next) {
    const std::uint32_t by = judged[next];
    for (const model::EventId event : events[by].retracts) {
      if (stands[by]) stands[event.value] = false;
      if (--waiting[event.value] == 0) judged.push_back(event.value);
    }
  }
  return stands;
}

}  // namespace inforce::lint
