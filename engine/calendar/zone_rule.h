// What a zone does after the last change that its file lists: the POSIX rule in the footer of the file, such as
// `EST5EDT,M3.2.0,M11.1.0`. `date` reads the listed changes only.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "inforce/date.h"

namespace inforce::calendar {

/// A run of moments with one offset from UTC.
struct OffsetRun {
  Moment begin;
  Moment end;
  std::chrono::seconds offset;
};

/// The day and time of a yearly change of clocks.
struct YearlyChange {
  enum class Form : std::uint8_t { nth_weekday, day_of_year, day_without_leap } form = Form::nth_weekday;
  int month = 1;
  int week = 1;
  int day = 0;  ///< Weekday (0 is Sunday), or day of the year: from 0, or from 1 where leap days do not count.
  std::chrono::seconds time{7200};
};

struct ZoneRule {
  std::chrono::seconds standard{};
  std::chrono::seconds summer{};
  YearlyChange to_summer;
  YearlyChange to_standard;

  /// The run that `moment` lies in. Requires: `moment` lies within the writable years or a few days beside them.
  [[nodiscard]] OffsetRun at(Moment moment) const;
};

/// A rule with two offsets; empty where the zone keeps one, and where the text is not such a rule.
[[nodiscard]] std::optional<ZoneRule> read_zone_rule(std::string_view text);

/// The rule in the footer of that zone's file; empty where there is none.
[[nodiscard]] std::string zone_footer(std::string_view name);

}  // namespace inforce::calendar
