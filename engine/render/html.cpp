#include "engine/render/html.h"

#include <cstdint>
#include <vector>

#include "engine/model/sha256.h"
#include "engine/render/printable.h"

namespace inforce::html {

namespace {

std::string base64(const std::vector<std::uint8_t>& bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) { return at < bytes.size() ? std::uint32_t{bytes[at]} : 0U; };
    const std::uint32_t three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
    text += letters[three >> 18U & 63U];
    text += letters[three >> 12U & 63U];
    text += i + 1 < bytes.size() ? letters[three >> 6U & 63U] : '=';
    text += i + 2 < bytes.size() ? letters[three & 63U] : '=';
  }
  return text;
}

std::uint8_t digit(char c) { return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10); }

std::string_view reference(std::string_view character) {
  switch (character.front()) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return character;
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      safe += '\n';
      ++at;
      continue;
    }
    safe += reference(render_text::next_character(text, at).bytes);
  }
  return safe;
}

bool is_web_address(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme) || url.size() == scheme.size()) continue;
    const char host = url[scheme.size()];
    return host != '/' && host != '?' && host != '#' && static_cast<unsigned char>(host) > 0x20;
  }
  return false;
}

std::string link(std::string_view text, std::string_view url) {
  if (!is_web_address(url)) return escaped(text);
  return "<a href=\"" + escaped(url) + "\" rel=\"noreferrer\">" + escaped(text) + "</a>";
}

std::string code(std::string_view id) { return "<code>" + escaped(id) + "</code>"; }

std::string json_in_script(std::string_view json) {
  std::string safe;
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else if (c == '>') {
      safe += "\\u003e";
    } else if (c == '&') {
      safe += "\\u0026";
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string policy_hash(std::string_view content) {
  const auto hex = model::sha256_hex(content);
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(digit(hex[i]) << 4U | digit(hex[i + 1])));
  }
  return "sha256-" + base64(bytes);
}

}  // namespace inforce::html
