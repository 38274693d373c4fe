#include "engine/timeline/contradiction.h"

#include <algorithm>
#include <set>

namespace inforce::timeline {

using model::Effect;
using model::Verb;

bool begins_spell(const Effect& effect) { return effect.verb == Verb::impose || effect.verb == Verb::enlist; }

bool ends_spell(const Effect& effect) { return effect.verb == Verb::lift || effect.verb == Verb::delist; }

namespace {

bool sets_spell_end(const Effect& effect) {
  return begins_spell(effect) || (effect.verb == Verb::extend && !effect.of_suspension);
}

bool sets_suspension_end(const Effect& effect) {
  return effect.verb == Verb::suspend || (effect.verb == Verb::extend && effect.of_suspension);
}

bool sets_attributes(const Effect& effect) { return begins_spell(effect) || effect.verb == Verb::amend; }

bool one_attribute_two_values(const Effect& a, const Effect& b) {
  return std::ranges::any_of(a.attributes, [&](const auto& attribute) {
    const auto other = b.attributes.find(attribute.first);
    return other != b.attributes.end() && other->second != attribute.second;
  });
}

bool two_scopes(const Effect& a, const Effect& b) { return a.scope && b.scope && a.scope->text != b.scope->text; }

/// A spell begins with the attributes of its impose alone, so of two imposes each word counts, also the missing one.
bool two_beginnings(const RankedAct& a, const Effect& first, const RankedAct& b, const Effect& second) {
  return a.compliance != b.compliance || first.attributes != second.attributes;
}

}  // namespace

bool contradict(const model::Rulebook& rulebook, const RankedAct& a, const RankedAct& b) {
  const Effect& first = rulebook[a.effect];
  const Effect& second = rulebook[b.effect];
  if ((begins_spell(first) && ends_spell(second)) || (ends_spell(first) && begins_spell(second))) return true;
  if ((first.verb == Verb::suspend && second.verb == Verb::resume) ||
      (first.verb == Verb::resume && second.verb == Verb::suspend)) {
    return true;
  }
  const bool one_end =
      (sets_spell_end(first) && sets_spell_end(second)) || (sets_suspension_end(first) && sets_suspension_end(second));
  if (one_end && a.end != b.end) return true;
  if (!sets_attributes(first) || !sets_attributes(second)) return false;
  if (begins_spell(first) && begins_spell(second)) return two_beginnings(a, first, b, second);
  const bool two_compliances = a.compliance && b.compliance && *a.compliance != *b.compliance;
  return two_compliances || two_scopes(first, second) || one_attribute_two_values(first, second);
}

int phase_of(const Effect& effect) {
  if (begins_spell(effect) || ends_spell(effect)) return 1;
  if (effect.verb == Verb::suspend || effect.verb == Verb::resume) return 2;
  return effect.verb == Verb::extend ? 3 : 4;
}

bool comes_after(const model::Rulebook& rulebook, model::EventId later, model::EventId earlier) {
  std::set<model::EventId> seen{later};
  std::vector<model::EventId> open{later};
  while (!open.empty()) {
    const model::EventId event = open.back();
    open.pop_back();
    for (const model::EventId before : rulebook[event].after) {
      if (before == earlier) return true;
      if (seen.insert(before).second) open.push_back(before);
    }
  }
  return false;
}

}  // namespace inforce::timeline
