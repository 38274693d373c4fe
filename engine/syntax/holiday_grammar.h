// The day of a holiday in a calendar: `07-04`, `first Mon of September`, `last Mon of May`.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "engine/calendar/business_calendar.h"

namespace inforce::syntax {

/// Reads the day of a holiday. `MM-DD` must be a day that some year has (`02-29` is one). Ordinals are first to fifth,
/// and last; weekdays and months are English words or their first three letters, in any case.
[[nodiscard]] std::optional<std::variant<calendar::FixedDay, calendar::NthWeekday>> parse_holiday_day(
    std::string_view text);

}  // namespace inforce::syntax
