// CSV as RFC 4180 has it: CRLF line ends, quotes where they are needed, and nothing that a spreadsheet takes for a
// formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inforce::csv {

/// Whether text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
/// return) is written with an apostrophe before it, or as it is.
enum class Formulas : unsigned char { defused, raw };

/// One line, with its end.
[[nodiscard]] std::string line(const std::vector<std::string>& cells, Formulas formulas);

}  // namespace inforce::csv
