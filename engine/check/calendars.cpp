// Calendars of business days (S16).
#include <algorithm>
#include <array>

#include "engine/check/names.h"
#include "engine/check/stages.h"
#include "engine/syntax/holiday_grammar.h"

namespace inforce::check {
namespace {

using calendar::CalendarRules;
using calendar::Holiday;
using syntax::Node;

constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

std::optional<unsigned> weekday_named(std::string_view name) {
  for (unsigned i = 0; i < weekdays.size(); ++i) {
    if (name == weekdays[i] || name == weekdays[i].substr(0, 3)) return i;
  }
  return std::nullopt;
}

void read_range(Draft& draft, CalendarRules& rules, const Fields& fields) {
  const Node* range = fields["range"];
  if (range == nullptr) return;
  if (range->items.size() != 2) {
    draft.report(codes::bad_calendar, "`range` needs two years, the first and the last", range->span,
                 "such as `[1971, 2035]`");
    return;
  }
  const auto first = whole_number(draft, range->items[0]);
  const auto last = whole_number(draft, range->items[1]);
  if (!first || !last) return;
  if (*first < 1 || *last > 9999) {
    draft.report(codes::bad_calendar, "the years of a calendar lie between 1 and 9999", range->span);
  } else if (*last < *first) {
    draft.report(codes::bad_calendar, "`range` runs backwards", range->span);
  } else {
    rules.first_year = *first;
    rules.last_year = *last;
  }
}

void read_weekend(Draft& draft, CalendarRules& rules, const Fields& fields) {
  for (const Node& item : fields.items("weekend")) {
    const auto day = weekday_named(item.text);
    if (!day) {
      draft.report(codes::bad_calendar, quoted(item.text) + " is not a day of the week", item.span,
                   "days of the week are `Mon`, `Tue`, `Wed`, `Thu`, `Fri`, `Sat` and `Sun`");
      continue;
    }
    rules.weekend.push_back(*day);
  }
  std::sort(rules.weekend.begin(), rules.weekend.end());
  rules.weekend.erase(std::unique(rules.weekend.begin(), rules.weekend.end()), rules.weekend.end());
  if (rules.weekend.size() < weekdays.size()) return;
  draft.report(codes::bad_calendar, "all seven days are days of rest, so no business day is left",
               fields["weekend"]->span);
  rules.weekend.clear();
}

void read_observance(Holiday& holiday, const Fields& fields) {
  const std::string observed = fields.text("observed");
  if (observed == "nearest-weekday") holiday.observed = calendar::Observance::nearest_weekday;
  if (observed == "next-weekday") holiday.observed = calendar::Observance::next_weekday;
}

void read_holiday(Draft& draft, CalendarRules& rules, const Node& item) {
  if (!item.is_map()) {
    draft.report(codes::wrong_shape, "a holiday is told by a map, not by " + std::string(shape_of(item)), item.span,
                 "such as `{name: Labour Day, on: 05-01}`");
    return;
  }
  const Fields fields(draft, holiday_rule(), item, item.span);
  Holiday holiday;
  holiday.name = fields.text("name");
  if (const Node* since = fields["since"]) holiday.since = whole_number(draft, *since);
  if (const Node* through = fields["through"]) {
    holiday.through = whole_number(draft, *through);
    if (holiday.since && *holiday.through < *holiday.since) {
      draft.report(codes::bad_calendar, "the holiday ends before it begins", through->span);
    }
  }
  read_observance(holiday, fields);
  const Node* on = fields["on"];
  if (on == nullptr) return;
  const auto day = syntax::parse_holiday_day(on->text);
  if (!day) {
    draft.report(codes::bad_calendar, quoted(on->text) + " is not a day of the year", on->span,
                 "write `07-04`, `first Mon of September` or `last Mon of May`");
    return;
  }
  holiday.on = *day;
  rules.holidays.push_back(std::move(holiday));
}

std::vector<Date> read_days(Draft& draft, const CalendarRules& rules, const Fields& fields, std::string_view name) {
  std::vector<Date> days;
  for (const Node& item : fields.items(name)) {
    const auto day = exact_day_in(draft, item);
    if (!day) continue;
    const int year = calendar::parts_of(*day).year;
    if (rules.first_year != 0 && (year < rules.first_year || year > rules.last_year)) {
      draft.report(codes::bad_calendar, quoted(item.text) + " is outside the years of the calendar", item.span);
      continue;
    }
    days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

CalendarRules rules_of(Draft& draft, const Fields& fields) {
  CalendarRules rules;
  read_range(draft, rules, fields);
  read_weekend(draft, rules, fields);
  for (const Node& item : fields.items("days")) read_holiday(draft, rules, item);
  rules.closed = read_days(draft, rules, fields, "closed");
  rules.open = read_days(draft, rules, fields, "open");
  if (rules.first_year == 0) rules.first_year = rules.last_year = 1970;  // An error was reported.
  return rules;
}

}  // namespace

void decode_calendars(Draft& draft) {
  for (const Entry& entry : draft[Section::calendar].entries) {
    CalendarRules rules;
    std::string title;
    std::string note;
    rules.first_year = rules.last_year = 1970;
    if (entry.body != nullptr) {
      const Fields fields(draft, calendar_rule(), *entry.body, entry.at);
      rules = rules_of(draft, fields);
      title = fields.text("title");
      note = fields.text("note");
    }
    rules.id = entry.id;
    draft.book.calendars.push_back(
        {calendar::BusinessCalendar(std::move(rules)), std::move(title), std::move(note), entry.at});
  }
}

}  // namespace inforce::check
