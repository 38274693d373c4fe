#include "engine/render/markdown.h"

namespace inforce::markdown {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Whether `&` at `at` begins a reference to a character, such as `&amp;`.
bool begins_reference(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (is_digit(text[end]) || is_letter(text[end]) || text[end] == '#')) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

bool is_mark(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
    case '|':
    case '$':  // GitHub shows what stands between two as mathematics.
      return true;
    case '_':  // Within a word it is one.
      return at == 0 || at + 1 == text.size() || !is_word(text[at - 1]) || !is_word(text[at + 1]);
    case '#':
      return at == 0 || at + 1 == text.size();
    case '&':
      return begins_reference(text, at);
    default:
      return false;
  }
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

/// Characters of an address that would end a link, or begin something else.
std::string address(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("()<>\\\"`|[]").find(c) != std::string_view::npos) {
      text += '%';
      text += digits[byte >> 4U];
      text += digits[byte & 15U];
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_mark(text, i)) safe += '\\';
    safe += text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ? ' ' : text[i];
  }
  return safe;
}

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = escaped(trimmed(text.substr(0, end)));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty()) continue;
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    const bool item = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    const std::string_view leads = "#>+-=|:";
    if (item) {
      line.insert(digits, 1, '\\');
    } else if (leads.find(line.front()) != std::string_view::npos) {
      line.insert(0, 1, '\\');
    }
    all.push_back(std::move(line));
  }
  return all;
}

std::string link(std::string_view text, std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  return web ? "[" + escaped(text) + "](" + address(url) + ")" : escaped(text);
}

std::string anchor(std::string_view prefix, std::string_view id) {
  std::string name = std::string(prefix) + "-";
  for (const char c : id) name += is_digit(c) || is_letter(c) || c == '.' ? c : '-';
  return name;
}

std::string link_to_anchor(const std::string& escaped_text, std::string_view prefix, std::string_view id) {
  return "[" + escaped_text + "](#" + anchor(prefix, id) + ")";
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const auto& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

std::string table_head(const std::vector<std::string>& cells) {
  std::string line = table_row(cells) + "|";
  for (std::size_t i = 0; i < cells.size(); ++i) line += "---|";
  return line + "\n";
}

}  // namespace inforce::markdown
