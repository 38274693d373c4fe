#include "engine/render/icalendar.h"

#include <algorithm>

#include "engine/render/printable.h"

namespace inforce::icalendar {

namespace {

constexpr std::size_t most_octets = 75;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The end of the longest run from `begin` that has at most `room` octets and cuts no character.
std::size_t end_of_run(std::string_view text, std::size_t begin, std::size_t room) {
  if (text.size() - begin <= room) return text.size();
  auto end = begin + room;
  while (end > begin && continues_character(text[end])) --end;
  return end == begin ? begin + room : end;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string value;
  for (std::size_t at = 0; at < text.size();) {
    const char letter = text[at];
    if (letter == '\r' || letter == '\n') {
      at += text.substr(at).starts_with("\r\n") ? 2 : 1;
      value += "\\n";
      continue;
    }
    if (letter == '\\' || letter == ';' || letter == ',') value += '\\';
    value += render_text::next_character(text, at).bytes;
  }
  return value;
}

std::string date(Date day) {
  auto text = to_string(day);
  std::erase(text, '-');
  return text;
}

std::string midnight(Date day) { return date(day) + "T000000Z"; }

std::string line(std::string_view name, std::string_view value) {
  const auto whole = std::string(name) + ":" + std::string(value);
  std::string folded;
  for (std::size_t begin = 0; begin < whole.size();) {
    // The blank that marks a continued line counts.
    if (begin > 0) folded += "\r\n ";
    const auto end = end_of_run(whole, begin, begin == 0 ? most_octets : most_octets - 1);
    folded.append(whole, begin, end - begin);
    begin = end;
  }
  return folded + "\r\n";
}

}  // namespace inforce::icalendar
