#include "engine/timeline/worlds.h"

#include <algorithm>
#include <map>

#include "engine/timeline/world_bounds.h"

namespace inforce::timeline {

namespace {

/// An order of the ranked points, read off bounds in which every two of them are ordered.
class OrderedWorld : public World {
 public:
  explicit OrderedWorld(const WorldBounds& bounds) : bounds_(bounds) {
    std::map<Moment, std::vector<PointIndex>> groups;
    for (PointIndex point = 0; point < bounds.problem().ranked; ++point) {
      groups[bounds.earliest(point)].push_back(point);
    }
    ranks_.resize(bounds.problem().ranked);
    for (const auto& [moment, points] : groups) {
      for (const PointIndex point : points) ranks_[point] = static_cast<Rank>(heads_.size());
      heads_.push_back(head_of(points));
    }
  }

  Rank rank_count() const override { return static_cast<Rank>(heads_.size()); }
  Rank rank_of(PointIndex point) const override { return ranks_[point]; }
  Moment earliest(Rank rank) const override { return bounds_.earliest(heads_[rank]); }
  Moment latest(Rank rank) const override { return bounds_.latest(heads_[rank]); }

  std::vector<Period> covered(std::optional<Rank> from, Rank before) const override {
    const Moment first = from ? opened(earliest(*from), *from) : beginning_of_time;
    const Moment last = before == no_rank ? end_of_time : opened(latest(before), before);
    const bool one_end_fixed = !from || before == no_rank || is_fixed(*from) || is_fixed(before);
    if (one_end_fixed || bounds_.moves_by_whole_days_in_one_zone()) return {{first, last}};
    const auto days = bounds_.days_of(heads_[*from]);
    return days.empty() ? std::vector<Period>{{first, last}} : day_by_day(*from, before, days);
  }

 private:
  bool is_fixed(Rank rank) const { return earliest(rank) == latest(rank); }

  /// An inexact date that reaches the first or last year that can be written is open there.
  Moment opened(Moment moment, Rank rank) const {
    if (is_fixed(rank)) return moment;
    if (moment < Moment{calendar::first_writable_day() + std::chrono::days{366}}) return beginning_of_time;
    return moment > Moment{calendar::last_writable_day() - std::chrono::days{366}} ? end_of_time : moment;
  }

  /// A fixed point of a group, where it has one.
  PointIndex head_of(const std::vector<PointIndex>& points) const {
    const auto fixed = std::ranges::find_if(
        points, [&](PointIndex point) { return bounds_.earliest(point) == bounds_.latest(point); });
    return fixed == points.end() ? points.front() : *fixed;
  }

  /// Where dates move by months, business days or in several zones, the periods of two neighbouring days need not
  /// touch: each value of the first date is looked at alone. (Not so for open ranges: there they are taken to touch.)
  std::vector<Period> day_by_day(Rank from, Rank before, const std::vector<Date>& days) const {
    std::vector<Period> periods;
    const PointIndex first = heads_[from];
    for (const Date day : days) {
      WorldBounds fixed = bounds_;
      if (!fixed.fix(first, day)) continue;
      const Period period{fixed.earliest(first), fixed.latest(heads_[before])};
      if (!periods.empty() && period.from <= periods.back().before) {
        periods.back().before = std::max(periods.back().before, period.before);
      } else {
        periods.push_back(period);
      }
    }
    return periods;
  }

  const WorldBounds& bounds_;
  std::vector<Rank> ranks_;
  std::vector<PointIndex> heads_;
};

class Enumerator {
 public:
  Enumerator(const WorldProblem& problem, const std::function<void(const World&)>& visit)
      : problem_(problem), visit_(visit) {}

  Worlds run() {
    WorldBounds bounds(problem_);
    if (bounds.variable_count() > most_inexact_dates) return Worlds::too_many;
    const auto cells = bounds.cells();
    if (!cells) return Worlds::too_many;
    for (const auto& [earlier, later] : problem_.not_after) bounds.require(earlier, later, false);
    choose_cells(bounds, *cells, 0);
    if (visited_ > most_worlds) return Worlds::too_many;
    return visited_ == 0 ? Worlds::none : Worlds::some;
  }

 private:
  void choose_cells(const WorldBounds& bounds, const std::vector<std::vector<calendar::DayRange>>& cells,
                    std::size_t variable) {
    if (visited_ > most_worlds) return;
    if (variable == cells.size()) {
      WorldBounds start = bounds;
      if (start.tighten()) order(start);
      return;
    }
    for (const calendar::DayRange& cell : cells[variable]) {
      WorldBounds chosen = bounds;
      chosen.choose(variable, cell);
      choose_cells(chosen, cells, variable + 1);
    }
  }

  /// Branches on the first two ranked points whose order is open: before, together, after.
  void order(const WorldBounds& bounds) {
    if (visited_ > most_worlds) return;
    const auto open = bounds.first_open_pair();
    if (!open) {
      ++visited_;
      visit_(OrderedWorld(bounds));
      return;
    }
    const auto [a, b] = *open;
    for (const int how : {-1, 0, 1}) {
      WorldBounds branch = bounds;
      if (how == 0) {
        branch.require(a, b, false);
        branch.require(b, a, false);
      } else {
        branch.require(how < 0 ? a : b, how < 0 ? b : a, true);
      }
      branch.settle(a, b);
      if (branch.tighten()) order(branch);
    }
  }

  const WorldProblem& problem_;
  const std::function<void(const World&)>& visit_;
  std::size_t visited_ = 0;
};

}  // namespace

Worlds for_each_world(const WorldProblem& problem, const std::function<void(const World&)>& visit) {
  return Enumerator(problem, visit).run();
}

}  // namespace inforce::timeline
