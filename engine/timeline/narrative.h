// What bears on one measure: acts, cuts, the points in time at which they happen, and the demands that S15 makes of the
// inexact dates among them.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "engine/timeline/resolve.h"
#include "engine/timeline/worlds.h"

namespace inforce::timeline {

/// A date of an effect on the time axis. It has come only for whoever takes all of `anchors` as happened (S17).
struct ActPoint {
  PointIndex point = 0;
  std::vector<model::EventId> anchors;
  friend bool operator==(const ActPoint&, const ActPoint&) = default;
};

struct Act {
  model::EffectId effect;
  model::EventId event;
  ActPoint at;
  std::optional<ActPoint> end;
  std::optional<ActPoint> compliance;
  friend bool operator==(const Act&, const Act&) = default;
};

/// `by` supersedes `superseded` from `at` on (S8, D5).
struct Cut {
  model::EventId by;
  model::EventId superseded;
  ActPoint at;
  friend bool operator==(const Cut&, const Cut&) = default;
};

/// "Never after", of two points, where both events count: an end and its beginning, or `after` (S15, D3).
struct Demand {
  Point earlier;
  Point later;
  std::vector<model::EventId> events;  ///< All must have happened for the demand to be made.
  friend bool operator==(const Demand&, const Demand&) = default;
};

struct Narrative {
  std::vector<Act> acts;
  std::vector<Cut> cuts;
  std::vector<Point> points;           ///< Distinct; what `PointIndex` refers to.
  std::vector<Demand> demands;         ///< On inexact dates that bear on this measure, also through others.
  std::vector<model::EventId> events;  ///< All whose being known or retracted makes a difference; sorted.
  friend bool operator==(const Narrative&, const Narrative&) = default;
};

/// Gathers the narratives of all measures, and judges the exact dates once (IF408, IF411, IF412).
class Narratives {
 public:
  Narratives(const model::Rulebook& rulebook, const ResolvedDates& dates, std::vector<Diagnostic>& found);

  [[nodiscard]] Narrative of(model::MeasureId measure) const;

 private:
  class PointTable;

  void gather_acts();
  void gather_demands(std::vector<Diagnostic>& found);
  void add_demand(Demand demand);
  void add_order_of_effect(model::EffectId effect, std::vector<Diagnostic>& found);
  void add_order_of_events(model::EventId later, model::EventId earlier, std::vector<Diagnostic>& found);
  void close_over_demands(Narrative& narrative) const;
  void close_over_events(Narrative& narrative) const;
  void add_cuts(Narrative& narrative, PointTable& table) const;

  const model::Rulebook& rulebook_;
  const ResolvedDates& dates_;
  std::vector<std::vector<model::EffectId>> effects_on_;        // by measure
  std::vector<std::vector<model::EventId>> retracted_by_;       // by event
  std::vector<std::vector<model::EventId>> superseded_by_;      // by event
  std::map<model::EventId, std::vector<VariableId>> unknowns_;  // acting dates written `unknown`, by event
  std::vector<Demand> demands_;
  std::map<VariableId, std::vector<std::size_t>> demands_on_;
};

}  // namespace inforce::timeline
