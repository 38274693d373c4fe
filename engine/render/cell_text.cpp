#include "engine/render/cell_text.h"

#include "engine/render/printable.h"
#include "engine/render/words.h"

namespace inforce::workbook {

namespace {

using std::chrono::days;

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Surrogates, U+FFFE, U+FFFF, what is written longer than it has to be, and what lies beyond Unicode.
bool unfit_for_xml(std::string_view character) {
  if (character.size() < 3) return false;
  const auto lead = static_cast<unsigned char>(character[0]);
  const auto second = static_cast<unsigned char>(character[1]);
  if (character.size() == 3) {
    const bool surrogate = lead == 0xED && second >= 0xA0;
    const bool overlong = lead == 0xE0 && second < 0xA0;
    return surrogate || overlong || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
  }
  return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

/// `_x0041_` stands for a character by its number: so text that reads so has its first `_` written as such a number.
bool reads_as_number(std::string_view rest) {
  if (rest.size() < 7 || rest[0] != '_' || rest[1] != 'x' || rest[6] != '_') return false;
  for (std::size_t i = 2; i < 6; ++i) {
    if (!is_hex_digit(rest[i])) return false;
  }
  return true;
}

std::string_view next_fit(std::string_view text, std::size_t& at) {
  const auto begin = at;
  const auto shown = render_text::next_character(text, at);
  if (text[begin] == '\n') return "\n";
  return unfit_for_xml(shown.bytes) ? replacement : shown.bytes;
}

std::size_t units_of(std::string_view character) {
  std::size_t units = 0;
  for (const char c : character) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

std::size_t characters_from(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  for (; at < text.size(); ++count) (void)render_text::next_character(text, at);
  return count;
}

std::string cut_words(std::size_t missing) {
  return std::string(ellipsis) + " [not shown here: " + render_text::count_of(missing, "more character") +
         "; the format json has all]";
}

}  // namespace

CellText cell_text(std::string_view text, std::size_t most) {
  const auto room = most - units_of(cut_words(text.size()));  // As many units as the words can take at most.
  CellText cell;
  std::size_t units = 0;
  std::size_t kept = 0;       // Bytes of the cell that stay where it is cut,
  std::size_t kept_from = 0;  // and where the rest begins in `text`.
  for (std::size_t at = 0; at < text.size();) {
    if (units <= room) {
      kept = cell.text.size();
      kept_from = at;
    }
    if (reads_as_number(text.substr(at))) {
      cell.text += "_x005F";
      units += 6;
    }
    const auto character = next_fit(text, at);
    cell.text += character;
    units += units_of(character);
    if (units > most) {
      cell.text.resize(kept);
      cell.text += cut_words(characters_from(text, kept_from));
      cell.cut = true;
      return cell;
    }
  }
  return cell;
}

std::string line_text(std::string_view text, std::size_t most) {
  std::string line;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) return line + std::string(ellipsis);
    const auto character = next_fit(text, at);
    line += character == "\n" ? std::string_view(" ") : character;
  }
  return line;
}

std::string margin_text(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : line_text(text, most)) line += c == '&' ? std::string("&&") : std::string(1, c);
  return line;
}

std::size_t address_length(std::string_view url) {
  std::size_t length = 0;
  for (const char c : url) length += std::string_view("\"<>[]`^{} %").find(c) == std::string_view::npos ? 1 : 3;
  return length;
}

std::optional<std::int32_t> day_number(Date day) {
  constexpr Date zero = std::chrono::year{1899} / 12 / 30;
  constexpr Date first = std::chrono::year{1900} / 3 / 1;
  constexpr Date last = std::chrono::year{9999} / 12 / 31;
  if (day < first || day > last) return std::nullopt;
  return static_cast<std::int32_t>((day - zero).count());
}

std::optional<Date> plain_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '-') {
      ++part;
      continue;
    }
    if (!is_digit(c) || part > 2) return std::nullopt;
    parts[part] = parts[part] * 10 + (c - '0');
  }
  const std::chrono::year_month_day day{std::chrono::year{parts[0]},
                                        std::chrono::month{static_cast<unsigned>(parts[1])},
                                        std::chrono::day{static_cast<unsigned>(parts[2])}};
  if (!day.ok()) return std::nullopt;
  return Date{day};
}

}  // namespace inforce::workbook
