// What the script of a page knows of a report: the intervals as they were computed, by numbers of days and words.
#pragma once

#include <string>

#include "inforce/timeline_report.h"

namespace inforce::render_timeline {

/// JSON: `days` and `words` in order; intervals name both by number, their first and last day both included, -1 for an
/// open end. Empty where there are no measures, or more than a page can search. What was known when is left out where
/// it alone would be more than that.
[[nodiscard]] std::string data_of(const TimelineReport& report);

}  // namespace inforce::render_timeline
