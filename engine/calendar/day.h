// Civil days: strict reading, writing, weekdays and whole-month arithmetic. `date` stays inside this layer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "inforce/date.h"

namespace inforce::calendar {

/// The first and last days that can be written (S12: years 0001 to 9999).
[[nodiscard]] Date first_writable_day();
[[nodiscard]] Date last_writable_day();

/// Stand for "before every day that can be written" and "after": the open ends of `[..2025-07-15]` and
/// `[2025-07-15..]`. One day beyond the writable ones, so that a range of days is always a run of whole numbers.
[[nodiscard]] Date open_past();
[[nodiscard]] Date open_future();

/// A civil day from its parts; empty where there is no such day or the year is outside 1 to 9999.
[[nodiscard]] std::optional<Date> make_day(int year, unsigned month, unsigned day);

/// Exactly `YYYY-MM-DD`, four digits, two, two; empty for all else, also for 2023-02-30.
[[nodiscard]] std::optional<Date> read_day(std::string_view text);

struct YearMonthDay {
  int year;
  unsigned month;
  unsigned day;
};
[[nodiscard]] YearMonthDay parts_of(Date day);

/// 0 is Sunday … 6 is Saturday, and the name of the day in English ("Wednesday").
[[nodiscard]] unsigned weekday_of(Date day);
[[nodiscard]] std::string_view weekday_name(Date day);

/// The last day of the month.
[[nodiscard]] unsigned days_in_month(int year, unsigned month);

/// S17: what to do where the target month is too short. `refuse` gives no day.
enum class Rounding : std::uint8_t { refuse, down, up };

/// `day` moved by whole months, keeping the day of the month (S17). Empty where the target month is too short and the
/// rounding is `refuse`, or where the result is not a writable day. `up` gives the first day of the month after.
[[nodiscard]] std::optional<Date> add_months(Date day, std::int64_t months, Rounding rounding);

/// `day` moved by whole days; empty where the result is not a writable day.
[[nodiscard]] std::optional<Date> add_days(Date day, std::int64_t days);

}  // namespace inforce::calendar
