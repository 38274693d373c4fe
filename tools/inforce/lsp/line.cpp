#include "tools/inforce/lsp/line.h"

#include <algorithm>

namespace inforce::lsp {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool ends_word(std::string_view text, std::size_t at) { return at >= text.size() || is_blank(text[at]); }

/// The colon that ends the key at `at`; npos where there is none.
std::size_t colon_of_key(std::string_view text, std::size_t at) {
  const char first = text[at];
  if (first == '{' || first == '[' || first == '#') return std::string_view::npos;
  std::size_t from = at;
  if (first == '"' || first == '\'') {
    from = text.find(first, at + 1);
    if (from == std::string_view::npos) return from;
  }
  for (auto colon = text.find(':', from); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    if (ends_word(text, colon + 1)) return colon;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::string_view unquoted(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const char quote = text.front();
    text.remove_prefix(1);
    if (!text.empty() && text.back() == quote) text.remove_suffix(1);
  }
  return text;
}

Line line_of(std::string_view text) {
  Line line;
  std::size_t at = 0;
  const auto skip_blanks = [&] {
    while (at < text.size() && is_blank(text[at])) ++at;
  };
  skip_blanks();
  while (at < text.size() && text[at] == '-' && ends_word(text, at + 1)) {
    line.dashes.push_back(at++);
    skip_blanks();
  }
  line.column = at;
  line.empty = at >= text.size() || text[at] == '#' || text[at] == '\r';
  if (line.empty) return line;
  const auto colon = colon_of_key(text, at);
  if (colon == std::string_view::npos) return line;
  line.has_key = true;
  line.key = std::string(unquoted(text.substr(at, colon - at)));
  at = colon + 1;
  skip_blanks();
  line.value = at;
  return line;
}

}  // namespace inforce::lsp
