// How near a case is to one in which a measure would apply: one fact, or a number of days, away.
#pragma once

#include "engine/query/finding.h"

namespace inforce::query {

/// The single facts each of which, differing, could let the scope be met at the time asked about; then the nearest
/// times before and after at which the measure applies to the case as it is. Empty where it applies.
[[nodiscard]] std::vector<Near> nearness(const View& view, const Record& record, const Finding& finding,
                                         const std::vector<Moment>& changes);

}  // namespace inforce::query
