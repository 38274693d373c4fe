#include "engine/calendar/business_calendar.h"

#include <algorithm>

namespace inforce::calendar {
namespace {

using std::chrono::days;

std::optional<Date> day_in(const NthWeekday& on, int year) {
  const unsigned length = days_in_month(year, on.month);
  const Date first = *make_day(year, on.month, 1);
  const unsigned shift = (on.weekday + 7 - weekday_of(first)) % 7;
  const unsigned earliest = 1 + shift;
  if (on.ordinal < 0) return make_day(year, on.month, earliest + (length - earliest) / 7 * 7);
  const unsigned day = earliest + 7 * (static_cast<unsigned>(on.ordinal) - 1);
  return day <= length ? make_day(year, on.month, day) : std::nullopt;
}

std::optional<Date> day_in(const FixedDay& on, int year) { return make_day(year, on.month, on.day); }

std::optional<Date> day_of(const Holiday& holiday, int year) {
  if (holiday.since && year < *holiday.since) return std::nullopt;
  if (holiday.through && year > *holiday.through) return std::nullopt;
  return std::visit([year](const auto& on) { return day_in(on, year); }, holiday.on);
}

void sort_unique(std::vector<Date>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool holds(const std::vector<Date>& sorted, Date day) { return std::binary_search(sorted.begin(), sorted.end(), day); }

}  // namespace

BusinessCalendar::BusinessCalendar(CalendarRules rules) : rules_(std::move(rules)) {
  rules_.first_year = std::clamp(rules_.first_year, 1, 9999);
  rules_.last_year = std::clamp(rules_.last_year, 0, 9999);
  sort_unique(rules_.closed);
  sort_unique(rules_.open);
  for (const unsigned weekday : rules_.weekend) weekend_.at(weekday % 7) = true;
  add_holidays();
}

// Holidays of the years beside the range count too: one may be observed across the turn of the year.
void BusinessCalendar::add_holidays() {
  std::vector<std::pair<Date, const Holiday*>> actual;
  std::set<Date> taken;
  for (int year = std::max(rules_.first_year - 1, 1); year <= std::min(rules_.last_year + 1, 9999); ++year) {
    for (const Holiday& holiday : rules_.holidays) {
      const auto day = day_of(holiday, year);
      if (!day) continue;
      actual.emplace_back(*day, &holiday);
      taken.insert(*day);
    }
  }
  std::stable_sort(actual.begin(), actual.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [day, holiday] : actual) days_off_.emplace_back(day, holiday->name);
  for (const auto& [day, holiday] : actual) {
    const auto instead = observed(*holiday, day, taken);
    if (!instead) continue;
    days_off_.emplace_back(*instead, holiday->name);
    taken.insert(*instead);
  }
  for (const Date day : rules_.closed) days_off_.emplace_back(day, "closed");
  std::erase_if(days_off_, [this](const DayOff& off) {
    const int year = parts_of(off.first).year;
    return year < rules_.first_year || year > rules_.last_year || holds(rules_.open, off.first);
  });
  std::stable_sort(days_off_.begin(), days_off_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::optional<Date> BusinessCalendar::observed(const Holiday& holiday, Date day, const std::set<Date>& holidays) const {
  if (holiday.observed == Observance::none || !is_weekend(day)) return std::nullopt;
  if (holiday.observed == Observance::nearest_weekday) {
    for (int distance = 1; distance < 7; ++distance) {
      const bool after = !is_weekend(day + days{distance});
      const bool before = !is_weekend(day - days{distance});
      if (after || before) return after ? day + days{distance} : day - days{distance};
    }
    return std::nullopt;
  }
  if (std::all_of(weekend_.begin(), weekend_.end(), [](bool off) { return off; })) return std::nullopt;
  for (Date next = day + days{1}; next <= last_writable_day(); next += days{1}) {
    if (!is_weekend(next) && !holidays.contains(next)) return next;
  }
  return std::nullopt;
}

const BusinessCalendar::DayOff* BusinessCalendar::day_off(Date day) const {
  const auto at = std::lower_bound(days_off_.begin(), days_off_.end(), day,
                                   [](const DayOff& off, Date wanted) { return off.first < wanted; });
  return at != days_off_.end() && at->first == day ? &*at : nullptr;
}

std::optional<bool> BusinessCalendar::is_business_day(Date day) const {
  if (day < first_writable_day() || day > last_writable_day()) return std::nullopt;
  const int year = parts_of(day).year;
  if (year < rules_.first_year || year > rules_.last_year) return std::nullopt;
  if (holds(rules_.open, day)) return true;
  return !is_weekend(day) && !day_off(day);
}

std::string BusinessCalendar::holiday_name(Date day) const {
  const DayOff* off = day_off(day);
  return off ? off->second : std::string{};
}

std::optional<Date> BusinessCalendar::add(Date day, std::int64_t count) const {
  const days step{count < 0 ? -1 : 1};
  for (std::int64_t left = count; left != 0;) {
    day += step;
    const auto business = is_business_day(day);
    if (!business) return std::nullopt;
    if (*business) left -= step.count();
  }
  return day;
}

std::optional<Date> BusinessCalendar::next(Date day) const {
  const auto business = is_business_day(day);
  if (!business) return std::nullopt;
  return *business ? day : add(day, 1);
}

}  // namespace inforce::calendar
