// A day as a source gives it: exact, or one of a set of days (S14).
#pragma once

#include <string>
#include <vector>

#include "engine/calendar/day.h"
#include "inforce/date.h"

namespace inforce::calendar {

/// A run of days, both ends included. `open_past()` and `open_future()` stand for open ends.
struct DayRange {
  Date first;
  Date last;
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

/// What is written in the EDTF profile of S14: one of the days in `runs`, which are sorted, disjoint, not adjacent and
/// never empty.
struct WrittenDay {
  std::vector<DayRange> runs;
  char mark = 0;         ///< `?`, `~`, `%`, or none: kept and shown, changes no bounds.
  bool unknown = false;  ///< Written `unknown`: only `after` bounds it.
  std::string text;      ///< Canonical: no blanks, `2025-04-XX` as `2025-04`.

  [[nodiscard]] bool exact() const { return runs.size() == 1 && runs.front().first == runs.front().last; }
  [[nodiscard]] Date first() const { return runs.front().first; }
  [[nodiscard]] Date last() const { return runs.back().last; }
};

/// Sorts `runs` and joins those that overlap or touch.
[[nodiscard]] std::vector<DayRange> normalized(std::vector<DayRange> runs);

}  // namespace inforce::calendar
