// Business days over a calendar that is told in rules, with a stated range of years (S16). No holiday is known here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/calendar/day.h"
#include "inforce/date.h"

namespace inforce::calendar {

/// `07-04`: that day every year.
struct FixedDay {
  unsigned month;
  unsigned day;
};

/// `first Mon of September` (ordinal 1 to 5), `last Mon of May` (ordinal -1). Weekday 0 is Sunday.
struct NthWeekday {
  int ordinal;
  unsigned weekday;
  unsigned month;
};

/// Where a holiday that falls on a weekly day of rest is observed.
enum class Observance : std::uint8_t {
  none,             ///< nowhere else
  nearest_weekday,  ///< on the nearest working weekday: Saturday on Friday, Sunday on Monday
  next_weekday,     ///< on the next working weekday that is no holiday itself
};

struct Holiday {
  std::string name;
  std::variant<FixedDay, NthWeekday> on;
  std::optional<int> since;    ///< First year.
  std::optional<int> through;  ///< Last year.
  Observance observed = Observance::none;
};

/// What a rule file says of a calendar.
struct CalendarRules {
  std::string id;
  int first_year = 0;             ///< The calendar says nothing of days before this year …
  int last_year = 0;              ///< … or after this one.
  std::vector<unsigned> weekend;  ///< Weekly days of rest; 0 is Sunday.
  std::vector<Holiday> holidays;
  std::vector<Date> closed;  ///< Single days off.
  std::vector<Date> open;    ///< Single working days; they win over all else.
};

/// The working days of a calendar. Immutable once made; any thread may ask it. Every answer is empty where a day
/// outside the range of years would have to be known.
class BusinessCalendar {
 public:
  explicit BusinessCalendar(CalendarRules rules);

  [[nodiscard]] const CalendarRules& rules() const { return rules_; }

  [[nodiscard]] std::optional<bool> is_business_day(Date day) const;

  /// The name of the holiday on `day` (`closed` for a single day off), or empty: an ordinary day, or a weekly day of
  /// rest.
  [[nodiscard]] std::string holiday_name(Date day) const;

  /// The `count`-th business day after `day` (before it, where negative); day one is the day after. Zero gives `day`.
  [[nodiscard]] std::optional<Date> add(Date day, std::int64_t count) const;

  /// `day` itself where it is a business day, else the next one.
  [[nodiscard]] std::optional<Date> next(Date day) const;

 private:
  CalendarRules rules_;
  using DayOff = std::pair<Date, std::string>;

  [[nodiscard]] bool is_weekend(Date day) const { return weekend_[weekday_of(day)]; }
  [[nodiscard]] const DayOff* day_off(Date day) const;
  [[nodiscard]] std::optional<Date> observed(const Holiday& holiday, Date day, const std::set<Date>& holidays) const;
  void add_holidays();

  std::array<bool, 7> weekend_{};
  std::vector<DayOff> days_off_;  // sorted by day
};

}  // namespace inforce::calendar
