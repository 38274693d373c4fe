#include "engine/calendar/written_day.h"

#include <algorithm>

namespace inforce::calendar {

std::vector<DayRange> normalized(std::vector<DayRange> runs) {
  std::sort(runs.begin(), runs.end());
  std::vector<DayRange> joined;
  for (const DayRange& run : runs) {
    if (!joined.empty() && run.first <= joined.back().last + std::chrono::days{1}) {
      joined.back().last = std::max(joined.back().last, run.last);
    } else {
      joined.push_back(run);
    }
  }
  return joined;
}

}  // namespace inforce::calendar
