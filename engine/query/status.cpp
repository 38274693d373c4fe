#include "engine/query/status.h"

#include <algorithm>

namespace inforce::query {

using timeline::Segment;
using timeline::State;

namespace {

using Worlds = std::vector<const Segment*>;

bool contains(const Segment& segment, Moment moment) { return segment.from <= moment && moment < segment.before; }

bool some(const Worlds& worlds, State state) {
  return std::any_of(worlds.begin(), worlds.end(), [&](const Segment* segment) { return segment->state == state; });
}

/// Empty where the measure is certainly in no spell.
std::optional<Status> present_status(const Worlds& worlds, bool or_none) {
  const bool in_force = some(worlds, State::in_force);
  const bool grace = some(worlds, State::grace);
  const bool suspended = some(worlds, State::suspended);
  const bool absent = or_none || worlds.empty() || some(worlds, State::absent);
  if (!in_force && !grace && !suspended) return std::nullopt;
  if (!in_force && !grace) return Status::suspended;
  if (absent || suspended || (in_force && grace)) return Status::may_apply;
  return in_force ? Status::applies : Status::grace;
}

/// Attributes that all have in common (D8).
Attributes common_attributes(const View& view, const Worlds& worlds) {
  std::optional<Attributes> common;
  for (const auto* segment : worlds) {
    if (segment->state == State::absent) continue;
    const auto& set = view.compiled.attribute_sets[segment->attributes];
    if (!common) {
      common = set;
      continue;
    }
    std::erase_if(*common, [&](const auto& entry) {
      const auto other = set.find(entry.first);
      return other == set.end() || other->second != entry.second;
    });
  }
  return common.value_or(Attributes{});
}

bool may_be_absent(const Record& record, Moment moment) {
  if (record.possible.empty()) return false;
  const auto worlds = worlds_at(record, moment);
  return worlds.empty() || some(worlds, State::absent);
}

void set_spell(const Record& record, Moment from, Moment before, Standing& standing) {
  if (from != beginning_of_time && !may_be_absent(record, from)) standing.since = from;
  if (before != end_of_time && !may_be_absent(record, before - std::chrono::seconds{1})) standing.before = before;
}

void add_deciding(const Record& record, Moment moment, Standing& standing) {
  const auto& places = record.history->places;
  for (const auto& place : places) {
    if (place.earliest <= moment && moment < place.latest) standing.deciding.push_back(&place);
  }
  if (!standing.deciding.empty()) return;
  for (const auto& place : places) standing.deciding.push_back(&place);
}

Standing present(const View& view, const Record& record, Moment moment, Status status, const Worlds& worlds) {
  Standing standing{.status = status, .attributes = common_attributes(view, worlds)};
  Moment from = end_of_time;
  Moment before = beginning_of_time;
  for (const auto* segment : worlds) {
    if (segment->state == State::absent) continue;
    from = std::min(from, segment->spell_from);
    before = std::max(before, segment->spell_before);
    if (std::find(standing.chains.begin(), standing.chains.end(), segment->chain) == standing.chains.end()) {
      standing.chains.push_back(segment->chain);
    }
  }
  set_spell(record, from, before, standing);
  if (status == Status::may_apply || (status == Status::suspended && worlds.size() > 1)) {
    add_deciding(record, moment, standing);
  }
  return standing;
}

/// The last segment of the spell in which the measure last bound; null where it never did.
const Segment* past(const Record& record, Moment moment) {
  const Segment* bound = nullptr;
  const auto& list = record.possible.empty() ? record.certain : record.possible;
  for (const auto& segment : list) {
    if (binds(segment) && segment.before <= moment && (bound == nullptr || segment.before > bound->before)) {
      bound = &segment;
    }
  }
  if (bound == nullptr) return nullptr;
  for (const auto& segment : list) {
    const bool same_spell = segment.state == State::suspended && segment.spell_from == bound->spell_from;
    if (same_spell && segment.before <= moment && segment.before > bound->before) bound = &segment;
  }
  return bound;
}

/// Whether some event that imposes what the chain is about is known by the time asked about (S11).
bool is_announced(const View& view, timeline::ChainId chain, const When& asked) {
  const auto effects = timeline::effects_of(view.compiled, chain);
  return std::any_of(effects.begin(), effects.end(), [&](model::EffectId id) {
    const auto& effect = view.rules[id];
    return imposes(effect) && timeline::is_known(view.compiled, effect.event, view.known ? *view.known : asked);
  });
}

Standing absent(const View& view, const Record& record, Moment moment, const When& asked) {
  Standing standing;
  if (const auto* next = coming(record, moment)) {
    standing.status = is_announced(view, next->chain, asked) ? Status::pending : Status::not_yet;
    standing.chains = {next->chain};
    standing.attributes = view.compiled.attribute_sets[next->attributes];
    set_spell(record, next->spell_from > moment ? next->spell_from : next->from, next->spell_before, standing);
    if (!standing.since) add_deciding(record, next->from, standing);
    return standing;
  }
  if (const auto* last = past(record, moment)) {
    standing.status = Status::ended;
    standing.chains = {last->chain};
    standing.attributes = view.compiled.attribute_sets[last->attributes];
    set_spell(record, last->spell_from, last->spell_before, standing);
    return standing;
  }
  standing.status = record.announced ? Status::never : Status::not_yet;
  return standing;
}

}  // namespace

const Segment* coming(const Record& record, Moment moment) {
  const Segment* found = nullptr;
  for (const auto* list : {&record.certain, &record.possible}) {
    for (const auto& segment : *list) {
      if (!binds(segment) || segment.from <= moment) continue;
      if (found == nullptr || segment.from < found->from) found = &segment;
    }
  }
  return found;
}

std::vector<const Segment*> worlds_at(const Record& record, Moment moment) {
  for (const auto& segment : record.certain) {
    if (contains(segment, moment)) return {&segment};
  }
  std::vector<const Segment*> found;
  for (const auto& segment : record.possible) {
    if (contains(segment, moment)) found.push_back(&segment);
  }
  return found;
}

Standing force_at(const View& view, const Record& record, Moment moment, const When& asked) {
  if (auto standing = present_at(view, record, moment, worlds_at(record, moment), false)) return *standing;
  return absent(view, record, moment, asked);
}

std::optional<Standing> present_at(const View& view, const Record& record, Moment moment, const Worlds& worlds,
                                   bool or_none) {
  const auto status = present_status(worlds, or_none);
  if (!status) return std::nullopt;
  return present(view, record, moment, *status, worlds);
}

}  // namespace inforce::query
