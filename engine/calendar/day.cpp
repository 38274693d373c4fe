#include "engine/calendar/day.h"

#include <array>

#include <date/date.h>

namespace inforce::calendar {
namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;

std::optional<unsigned> read_digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

Date day_from(const date::year_month_day& parts) {
  return Date{std::chrono::days{date::sys_days{parts}.time_since_epoch().count()}};
}

date::sys_days days_of(Date day) {
  return date::sys_days{date::days{static_cast<int>(day.time_since_epoch().count())}};
}

void append_digits(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

// Days that `date` can tell the parts of: a year is a short there, far beyond all that can be written.
bool has_parts(Date day) {
  return open_past() - std::chrono::days{366 * 1000} <= day && day <= open_future() + std::chrono::days{366 * 1000};
}

}  // namespace

Date first_writable_day() {
  return day_from(date::year_month_day{date::year{first_year}, date::January, date::day{1}});
}
Date last_writable_day() {
  return day_from(date::year_month_day{date::year{last_year}, date::December, date::day{31}});
}
Date open_past() { return first_writable_day() - std::chrono::days{1}; }
Date open_future() { return last_writable_day() + std::chrono::days{1}; }

std::optional<Date> make_day(int year, unsigned month, unsigned day) {
  if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const date::year_month_day parts{date::year{year}, date::month{month}, date::day{day}};
  if (!parts.ok()) return std::nullopt;
  return day_from(parts);
}

std::optional<Date> read_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_day(static_cast<int>(*year), *month, *day);
}

YearMonthDay parts_of(Date day) {
  const date::year_month_day parts{days_of(day)};
  return {static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day())};
}

unsigned weekday_of(Date day) { return date::weekday{days_of(day)}.c_encoding(); }

std::string_view weekday_name(Date day) {
  static constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                         "Thursday", "Friday", "Saturday"};
  return names.at(weekday_of(day));
}

unsigned days_in_month(int year, unsigned month) {
  const date::year_month_day_last last{date::year{year}, date::month_day_last{date::month{month}}};
  return static_cast<unsigned>(last.day());
}

std::optional<Date> add_months(Date day, std::int64_t months, Rounding rounding) {
  constexpr std::int64_t bound = 12 * 10000;
  if (months > bound || months < -bound) return std::nullopt;
  const YearMonthDay from = parts_of(day);
  const std::int64_t count = from.year * std::int64_t{12} + from.month - 1 + months;
  if (count < 12 * first_year || count >= 12 * (last_year + 1)) return std::nullopt;
  const int year = static_cast<int>(count / 12);
  const unsigned month = static_cast<unsigned>(count % 12) + 1;
  const unsigned length = days_in_month(year, month);
  if (from.day <= length) return make_day(year, month, from.day);
  if (rounding == Rounding::refuse) return std::nullopt;
  const auto last = make_day(year, month, length);
  return rounding == Rounding::down ? last : add_days(*last, 1);
}

std::optional<Date> add_days(Date day, std::int64_t days) {
  constexpr std::int64_t bound = 366 * 10000;
  if (days > bound || days < -bound) return std::nullopt;
  const Date moved = day + std::chrono::days{days};
  if (moved < first_writable_day() || moved > last_writable_day()) return std::nullopt;
  return moved;
}

}  // namespace inforce::calendar

namespace inforce {

std::string to_string(Date date) {
  if (!calendar::has_parts(date)) return date < calendar::open_past() ? "beginning of time" : "end of time";
  const calendar::YearMonthDay parts = calendar::parts_of(date);
  std::string out = parts.year < 0 ? "-" : "";
  calendar::append_digits(out, parts.year < 0 ? -parts.year : parts.year, 4);
  out += '-';
  calendar::append_digits(out, parts.month, 2);
  out += '-';
  calendar::append_digits(out, parts.day, 2);
  return out;
}

std::string to_string(Moment moment) {
  if (moment == beginning_of_time) return "beginning of time";
  if (moment == end_of_time) return "end of time";
  const Date day = std::chrono::floor<std::chrono::days>(moment);
  if (!calendar::has_parts(day)) return to_string(day);
  const std::int64_t second = (moment - Moment{day}).count();
  std::string out = to_string(day) + 'T';
  calendar::append_digits(out, second / 3600, 2);
  out += ':';
  calendar::append_digits(out, second / 60 % 60, 2);
  out += ':';
  calendar::append_digits(out, second % 60, 2);
  return out + 'Z';
}

std::string to_string(const Bound& bound) { return bound.day ? to_string(*bound.day) : to_string(bound.moment); }
std::string to_string(const When& when) { return when.day ? to_string(*when.day) : to_string(when.moment); }

}  // namespace inforce
