#include "engine/timeline/possible.h"

#include <algorithm>
#include <set>

namespace inforce::timeline {

namespace {

auto in_time = [](const Segment& a, const Segment& b) {
  return std::tuple(a.from, a.before, a.state, a.attributes, a.chain) <
         std::tuple(b.from, b.before, b.state, b.attributes, b.chain);
};

/// Joins segments of one state, attributes and chain that touch or overlap.
std::vector<Segment> joined(std::vector<Segment> segments) {
  std::ranges::sort(segments, in_time);
  std::vector<Segment> joined;
  for (const Segment& each : segments) {
    if (joined.empty() || each.from > joined.back().before) {
      joined.push_back(each);
      continue;
    }
    Segment& last = joined.back();
    last.before = std::max(last.before, each.before);
    last.spell_from = std::min(last.spell_from, each.spell_from);
    last.spell_before = std::max(last.spell_before, each.spell_before);
    if (last.ended_by != each.ended_by) last.ended_by.reset();
  }
  return joined;
}

}  // namespace

void PossibleStates::add(const Segment& segment) {
  if (segment.from >= segment.before) return;
  auto& runs = runs_[{segment.state, segment.attributes}][segment.chain];
  runs.push_back(segment);
  runs.back().certain = false;
  if (runs.size() >= 64) runs = joined(std::move(runs));
}

std::vector<Segment> PossibleStates::possible() const {
  std::vector<Segment> all;
  for (const auto& [key, chains] : runs_) {
    for (const auto& [chain, runs] : chains) {
      const auto one = joined(runs);
      all.insert(all.end(), one.begin(), one.end());
    }
  }
  std::ranges::sort(all, in_time);
  return all;
}

/// Of two chains the one that tells more; of equally long ones, the first in order of effects.
ChainId PossibleStates::longer(ChainId a, ChainId b) const {
  if (a == b) return a;
  const auto first = effects_of(interner_.chains(), a);
  const auto second = effects_of(interner_.chains(), b);
  return std::tuple(second.size(), first) < std::tuple(first.size(), second) ? a : b;
}

/// The segments that cover an elementary period, told as one: the longest chain speaks, the widest spell counts.
Segment PossibleStates::told_as_one(const std::vector<const Segment*>& covering) const {
  Segment one = *covering.front();
  for (const Segment* each : covering) {
    one.chain = longer(one.chain, each->chain);
    one.spell_from = std::min(one.spell_from, each->spell_from);
    one.spell_before = std::max(one.spell_before, each->spell_before);
    if (one.ended_by != each->ended_by) one.ended_by.reset();
  }
  one.certain = true;
  return one;
}

std::vector<Segment> PossibleStates::certain(const std::vector<Segment>& possible) const {
  std::set<Moment> bounds;
  for (const Segment& each : possible) bounds.insert({each.from, each.before});
  std::vector<Segment> certain;
  for (auto bound = bounds.begin(); bound != bounds.end() && std::next(bound) != bounds.end(); ++bound) {
    const Moment from = *bound;
    const Moment before = *std::next(bound);
    std::vector<const Segment*> covering;
    for (const Segment& each : possible) {
      if (each.from <= from && before <= each.before) covering.push_back(&each);
    }
    const bool one_state = !covering.empty() && std::ranges::all_of(covering, [&](const Segment* each) {
      return each->state == covering.front()->state && each->attributes == covering.front()->attributes;
    });
    if (!one_state || covering.front()->state == State::absent) continue;
    Segment next = told_as_one(covering);
    next.from = from;
    next.before = before;
    const bool continues = !certain.empty() && certain.back().before == from && certain.back().chain == next.chain &&
                           certain.back().state == next.state && certain.back().attributes == next.attributes &&
                           certain.back().spell_from == next.spell_from &&
                           certain.back().spell_before == next.spell_before && certain.back().ended_by == next.ended_by;
    if (continues) {
      certain.back().before = before;
    } else {
      certain.push_back(next);
    }
  }
  return certain;
}

std::vector<Segment> PossibleStates::segments() const {
  const auto possible = this->possible();
  auto all = certain(possible);
  all.insert(all.end(), possible.begin(), possible.end());
  return all;
}

}  // namespace inforce::timeline
