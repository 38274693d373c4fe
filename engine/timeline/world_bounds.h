// Bounds on the inexact dates of a measure under demands of order between points. Every point is a never-falling
// function of one date, so demands "a before b" keep the set of completions a lattice: tightening the bounds until
// nothing moves finds its least and greatest members, and finds out that there are none.
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "engine/timeline/worlds.h"

namespace inforce::timeline {

class WorldBounds {
 public:
  explicit WorldBounds(const WorldProblem& problem);

  [[nodiscard]] const WorldProblem& problem() const { return *problem_; }
  [[nodiscard]] std::size_t variable_count() const { return used_.size(); }

  /// The runs of each date, cut where two points of the same date change their order. Empty: too many runs.
  [[nodiscard]] std::optional<std::vector<std::vector<calendar::DayRange>>> cells() const;

  /// Limits a date (by its place among the used ones) to a run of days.
  void choose(std::size_t variable, const calendar::DayRange& range) { ranges_[variable] = range; }

  /// Demands `earlier` at or before `later`; strictly before, where `strict`.
  void require(PointIndex earlier, PointIndex later, bool strict) { demands_.push_back({earlier, later, strict}); }

  /// Notes that the order of two points has been demanded.
  void settle(PointIndex a, PointIndex b) { settled_.insert({std::min(a, b), std::max(a, b)}); }

  /// Tightens all bounds. False: no completion is left.
  [[nodiscard]] bool tighten();

  /// Two ranked points whose order the bounds leave open.
  [[nodiscard]] std::optional<std::pair<PointIndex, PointIndex>> first_open_pair() const;

  [[nodiscard]] Moment earliest(PointIndex point) const;
  [[nodiscard]] Moment latest(PointIndex point) const;

  /// True where all ranked points that are still open shift by whole days, in one zone.
  [[nodiscard]] bool moves_by_whole_days_in_one_zone() const;

  /// The days that the date of a point may still be; empty where they are more than can be looked at one by one.
  [[nodiscard]] std::vector<Date> days_of(PointIndex point) const;

  /// Fixes the date of a point. False: no completion has it so.
  [[nodiscard]] bool fix(PointIndex point, Date day);

 private:
  struct Demand {
    PointIndex earlier;
    PointIndex later;
    bool strict;
  };

  [[nodiscard]] bool tighten(const Demand& demand, bool& moved);
  [[nodiscard]] bool raise(PointIndex point, Moment to, bool strict, bool& moved);
  [[nodiscard]] bool lower(PointIndex point, Moment to, bool strict, bool& moved);
  [[nodiscard]] bool same_shape(PointIndex a, PointIndex b) const;
  void cut(std::vector<calendar::DayRange>& runs, PointIndex a, PointIndex b) const;

  const WorldProblem* problem_;
  std::vector<VariableId> used_;
  std::vector<std::optional<std::size_t>> places_;  // of each point's date among `used_`
  std::vector<calendar::DayRange> ranges_;          // by place
  std::vector<Demand> demands_;
  std::set<std::pair<PointIndex, PointIndex>> settled_;
};

}  // namespace inforce::timeline
