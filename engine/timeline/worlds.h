// The possible worlds of S15, by order and not by day: completions in which the points of a measure come in one order
// are one world. Orders are found by bounds on the inexact dates; since every point never falls as its date rises,
// the bounds of a world are themselves completions, so its earliest and latest moments are exact.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/timeline/moving_date.h"
#include "engine/timeline/replay.h"

namespace inforce::timeline {

/// Limits past which a measure is refused (IF502), not guessed at.
inline constexpr std::size_t most_inexact_dates = 8;
inline constexpr std::size_t most_worlds = 20'000;
inline constexpr std::int64_t most_days_of_a_date = 20'000;

/// The index of a point in `WorldProblem::points`.
using PointIndex = std::uint32_t;

struct WorldProblem {
  std::span<const Variable> variables;  ///< Of the whole rulebook.
  std::vector<Point> points;            ///< Distinct. The first `ranked` of them get ranks.
  std::size_t ranked = 0;
  std::vector<std::pair<PointIndex, PointIndex>> not_after;  ///< First is never after second.
};

/// One order of the points.
class World {
 public:
  virtual ~World() = default;
  [[nodiscard]] virtual Rank rank_count() const = 0;
  [[nodiscard]] virtual Rank rank_of(PointIndex point) const = 0;

  /// All moments that lie, in some completion of this world, at or after rank `from` and before rank `before`.
  /// An empty `from` is the beginning of time, `before == no_rank` its end. Sorted, disjoint.
  [[nodiscard]] virtual std::vector<Period> covered(std::optional<Rank> from, Rank before) const = 0;
  [[nodiscard]] virtual Moment earliest(Rank rank) const = 0;
  [[nodiscard]] virtual Moment latest(Rank rank) const = 0;
};

enum class Worlds : std::uint8_t {
  some,      ///< All were visited.
  none,      ///< No completion keeps to `not_after` (IF409).
  too_many,  ///< Past a limit above; what was visited is not all.
};

/// Calls `visit` once for each world; where no point is inexact, exactly once.
[[nodiscard]] Worlds for_each_world(const WorldProblem& problem, const std::function<void(const World&)>& visit);

}  // namespace inforce::timeline
