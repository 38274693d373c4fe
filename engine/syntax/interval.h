// How often something comes: `90 days`, `6 months`, `1 year`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/syntax/date_grammar.h"

namespace inforce::syntax {

struct Interval {
  std::int64_t count = 0;
  Unit unit = Unit::days;
};

/// A number and a unit, as in an addition to a date (S16), in days, weeks, months or years; from one to
/// 36525. Empty for all else.
[[nodiscard]] std::optional<Interval> read_interval(std::string_view text);

/// The day that comes so long after; of months and years that are too short, their last day.
[[nodiscard]] std::optional<Date> day_after(Date day, const Interval& interval);

}  // namespace inforce::syntax
