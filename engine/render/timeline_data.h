// What the script of a page knows of a report: the intervals as they were computed, by numbers of days and words.
#pragma once

#include <string>

#include "engine/render/timeline_limits.h"
#include "inforce/timeline_report.h"

namespace inforce::render_timeline {

struct PageData {
  /// JSON: `days` and `words` in order; intervals name both by number, their first and last day both included, -1 for
  /// an open end. Empty where there are no measures, or more than a page can search.
  std::string json;
  bool past_left_out = false;  ///< What was known when: it is more than a page can search.
};

[[nodiscard]] PageData data_of(const TimelineReport& report, const PageLimits& limits = {});

}  // namespace inforce::render_timeline
