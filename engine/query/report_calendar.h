// The calendar of a report: every day on which a measure turned or was to turn, in any state of knowledge.
#pragma once

#include "engine/query/report_runs.h"

namespace inforce::query {

struct Calendar {
  std::vector<CalendarEntry> entries;  ///< In order of their days.
  std::size_t open = 0;
};

/// Of these measures, for the case of the question. `view` is the state of knowledge that is asked for.
[[nodiscard]] Calendar calendar_of(const View& view, Knowledges& knowledges,
                                   const std::vector<model::MeasureId>& measures);

}  // namespace inforce::query
