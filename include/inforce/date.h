// A `Moment` is a whole second of UTC, a `Date` a civil day that a time zone turns into moments, and a `Period` a
// half-open run of moments (semantics S12, S13).
//
// All types here are plain values; any thread may use them.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>

namespace inforce {

/// A whole second of UTC. The time axis of every period and every answer.
using Moment = std::chrono::sys_seconds;

/// A civil day. It means moments only together with a time zone: all those of that day there.
using Date = std::chrono::sys_days;

/// "Has always been so" and "no end": the two ends of the time axis. No written date reaches them.
inline constexpr Moment beginning_of_time = Moment::min();
inline constexpr Moment end_of_time = Moment::max();

/// The moments from `from` on and before `before`. Empty where `from >= before`.
struct Period {
  Moment from = beginning_of_time;
  Moment before = end_of_time;

  [[nodiscard]] constexpr bool contains(Moment moment) const { return from <= moment && moment < before; }
  [[nodiscard]] constexpr bool empty() const { return from >= before; }
  friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

/// A bound of a period as a person reads it: the civil day that begins at `moment` in the zone of the measure, or
/// the bare moment where it falls within a day.
struct Bound {
  Moment moment{};
  std::optional<Date> day;

  friend constexpr auto operator<=>(const Bound&, const Bound&) = default;
};

/// What a question names as its time: a whole civil day (taken in each measure's own zone, S13) or one exact moment.
struct When {
  std::optional<Date> day;
  Moment moment{};  ///< Meaningful only where `day` is empty.

  [[nodiscard]] static When on_day(Date day) { return {day, {}}; }
  [[nodiscard]] static When at(Moment moment) { return {std::nullopt, moment}; }
  friend constexpr auto operator<=>(const When&, const When&) = default;
};

/// ISO 8601 text: `2025-04-09`, `2025-04-09T20:15:00Z`. Years have four digits.
[[nodiscard]] std::string to_string(Date date);
[[nodiscard]] std::string to_string(Moment moment);
[[nodiscard]] std::string to_string(const Bound& bound);
[[nodiscard]] std::string to_string(const When& when);

}  // namespace inforce
