// English names of months and weekdays.
#pragma once

#include <optional>
#include <string_view>

namespace inforce::syntax {

/// 1 to 12 for `April`, `april`, `Apr`, `Sept`; empty for all else.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);

/// 0 (Sunday) to 6 for `Monday`, `Mon`; empty for all else.
[[nodiscard]] std::optional<unsigned> weekday_named(std::string_view word);

}  // namespace inforce::syntax
