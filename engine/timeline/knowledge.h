// Who knew what when (S8–S11): when each event could be known, and which events then count as having happened.
#pragma once

#include <vector>

#include "engine/timeline/compiled.h"
#include "engine/timeline/resolve.h"

namespace inforce::timeline {

/// The times of all events, by EventId (S9).
[[nodiscard]] std::vector<EventTimes> times_of(const model::Rulebook& rulebook, const ResolvedDates& dates);

/// A state of knowledge about some events: from `from` on, on the axis of moments or of civil days, those in `known`.
struct Stage {
  Moment from{};
  std::vector<model::EventId> happened;  ///< Known, counting and not retracted; sorted.

  [[nodiscard]] bool has(model::EventId event) const;
  [[nodiscard]] bool has_all(const std::vector<model::EventId>& events) const;
};

/// Tells the stages of knowledge apart. Made once for a rulebook.
class Knowledge {
 public:
  Knowledge(const model::Rulebook& rulebook, const std::vector<EventTimes>& times);

  /// The stages that knowledge of `events` (sorted) passes through, in order; coordinates are moments, or midnights of
  /// civil days in UTC where `by_day`. The last stage is all that is recorded.
  [[nodiscard]] std::vector<Stage> stages(const std::vector<model::EventId>& events, bool by_day) const;

 private:
  [[nodiscard]] Stage stage(Moment from, const std::vector<model::EventId>& known) const;

  const std::vector<EventTimes>& times_;
  std::vector<std::vector<model::EventId>> retracted_by_;
  std::vector<std::uint32_t> depth_;  // of retraction: an event is judged after those that retract it
};

}  // namespace inforce::timeline
