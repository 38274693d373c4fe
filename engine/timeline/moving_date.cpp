#include "engine/timeline/moving_date.h"

#include <algorithm>

namespace inforce::timeline {

namespace {

bool is_open(Date day) { return day == calendar::open_past() || day == calendar::open_future(); }

}  // namespace

std::optional<Date> moved(Date day, const Step& step) {
  if (is_open(day)) return day;
  switch (step.kind) {
    case Step::Kind::days:
      return calendar::add_days(day, step.count);
    case Step::Kind::months:
      return calendar::add_months(day, step.count, step.rounding);
    case Step::Kind::business_days:
      return step.calendar->add(day, step.count);
    case Step::Kind::next_business_day:
      return step.calendar->next(day);
  }
  return std::nullopt;
}

Date moved(Date day, std::span<const Step> steps) {
  for (const Step& step : steps) {
    const auto next = moved(day, step);
    if (!next) return step.count < 0 ? calendar::open_past() : calendar::open_future();
    day = *next;
  }
  return day;
}

bool is_shift(std::span<const Step> steps) {
  return std::ranges::all_of(steps, [](const Step& step) { return step.kind == Step::Kind::days; });
}

Moment Point::at(Date value_of_variable) const {
  return variable ? zone.start_of(moved(value_of_variable, std::span<const Step>(steps))) : moment;
}

Point point_of(const MovingDate& date, const calendar::Zone& zone, int days_after) {
  Point point;
  if (date.moment) {
    point.moment = *date.moment;
    return point;
  }
  const Step after{Step::Kind::days, days_after, {}, nullptr};
  if (!date.variable) {
    point.moment = zone.start_of(moved(date.day, std::span<const Step>(&after, 1)));
    return point;
  }
  point.variable = date.variable;
  point.steps = date.steps;
  point.zone = zone;
  if (days_after != 0) point.steps.push_back(after);
  return point;
}

Moment earliest(const Point& point, std::span<const Variable> variables) {
  return point.variable ? point.at(variables[*point.variable].runs.front().first) : point.moment;
}

Moment latest(const Point& point, std::span<const Variable> variables) {
  return point.variable ? point.at(variables[*point.variable].runs.back().last) : point.moment;
}

}  // namespace inforce::timeline
