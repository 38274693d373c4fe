#include "engine/syntax/scalar_span.h"

#include <algorithm>
#include <optional>

namespace inforce::syntax {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view gaps = " \t\r\n";

bool is_gap(char c) { return gaps.find(c) != std::string_view::npos; }

std::size_t skip(std::string_view text, std::size_t at, std::string_view what) {
  return std::min(text.find_first_not_of(what, std::min(at, text.size())), text.size());
}

// A plain scalar stands in the text as in its value, but that a line break with all white space around it is a blank
// or some line feeds there.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  std::size_t end = begin;
  for (std::size_t i = 0; i < value.size() && at < text.size();) {
    const std::size_t next = skip(text, at, gaps);
    const bool folded = text.substr(at, next - at).find('\n') != std::string_view::npos;
    if (folded) {
      at = next;
      i = value[i] == ' ' ? i + 1 : skip(value, i, "\n");
    } else if (text[at] == value[i]) {
      end = ++at;
      ++i;
    } else {
      return end;
    }
  }
  return end;
}

ScalarExtent quoted_extent(std::string_view text, std::size_t begin, std::string_view value) {
  ScalarExtent extent;
  extent.quoted = true;
  const std::size_t end = end_of_quoted(text, begin);
  extent.closed = end != std::string_view::npos;
  if (!extent.closed) {
    extent.whole = {begin, std::min(text.find_first_of("\r\n", begin), text.size())};
    extent.content = {begin + 1, std::max(begin + 1, extent.whole.end)};
    return extent;
  }
  extent.whole = {begin, end};
  extent.content = {begin + 1, end - 1};
  extent.verbatim = text.substr(begin + 1, end - begin - 2) == value && value.find('\n') == std::string_view::npos;
  return extent;
}

std::optional<std::size_t> written_indent(std::string_view head, std::ptrdiff_t holder) {
  const std::size_t digit = head.find_first_of("123456789");
  if (digit == std::string_view::npos) return std::nullopt;
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(holder, 0)) + static_cast<std::size_t>(head[digit] - '0');
}

bool marks_document(std::string_view line) {
  const bool marked = line.starts_with("---") || line.starts_with("...");
  return marked && (line.size() == 3 || is_gap(line[3]));
}

}  // namespace

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).rfind('\n');
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

BlockLines block_lines(std::string_view text, Extent head, std::ptrdiff_t holder) {
  const std::size_t begin = std::min(line_end(text, head.end) + 1, text.size());
  std::optional<std::size_t> indent = written_indent(text.substr(head.begin, head.end - head.begin), holder);
  std::size_t end = begin;
  for (std::size_t line = begin; line < text.size(); line = line_end(text, line) + 1) {
    const std::size_t next = line_end(text, line);
    const std::size_t word = skip(text, line, " \r");
    const std::size_t deep = skip(text, line, " ") - line;
    if (word < next && !indent) indent = std::max(deep, static_cast<std::size_t>(holder + 1));
    const bool blank = word >= next || (deep < *indent && skip_blanks(text, word) >= next);
    if (!blank && (deep < *indent || marks_document(text.substr(line, next - line)))) break;
    end = std::min(next + 1, text.size());
  }
  return {{begin, end}, indent.value_or(static_cast<std::size_t>(holder + 1))};
}

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) { return skip(text, at, blanks); }

std::size_t skip_gap(std::string_view text, std::size_t at) {
  at = skip(text, at, gaps);
  while (char_at(text, at) == '#') at = skip(text, std::min(text.find('\n', at), text.size()), gaps);
  return at;
}

std::size_t end_of_word(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of(" \t\r\n,[]{}", begin), text.size());
}

std::size_t end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = char_at(text, begin);
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || char_at(text, at + 1) != quote) return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

std::string_view null_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    const char after = char_at(text, at + word.size());
    const bool ends = after == '\0' || is_gap(after) || after == ',' || after == ']' || after == '}' || after == ':';
    if (ends && text.substr(at).starts_with(word)) return text.substr(at, word.size());
  }
  return {};
}

ScalarExtent scalar_extent(std::string_view text, std::size_t begin, std::string_view value) {
  begin = std::min(begin, text.size());
  const char first = char_at(text, begin);
  if (first == '"' || first == '\'') return quoted_extent(text, begin, value);
  ScalarExtent extent;
  if (first == '|' || first == '>') {
    extent.quoted = true;
    extent.whole = {begin, skip(text, begin + 1, "+-0123456789")};
    extent.content = {extent.whole.end, extent.whole.end};
    return extent;
  }
  extent.whole = {begin, end_of_plain(text, begin, value)};
  extent.content = extent.whole;
  extent.verbatim = text.substr(begin, extent.whole.end - begin) == value;
  return extent;
}

}  // namespace inforce::syntax
