#include "engine/render/printable.h"

#include <cstdint>

namespace inforce::render_text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view tab = "    ";

std::size_t bytes_of(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  std::size_t bytes = 1;
  if (lead >= 0xC2 && lead <= 0xDF) bytes = 2;
  if (lead >= 0xE0 && lead <= 0xEF) bytes = 3;
  if (lead >= 0xF0 && lead <= 0xF4) bytes = 4;
  if (at + bytes > text.size()) return 1;
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return 1;
  }
  return bytes;
}

bool unfit(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return lead < 0x20 || lead >= 0x7F;
  if (character.size() == 2) return lead == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  const bool embeds = character >= "\xE2\x80\xAA" && character <= "\xE2\x80\xAE";
  const bool isolates = character >= "\xE2\x81\xA6" && character <= "\xE2\x81\xA9";
  return character.size() == 3 && (embeds || isolates || character == "\xEF\xBB\xBF");
}

}  // namespace

Shown next_character(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const std::string_view character = text.substr(begin, bytes_of(text, begin));
  at += character.size();
  if (character == "\t") return {tab, begin};
  return {unfit(character) ? replacement : character, begin};
}

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const Shown character = next_character(text, at);
    const char first = text[character.begin];
    shown += first == '\n' || first == '\t' ? std::string_view(" ") : character.bytes;
  }
  return shown;
}

}  // namespace inforce::render_text
