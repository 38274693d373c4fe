#include "tools/inforce/lsp/positions.h"

#include <algorithm>

namespace inforce::lsp {

namespace {

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// The bytes that the character at `at` has, by its first; 1 where it is none.
std::size_t bytes_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t wanted = first >= 0xF0U && first < 0xF8U ? 4 : first >= 0xE0U ? 3 : first >= 0xC2U ? 2 : 1;
  if (first < 0xC2U || first >= 0xF8U) return 1;
  for (std::size_t i = 1; i < wanted; ++i) {
    if (!continues(text, at + i)) return 1;
  }
  return wanted;
}

}  // namespace

CharacterWidth width_at(std::string_view text, std::size_t at, Encoding encoding) {
  const std::size_t bytes = bytes_at(text, at);
  switch (encoding) {
    case Encoding::utf8:
      return {static_cast<std::uint32_t>(bytes), bytes};
    case Encoding::utf16:
      return {bytes == 4 ? 2U : 1U, bytes};
    case Encoding::utf32:
      break;
  }
  return {1, bytes};
}

LineTable::LineTable(std::string_view text) {
  for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at)) {
    at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    starts_.push_back(at);
  }
}

std::size_t LineTable::line_at(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin()) - 1;
}

std::string_view LineTable::line(std::string_view text, std::size_t number) const {
  const std::size_t begin = std::min(starts_[number], text.size());
  const std::size_t end = number + 1 < starts_.size() ? starts_[number + 1] : text.size();
  auto line = text.substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

Position LineTable::position_of(std::string_view text, std::size_t offset, Encoding encoding) const {
  offset = std::min(offset, text.size());
  const std::size_t number = line_at(offset);
  std::size_t at = starts_[number];
  std::uint32_t units = 0;
  if (number == counted_line_ && encoding == counted_as_ && counted_offset_ >= at && counted_offset_ <= offset) {
    at = counted_offset_;
    units = counted_units_;
  }
  while (at < offset) {
    const auto width = width_at(text, at, encoding);
    if (at + width.bytes > offset) break;
    at += width.bytes;
    units += width.units;
  }
  counted_line_ = number;
  counted_offset_ = at;
  counted_units_ = units;
  counted_as_ = encoding;
  return {static_cast<std::uint32_t>(number), units};
}

std::size_t LineTable::offset_of(std::string_view text, Position position, Encoding encoding) const {
  if (position.line >= starts_.size()) return text.size();
  const auto on_line = line(text, position.line);
  std::size_t at = 0;
  std::uint32_t units = 0;
  while (at < on_line.size()) {
    const auto width = width_at(on_line, at, encoding);
    if (units + width.units > position.character) break;
    at += width.bytes;
    units += width.units;
  }
  return starts_[position.line] + at;
}

}  // namespace inforce::lsp
