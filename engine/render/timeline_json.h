// What a timeline report answers, as JSON, for those that show it beside the report.
#pragma once

#include <string>

#include "inforce/timeline_report.h"

namespace inforce::render_timeline {

/// The object `question` of the report's JSON: the period and all else that was asked, whoever said it.
[[nodiscard]] std::string question_json(const TimelineReport& report);

}  // namespace inforce::render_timeline
