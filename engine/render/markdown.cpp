#include "engine/render/markdown.h"

namespace inforce::markdown {

namespace {

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
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      safe += ' ';
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '&') {
      safe += "&amp;";
    } else {
      if (std::string_view("\\`*_{}[]#|~$").find(c) != std::string_view::npos) safe += '\\';
      safe += c;
    }
  }
  return safe;
}

std::string link(std::string_view text, std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  return web ? "[" + escaped(text) + "](" + address(url) + ")" : escaped(text);
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
