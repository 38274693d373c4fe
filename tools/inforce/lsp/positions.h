// Places as editors count them: lines from 0, columns from 0 in the units that were agreed upon.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace inforce::lsp {

enum class Encoding : std::uint8_t { utf8, utf16, utf32 };

struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Range {
  Position start;
  Position end;
  friend auto operator<=>(const Range&, const Range&) = default;
};

/// Where the lines of a text begin; a line ends with LF, CR or both. The text is not kept: it is given again with each
/// question, and must be the same. Bytes that are not UTF-8 count one unit each.
class LineTable {
 public:
  LineTable() = default;
  explicit LineTable(std::string_view text);

  /// Past the end, the end. Fast where it is asked for offsets in rising order.
  [[nodiscard]] Position position_of(std::string_view text, std::size_t offset, Encoding encoding) const;

  /// A column past the end of its line is the end of the line, and a line past the last the end of the text; within a
  /// character it is the beginning of it.
  [[nodiscard]] std::size_t offset_of(std::string_view text, Position position, Encoding encoding) const;

  [[nodiscard]] std::size_t lines() const { return starts_.size(); }
  /// The line without its break. Requires: `number < lines()`.
  [[nodiscard]] std::string_view line(std::string_view text, std::size_t number) const;
  /// The line that the offset lies in.
  [[nodiscard]] std::size_t line_at(std::size_t offset) const;
  [[nodiscard]] std::size_t start_of(std::size_t number) const { return starts_[number]; }

 private:
  std::vector<std::size_t> starts_{0};
  // The last place that was counted to.
  mutable std::size_t counted_line_ = 0;
  mutable std::size_t counted_offset_ = 0;
  mutable std::uint32_t counted_units_ = 0;
  mutable Encoding counted_as_ = Encoding::utf8;
};

/// Units of the character at `text[at]`, and its bytes.
struct CharacterWidth {
  std::uint32_t units = 1;
  std::size_t bytes = 1;
};
[[nodiscard]] CharacterWidth width_at(std::string_view text, std::size_t at, Encoding encoding);

}  // namespace inforce::lsp
