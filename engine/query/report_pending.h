// When a measure was announced and not in force yet, for reports.
#pragma once

#include <vector>

#include "engine/query/view.h"
#include "inforce/answer.h"

namespace inforce::query {

/// Before each of these intervals of the measure that no other one leads to: the days from that on which an event that
/// imposes it became known. None where that was not before.
[[nodiscard]] std::vector<Interval> pending_before(const View& view, const Record& record,
                                                   const std::vector<Interval>& intervals);

}  // namespace inforce::query
