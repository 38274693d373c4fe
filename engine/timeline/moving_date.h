// A resolved date (S16): an exact day or moment, or a written inexact date moved by steps, a never-falling function of
// the day that it really was. Nothing here knows of events' effects.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/rulebook.h"

namespace inforce::timeline {

/// One move of a day. Every step is monotone: a later day never gives an earlier one.
struct Step {
  enum class Kind : std::uint8_t { days, months, business_days, next_business_day };
  Kind kind = Kind::days;
  std::int64_t count = 0;  ///< Days, months or business days; unused for `next_business_day`.
  calendar::Rounding rounding = calendar::Rounding::refuse;
  const calendar::BusinessCalendar* calendar = nullptr;

  friend bool operator==(const Step&, const Step&) = default;
};

/// The day after a step. Empty where S16 or S17 refuse it. Open ends stay where they are.
[[nodiscard]] std::optional<Date> moved(Date day, const Step& step);

/// The day after all steps; where a step leaves the days that can be written, the open end on that side.
/// Requires: the steps were found good for `day`, or lie beyond the range that was checked.
[[nodiscard]] Date moved(Date day, std::span<const Step> steps);

/// True where the steps move every day alike, by whole days.
[[nodiscard]] bool is_shift(std::span<const Step> steps);

/// A place in a file where an inexact date is written: one value in each completion, shared by all that refer to it
/// (S15).
struct Variable {
  model::EventId event;
  std::string field;
  std::string written;
  Span span;
  std::vector<calendar::DayRange> runs;
  bool unknown = false;
  bool acting = false;  ///< `unknown` here is bounded by when the earlier event acts, not by its date (D3).
};
using VariableId = std::uint32_t;

/// A date with all references followed.
struct MovingDate {
  std::optional<Moment> moment;         ///< An exact moment; else
  std::optional<VariableId> variable;   ///< the inexact date that it moves with, or none:
  Date day{};                           ///< an exact day.
  std::vector<Step> steps;              ///< From the variable's day to this one.
  std::vector<model::EventId> anchors;  ///< Other events that must have happened for this date to be (S17).
};

/// A date on the time axis: the first moment of a day in a zone.
struct Point {
  std::optional<VariableId> variable;
  std::vector<Step> steps;
  calendar::Zone zone;
  Moment moment{};  ///< Where there is no variable.

  [[nodiscard]] Moment at(Date value_of_variable) const;
  friend bool operator==(const Point&, const Point&) = default;
};

/// The point at which `date` begins in `zone`, moved by `days_after` whole days (one for "through").
[[nodiscard]] Point point_of(const MovingDate& date, const calendar::Zone& zone, int days_after = 0);

/// The earliest and latest moments of a point.
[[nodiscard]] Moment earliest(const Point& point, std::span<const Variable> variables);
[[nodiscard]] Moment latest(const Point& point, std::span<const Variable> variables);

}  // namespace inforce::timeline
