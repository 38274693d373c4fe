// Days and months that a quote names: `September 29, 2025`, `29 September 2025`, `2025-09-29`, `2025年9月29日`.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/calendar/written_day.h"

namespace inforce::lint {

/// A day or a month that is named with its year.
struct Mention {
  calendar::DayRange days;  ///< One day, or the whole month.
  std::size_t begin = 0;    ///< Bytes of the text: from the first to the last word of it.
  std::size_t end = 0;

  [[nodiscard]] bool exact() const { return days.first == days.last; }
};

/// All that `text` names, in order. What may be read in two ways (`03/04/2025`), has no year or is no day is left out.
/// Several days of one month count each: `11 and 12 March 2025`, `March 11-12, 2025`, `May 20 through August 19, 2019`.
[[nodiscard]] std::vector<Mention> mentions_in(std::string_view text);

}  // namespace inforce::lint
