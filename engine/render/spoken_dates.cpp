#include "engine/render/spoken_dates.h"

#include <array>
#include <optional>

namespace inforce::render_text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The digits of a number, or nothing.
std::optional<int> number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? std::nullopt : std::optional<int>(value);
}

/// `2025`, `2025-04`, `2025-04-09`, with `XX` for what is left open; nothing where it is not one of these.
std::optional<DatePlace> day_in(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  if (!year) return std::nullopt;
  DatePlace place{*year, 0, 0};
  if (text.size() == 4) return place;
  if (text[4] != '-' || (text.size() == 10 && text[7] != '-')) return std::nullopt;
  place.month = number(text.substr(5, 2)).value_or(0);
  if (text.size() == 10) place.day = number(text.substr(8, 2)).value_or(0);
  return place;
}

std::string spoken(const DatePlace& place) {
  std::string text = std::to_string(place.year);
  if (place.month > 0) text = std::string(month_name(place.month)) + " " + text;
  return place.day > 0 ? std::to_string(place.day) + " " + text : text;
}

std::string spoken_day(std::string_view text) {
  const auto place = day_in(text);
  return place ? spoken(*place) : "`" + std::string(text) + "`";
}

/// `2019-05-16T16:15[America/New_York]`, `2019-05-16T20:15:00Z`.
std::optional<std::string> spoken_moment(std::string_view text) {
  if (text.size() < 17 || text[10] != 'T' || !day_in(text.substr(0, 10))) return std::nullopt;
  std::string_view time = text.substr(11);
  std::size_t length = 5;
  if (time.size() > 8 && time[5] == ':') length = time.substr(5, 3) == ":00" ? 5 : 8;
  std::string_view zone = time.substr(time.size() > 5 && time[5] == ':' ? 8 : 5);
  if (zone.size() > 2 && zone.front() == '[') zone = zone.substr(1, zone.size() - 2);
  const std::string place = zone == "Z" ? "UTC" : std::string(zone);
  return spoken_day(text.substr(0, 10)) + " at " + std::string(time.substr(0, length)) + " (" + place + ")";
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

/// What stands between brackets: one of several days.
std::string spoken_choice(std::string_view inner) {
  const auto dots = inner.find("..");
  if (dots != std::string_view::npos) {
    const auto from = trimmed(inner.substr(0, dots));
    const auto to = trimmed(inner.substr(dots + 2));
    if (from.empty()) return "by " + spoken_day(to);
    if (to.empty()) return spoken_day(from) + " or a later day";
    return "between " + spoken_day(from) + " and " + spoken_day(to);
  }
  std::string text;
  while (!inner.empty()) {
    const auto comma = inner.find(',');
    text += (text.empty() ? "" : " or ") + spoken_day(trimmed(inner.substr(0, comma)));
    inner = comma == std::string_view::npos ? std::string_view{} : inner.substr(comma + 1);
  }
  return text;
}

}  // namespace

std::string spoken_date(std::string_view written) {
  if (auto moment = spoken_moment(written)) return *moment;
  std::string mark;
  if (!written.empty() && std::string_view("?~%").find(written.back()) != std::string_view::npos) {
    mark = written.back() == '?'   ? " (uncertain)"
           : written.back() == '~' ? " (approximate)"
                                   : " (uncertain, approximate)";
    written.remove_suffix(1);
  }
  if (written == "unknown") return "on a day that is not known" + mark;
  if (written.size() > 2 && written.front() == '[' && written.back() == ']') {
    return spoken_choice(written.substr(1, written.size() - 2)) + mark;
  }
  return spoken_day(written) + mark;
}

DatePlace place_of(std::string_view written) {
  for (std::size_t i = 0; i + 4 <= written.size(); ++i) {
    if (i > 0 && (is_digit(written[i - 1]) || is_letter(written[i - 1]) || written[i - 1] == '-')) continue;
    for (const std::size_t length : {10U, 7U, 4U}) {
      if (i + length > written.size()) continue;
      if (const auto place = day_in(written.substr(i, length))) return *place;
    }
  }
  return {};
}

std::string_view month_name(int month) {
  constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  return month >= 1 && month <= 12 ? names[static_cast<std::size_t>(month - 1)] : std::string_view{};
}

}  // namespace inforce::render_text
