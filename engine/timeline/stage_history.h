// The history of one measure for one state of knowledge: every world is replayed; what is so in all is certain, what is
// so in some is possible (S15).
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "engine/timeline/knowledge.h"
#include "engine/timeline/narrative.h"

namespace inforce::timeline {

enum class Trouble : std::uint8_t {
  none,
  contradiction,  ///< Acts that always meet, in no order (S6).
  no_completion,  ///< The inexact dates exclude each other.
  too_many,       ///< Past the limits of worlds.h.
};

struct StageHistory {
  std::vector<Segment> segments;  ///< `known_from` and `known_before` are left open. Sorted.
  bool inexact = false;
  Trouble trouble = Trouble::none;
  std::set<std::pair<std::uint32_t, std::uint32_t>> contradictions;  ///< Indices of acts of the narrative.
  std::vector<Fate>
      fates;  ///< By act of the narrative: acted if it did in some world; `superseded` also where it has not happened.
};

[[nodiscard]] StageHistory history_at(const model::Rulebook& rulebook, const ResolvedDates& dates,
                                      const Narrative& narrative, const Stage& stage, Interner& interner);

}  // namespace inforce::timeline
