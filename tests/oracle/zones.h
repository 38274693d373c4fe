// The only help the reference evaluator takes from a library: the system's time zones, by Hinnant's date (S13).
#pragma once

#include <string>

#include "tests/oracle/story.h"

namespace oracle {

/// The first moment of `day` in `zone` (an empty zone is UTC, D9); the ends of the axis stay what they are.
Moment start_of(Day day, const std::string& zone);
/// The civil day in `zone` that contains `moment`.
Day day_of(Moment moment, const std::string& zone);

}  // namespace oracle
