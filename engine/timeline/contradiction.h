// Which effects contradict each other at one moment, and which order `after` gives them (S6, D4).
#pragma once

#include "engine/timeline/replay.h"

namespace inforce::timeline {

/// True where the order of two acts of one measure at one moment would matter.
[[nodiscard]] bool contradict(const model::Rulebook& rulebook, const RankedAct& a, const RankedAct& b);

/// True where event `later` comes after `earlier`, by its own word or through others.
[[nodiscard]] bool comes_after(const model::Rulebook& rulebook, model::EventId later, model::EventId earlier);

/// Begins a spell: `impose`, or `enlist` of a member. Ends one: `lift`, `delist`.
[[nodiscard]] bool begins_spell(const model::Effect& effect);
[[nodiscard]] bool ends_spell(const model::Effect& effect);

/// D4: effects of one moment that do not contradict each other act in order of their phases.
[[nodiscard]] int phase_of(const model::Effect& effect);

}  // namespace inforce::timeline
