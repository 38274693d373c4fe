#include "engine/timeline/world_bounds.h"

#include <algorithm>
#include <compare>

namespace inforce::timeline {

namespace {

/// Bounds that still move after this many rounds chase each other towards an open end: nothing satisfies them.
constexpr int most_rounds = 5000;

constexpr std::chrono::days one_day{1};

/// Between these days, two points that move unlike each other are compared day by day; beyond, they are taken to keep
/// the order that they have at the edge.
constexpr Date first_day_tried{std::chrono::year{1850} / 1 / 1};
constexpr Date last_day_tried{std::chrono::year{2150} / 12 / 31};

}  // namespace

WorldBounds::WorldBounds(const WorldProblem& problem) : problem_(&problem) {
  for (const Point& point : problem.points) {
    if (point.variable) used_.push_back(*point.variable);
  }
  std::ranges::sort(used_);
  used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
  for (const Point& point : problem.points) {
    places_.emplace_back();
    if (!point.variable) continue;
    places_.back() = static_cast<std::size_t>(std::ranges::lower_bound(used_, *point.variable) - used_.begin());
  }
  for (const VariableId variable : used_) {
    const auto& runs = problem.variables[variable].runs;
    ranges_.push_back({runs.front().first, runs.back().last});
  }
}

Moment WorldBounds::earliest(PointIndex point) const {
  const Point& of = problem_->points[point];
  return of.variable ? of.at(ranges_[*places_[point]].first) : of.moment;
}

Moment WorldBounds::latest(PointIndex point) const {
  const Point& of = problem_->points[point];
  return of.variable ? of.at(ranges_[*places_[point]].last) : of.moment;
}

bool WorldBounds::same_shape(PointIndex a, PointIndex b) const {
  const Point& first = problem_->points[a];
  const Point& second = problem_->points[b];
  return first.zone == second.zone && is_shift(first.steps) && is_shift(second.steps);
}

namespace {

/// Beyond the days that can be written nothing moves: an open end stands alone where two points of one date would
/// meet there.
std::vector<calendar::DayRange> without_open_ends(std::vector<calendar::DayRange> runs) {
  if (runs.back().last == calendar::open_future() && runs.back().first < runs.back().last) {
    runs.back().last -= one_day;
    runs.push_back({calendar::open_future(), calendar::open_future()});
  }
  if (runs.front().first == calendar::open_past() && runs.front().first < runs.front().last) {
    runs.front().first += one_day;
    runs.insert(runs.begin(), {calendar::open_past(), calendar::open_past()});
  }
  return runs;
}

}  // namespace

std::optional<std::vector<std::vector<calendar::DayRange>>> WorldBounds::cells() const {
  std::vector<std::vector<calendar::DayRange>> cells;
  for (std::size_t place = 0; place < used_.size(); ++place) {
    const auto& runs = problem_->variables[used_[place]].runs;
    const auto points = std::ranges::count(places_, std::optional(place));
    cells.push_back(points > 1 ? without_open_ends(runs) : runs);
  }
  const auto count = static_cast<PointIndex>(problem_->points.size());
  for (PointIndex a = 0; a < count; ++a) {
    for (PointIndex b = a + 1; b < count; ++b) {
      if (!places_[a] || places_[a] != places_[b] || same_shape(a, b)) continue;
      cut(cells[*places_[a]], a, b);
      if (cells[*places_[a]].size() > most_worlds) return std::nullopt;
    }
  }
  return cells;
}

void WorldBounds::cut(std::vector<calendar::DayRange>& runs, PointIndex a, PointIndex b) const {
  const auto order = [&](Date day) { return problem_->points[a].at(day) <=> problem_->points[b].at(day); };
  std::vector<calendar::DayRange> pieces;
  for (const calendar::DayRange& run : runs) {
    pieces.push_back(run);
    auto current = order(run.first);
    const Date last = std::min(run.last, last_day_tried);
    for (Date day = std::max(run.first + one_day, first_day_tried); day <= last; day += one_day) {
      const auto next = order(day);
      if (next != current) {
        pieces.back().last = day - one_day;
        pieces.push_back({day, run.last});
      }
      current = next;
    }
  }
  runs = std::move(pieces);
}

bool WorldBounds::tighten() {
  for (int round = 0; round < most_rounds; ++round) {
    bool moved = false;
    for (const Demand& demand : demands_) {
      if (!tighten(demand, moved)) return false;
    }
    if (!moved) return true;
  }
  return false;
}

bool WorldBounds::tighten(const Demand& demand, bool& moved) {
  const auto [earlier, later, strict] = demand;
  const bool one_date = places_[earlier] && places_[earlier] == places_[later];
  if (one_date) {  // within a cell their order is the same for every day
    const Moment first = earliest(earlier);
    const Moment second = earliest(later);
    return strict ? first < second : first <= second;
  }
  return raise(later, earliest(earlier), strict, moved) && lower(earlier, latest(later), strict, moved);
}

bool WorldBounds::raise(PointIndex point, Moment to, bool strict, bool& moved) {
  const auto enough = [&](Moment moment) { return strict ? moment > to : moment >= to; };
  if (enough(earliest(point))) return true;
  if (!places_[point] || !enough(latest(point))) return false;
  calendar::DayRange& range = ranges_[*places_[point]];
  Date low = range.first;  // not enough here
  Date high = range.last;  // enough here
  while (high - low > one_day) {
    const Date middle = low + (high - low) / 2;
    (enough(problem_->points[point].at(middle)) ? high : low) = middle;
  }
  range.first = high;
  moved = true;
  return true;
}

bool WorldBounds::lower(PointIndex point, Moment to, bool strict, bool& moved) {
  const auto enough = [&](Moment moment) { return strict ? moment < to : moment <= to; };
  if (enough(latest(point))) return true;
  if (!places_[point] || !enough(earliest(point))) return false;
  calendar::DayRange& range = ranges_[*places_[point]];
  Date low = range.first;  // enough here
  Date high = range.last;  // not enough here
  while (high - low > one_day) {
    const Date middle = low + (high - low) / 2;
    (enough(problem_->points[point].at(middle)) ? low : high) = middle;
  }
  range.last = low;
  moved = true;
  return true;
}

std::optional<std::pair<PointIndex, PointIndex>> WorldBounds::first_open_pair() const {
  const auto count = static_cast<PointIndex>(problem_->ranked);
  for (PointIndex a = 0; a < count; ++a) {
    for (PointIndex b = a + 1; b < count; ++b) {
      if (!places_[a] && !places_[b]) continue;
      if (places_[a] == places_[b] || settled_.contains({a, b})) continue;
      const Moment first_a = earliest(a);
      const Moment last_a = latest(a);
      const Moment first_b = earliest(b);
      const Moment last_b = latest(b);
      if (last_a < first_b || last_b < first_a) continue;
      if (first_a == last_a && first_b == last_b) continue;
      return std::pair{a, b};
    }
  }
  return std::nullopt;
}

bool WorldBounds::moves_by_whole_days_in_one_zone() const {
  std::optional<calendar::Zone> zone;
  for (PointIndex point = 0; point < problem_->points.size(); ++point) {
    if (earliest(point) == latest(point)) continue;
    const Point& of = problem_->points[point];
    if (!is_shift(of.steps) || (zone && !(*zone == of.zone))) return false;
    zone = of.zone;
  }
  return true;
}

std::vector<Date> WorldBounds::days_of(PointIndex point) const {
  std::vector<Date> days;
  const calendar::DayRange& range = ranges_[*places_[point]];
  if ((range.last - range.first).count() > most_days_of_a_date) return days;
  for (Date day = range.first; day <= range.last; day += one_day) days.push_back(day);
  return days;
}

bool WorldBounds::fix(PointIndex point, Date day) {
  choose(*places_[point], {day, day});
  return tighten();
}

}  // namespace inforce::timeline
