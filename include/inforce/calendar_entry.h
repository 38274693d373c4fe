// A day on which a measure turns, as a calendar has it that people subscribe to: one entry keeps its identity while its
// date moves, and stays where what it announced has been withdrawn.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "inforce/date.h"
#include "inforce/status.h"

namespace inforce {

struct CalendarEntry {
  struct Event {
    std::string id;
    std::string title;
  };

  std::string measure;  ///< Its id.
  std::string title;
  std::string kind;  ///< As in a `ReportRow`.
  Force force = Force::binding;
  std::string jurisdiction;
  std::string authority;
  std::string what;   ///< `effective`, `compliance`, `end`, `suspension` or `resumption`, as `Coming` has them.
  std::string cause;  ///< The event that imposed the measure, or suspended it; of one that took the place of others
                      ///< (S8), the first of these. With `measure`, `what` and `number` the identity of the entry.
  std::size_t number = 1;  ///< The place of its effect among those of one event that do this to the measure.

  /// The first and the last day on which it may be, the same where that is exact. Of an end: of the last day (S5).
  Date first{};
  Date last{};
  std::optional<Moment> moment;  ///< Where it is exact and lies within a day.
  std::string local;             ///< That moment on the clocks of the measure: `16:15 in America/New_York`.
  bool certain = true;           ///< It comes in every completion (S15).
  std::string evidence;          ///< The weakest of what it rests on.
  std::vector<Event> by;         ///< What gave it its date; where it was withdrawn, what withdrew it.
  std::vector<std::string> sources;
  std::optional<Verdict> verdict;  ///< For the case, on the first of its days; none without facts.
  std::optional<Verdict> could_be;

  bool withdrawn = false;     ///< It was announced, and is not to come; the days are those it had last.
  Date announced{};           ///< From when it was known.
  Date revised{};             ///< From when it was known as it is told here.
  std::size_t revisions = 0;  ///< How often it was known to have moved, to be withdrawn or to come after all.
};

}  // namespace inforce
