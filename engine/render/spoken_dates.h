// Written dates in words, for pages that people read.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace inforce::render_text {

/// A written date in words: `9 April 2025`, `by 5 November 2025`, `between 14 July 2025 and 16 July 2025`. What counts
/// from another date stays as it is written, between backticks.
[[nodiscard]] std::string spoken_date(std::string_view written);

/// The year, month and day that a written date begins with or is bounded by, 0 where it has none. For ordering.
struct DatePlace {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const DatePlace&, const DatePlace&) = default;
};
[[nodiscard]] DatePlace place_of(std::string_view written);

/// `April`.
[[nodiscard]] std::string_view month_name(int month);

}  // namespace inforce::render_text
