// Text by strangers and days, as a cell of a spreadsheet can hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "inforce/date.h"

namespace inforce::workbook {

/// The text with what XML cannot hold as U+FFFD and line breaks kept. Where it has more than `most` UTF-16 code units,
/// which is how spreadsheets count, it is cut and ends with words that say how much is missing. Requires: `most` has
/// room for these words.
struct CellText {
  std::string text;
  bool cut = false;
};
[[nodiscard]] CellText cell_text(std::string_view text, std::size_t most);

/// One line for the top or the bottom of printed pages, or for the properties of a file: what XML cannot hold as
/// U+FFFD, and after `most` characters cut with an ellipsis.
[[nodiscard]] std::string line_text(std::string_view text, std::size_t most);

/// The same for the top or the bottom of pages, where `&` begins a code.
[[nodiscard]] std::string margin_text(std::string_view text, std::size_t most);

/// How many characters an address has once it is escaped as an address has to be.
[[nodiscard]] std::size_t address_length(std::string_view url);

/// The number that stands for the day in a spreadsheet. Empty before 1900-03-01, since programs differ on those days,
/// and after 9999-12-31.
[[nodiscard]] std::optional<std::int32_t> day_number(Date day);

/// The day that text of the form `2025-04-09` says; empty where it says anything else.
[[nodiscard]] std::optional<Date> plain_day(std::string_view text);

}  // namespace inforce::workbook
