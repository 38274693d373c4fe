#include "engine/syntax/holiday_grammar.h"

#include <array>
#include <string>
#include <vector>

#include "engine/calendar/day.h"
#include "engine/syntax/date_words.h"

namespace inforce::syntax {
namespace {

std::optional<calendar::FixedDay> read_month_and_day(std::string_view text) {
  // Any leap year tells which days a month can have.
  const auto day = calendar::read_day(std::string{"2000-"}.append(text));
  if (!day) return std::nullopt;
  const calendar::YearMonthDay parts = calendar::parts_of(*day);
  return calendar::FixedDay{parts.month, parts.day};
}

std::optional<int> ordinal_named(std::string_view word) {
  static constexpr std::array<std::string_view, 5> names{"first", "second", "third", "fourth", "fifth"};
  if (word == "last") return -1;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (word == names.at(i)) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::variant<calendar::FixedDay, calendar::NthWeekday>> parse_holiday_day(std::string_view text) {
  if (const auto fixed = read_month_and_day(text)) return *fixed;
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size() && words.size() < 5;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (words.size() != 4 || words[2] != "of") return std::nullopt;
  const auto ordinal = ordinal_named(words[0]);
  const auto weekday = weekday_named(words[1]);
  const auto month = month_named(words[3]);
  if (!ordinal || !weekday || !month) return std::nullopt;
  return calendar::NthWeekday{*ordinal, *weekday, *month};
}

}  // namespace inforce::syntax
