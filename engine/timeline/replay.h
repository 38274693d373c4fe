// The event calculus of one measure (S3–S8), over ranks: places in the order of moments. It knows no dates, so the same
// replay serves exact histories and each possible order of inexact ones.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/timeline/interner.h"

namespace inforce::timeline {

/// A place in the order of all moments that matter to a measure; equal moments have equal ranks.
using Rank = std::uint32_t;
inline constexpr Rank no_rank = 0xffffffffU;  ///< Never.

/// An effect with its moments ranked.
struct RankedAct {
  model::EffectId effect;
  model::EventId event;
  Rank at = 0;
  Rank end = no_rank;
  std::optional<Rank> compliance;  ///< `no_rank`: required from a day that has not come (D2).
};

/// From `at` on, what `superseded` imposed ends, and its effects do not happen (S8).
struct RankedCut {
  model::EventId by;
  model::EventId superseded;
  Rank at = 0;
};

/// A state from a rank on, to the next piece.
struct Piece {
  Rank from = 0;
  State state = State::absent;
  std::uint32_t attributes = 0;
  ChainId chain = 0;
  std::uint32_t spell = 0;  ///< Index into `Replay::spells`, where not absent.
};

struct SpellBounds {
  Rank from = 0;
  Rank before = no_rank;
  std::optional<model::EventId> ended_by;  ///< None where it ends by itself.
};

enum class Fate : std::uint8_t { idle, acted, superseded };

struct Replay {
  std::vector<Piece> pieces;  ///< In order; before the first, the measure is absent.
  std::vector<SpellBounds> spells;
  std::vector<Fate> fates;  ///< By act.
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      unordered;  ///< Acts that contradict each other, not ordered (S6).
};

/// Replays acts and cuts over `rank_count` ranks. Acts that contradict each other at one rank act as `after` says;
/// where it says nothing, by `priority` (one number an act, lower first; empty: by index), and are listed in
/// `unordered`. The result does not depend on the order of `acts` but for that.
[[nodiscard]] Replay replay(const model::Rulebook& rulebook, Interner& interner, std::span<const RankedAct> acts,
                            std::span<const RankedCut> cuts, Rank rank_count,
                            std::span<const std::uint32_t> priority = {});

}  // namespace inforce::timeline
