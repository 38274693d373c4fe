// The profile of EDTF (S14): from parts to runs of days, and to the canonical text.
#include <algorithm>

#include "engine/calendar/day.h"
#include "engine/syntax/date_parts.h"

namespace inforce::syntax {
namespace {

using calendar::DayRange;

std::string text_of(const DateParts& parts) {
  const Date first = *calendar::make_day(parts.year, parts.month.value_or(1), parts.day.value_or(1));
  return to_string(first).substr(0, parts.day ? 10 : parts.month ? 7 : 4);
}

struct Element {
  DayRange days;
  std::string text;
  friend auto operator<=>(const Element&, const Element&) = default;
};

std::optional<Element> make_element(const ElementParts& parts, DateReport& report) {
  DayRange days{calendar::open_past(), calendar::open_future()};
  std::string first_text;
  std::string last_text;
  if (parts.first) {
    const auto range = days_of(*parts.first, report);
    if (!range) return std::nullopt;
    days.first = range->first;
    first_text = text_of(*parts.first);
  }
  if (parts.last) {
    const auto range = days_of(*parts.last, report);
    if (!range) return std::nullopt;
    days.last = range->last;
    last_text = text_of(*parts.last);
  }
  if (days.first > days.last) {
    report.add(codes::bad_range, parts.at, report.quoted(parts.at) + " runs backwards",
               "did you mean `" + last_text + ".." + first_text + "`?");
    return std::nullopt;
  }
  return Element{days, first_text == last_text ? first_text : first_text + ".." + last_text};
}

std::string month_name(unsigned month) {
  static constexpr const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  return names[month - 1];
}

// What is wrong with a date that is written well but does not exist.
void explain_missing_day(const DateParts& parts, DateReport& report) {
  const std::string shown = report.quoted(parts.at);
  const unsigned month = *parts.month;
  if (!parts.day && month >= 21 && month <= 41) {
    report.add(codes::edtf_not_in_profile, parts.at, shown + " is a season, which is not in the profile of EDTF",
               "write the months that it may be, such as `[2025-03..2025-05]`");
    return;
  }
  if (month < 1 || month > 12) {
    const auto swapped = parts.day ? calendar::make_day(parts.year, *parts.day, month) : std::nullopt;
    report.add(codes::no_such_day, parts.at, "there is no month " + std::to_string(month) + " in " + shown,
               swapped ? "did you mean `" + to_string(*swapped) + "`?" : "months run from 01 to 12");
    return;
  }
  const unsigned length = calendar::days_in_month(parts.year, month);
  const Date last = *calendar::make_day(parts.year, month, length);
  report.add(codes::no_such_day, parts.at,
             "there is no day " + shown + ": " + month_name(month) + " " + std::to_string(parts.year) + " has " +
                 std::to_string(length) + " days",
             *parts.day == 0 ? "days run from 01" : "the last day of that month is `" + to_string(last) + "`");
}

}  // namespace

std::optional<DayRange> days_of(const DateParts& parts, DateReport& report) {
  if (parts.year < 1) {
    report.add(codes::no_such_day, parts.at,
               "year `0000` in " + report.quoted(parts.at) + " is outside the years that can be written",
               "years run from 0001 to 9999");
    return std::nullopt;
  }
  const auto first = calendar::make_day(parts.year, parts.month.value_or(1), parts.day.value_or(1));
  if (!first) {
    explain_missing_day(parts, report);
    return std::nullopt;
  }
  if (parts.day) return DayRange{*first, *first};
  const unsigned last_month = parts.month.value_or(12);
  return DayRange{*first, *calendar::make_day(parts.year, last_month, calendar::days_in_month(parts.year, last_month))};
}

std::optional<calendar::WrittenDay> make_written_day(const WrittenParts& parts, DateReport& report) {
  std::vector<Element> elements;
  for (const ElementParts& part : parts.elements) {
    const auto element = make_element(part, report);
    if (!element) return std::nullopt;
    elements.push_back(*element);
  }
  std::sort(elements.begin(), elements.end());
  elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
  calendar::WrittenDay day;
  std::vector<DayRange> runs;
  for (const Element& element : elements) {
    runs.push_back(element.days);
    day.text += (day.text.empty() ? "" : ",") + element.text;
  }
  if (elements.size() > 1 || day.text.find("..") != std::string::npos) day.text = '[' + day.text + ']';
  day.runs = calendar::normalized(std::move(runs));
  day.mark = parts.mark;
  if (day.mark) day.text += day.mark;
  return day;
}

calendar::WrittenDay unknown_day() { return {{{calendar::open_past(), calendar::open_future()}}, 0, true, "unknown"}; }

}  // namespace inforce::syntax
