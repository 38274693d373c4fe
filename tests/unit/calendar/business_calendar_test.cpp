#include "engine/calendar/business_calendar.h"

#include <chrono>

#include "tests/support/catch.h"

namespace inforce::calendar {
namespace {

Date day(const char* text) {
  const auto read = read_day(text);
  REQUIRE(read);
  return *read;
}

std::string text(const std::optional<Date>& date) { return date ? to_string(*date) : "outside"; }

CalendarRules plain(int first, int last) {
  CalendarRules rules;
  rules.id = "test";
  rules.first_year = first;
  rules.last_year = last;
  rules.weekend = {6, 0};
  return rules;
}

BusinessCalendar with(std::vector<Holiday> holidays, int first = 2020, int last = 2030) {
  CalendarRules rules = plain(first, last);
  rules.holidays = std::move(holidays);
  return BusinessCalendar{std::move(rules)};
}

TEST_CASE("weekends and single days") {
  CalendarRules rules = plain(2024, 2025);
  rules.closed = {day("2025-01-09"), day("2025-01-09")};
  rules.open = {day("2025-01-26"), day("2025-01-09")};
  rules.closed.push_back(day("2025-01-10"));
  const BusinessCalendar calendar{rules};
  CHECK(calendar.is_business_day(day("2025-01-08")) == true);
  CHECK(calendar.is_business_day(day("2025-01-09")) == true);  // open wins
  CHECK(calendar.is_business_day(day("2025-01-10")) == false);
  CHECK(calendar.is_business_day(day("2025-01-11")) == false);
  CHECK(calendar.is_business_day(day("2025-01-26")) == true);  // a working Sunday
  CHECK(calendar.holiday_name(day("2025-01-10")) == "closed");
  CHECK(calendar.holiday_name(day("2025-01-09")).empty());
  CHECK(calendar.holiday_name(day("2025-01-11")).empty());
}

TEST_CASE("nth weekdays of a month") {
  const BusinessCalendar calendar = with({{"first", NthWeekday{1, 1, 9}, {}, {}, Observance::none},
                                          {"third", NthWeekday{3, 1, 2}, {}, {}, Observance::none},
                                          {"fourth", NthWeekday{4, 4, 11}, {}, {}, Observance::none},
                                          {"last", NthWeekday{-1, 1, 5}, {}, {}, Observance::none},
                                          {"fifth", NthWeekday{5, 5, 8}, {}, {}, Observance::none}});
  CHECK(calendar.holiday_name(day("2025-09-01")) == "first");
  CHECK(calendar.holiday_name(day("2025-02-17")) == "third");
  CHECK(calendar.holiday_name(day("2025-11-27")) == "fourth");
  CHECK(calendar.holiday_name(day("2025-05-26")) == "last");
  CHECK(calendar.holiday_name(day("2021-05-31")) == "last");
  CHECK(calendar.holiday_name(day("2025-08-29")) == "fifth");
  CHECK(calendar.holiday_name(day("2026-08-28")).empty());  // four Fridays only
}

TEST_CASE("years of a holiday") {
  const BusinessCalendar calendar = with({{"new", FixedDay{6, 17}, 2022, {}, Observance::none},
                                          {"old", FixedDay{6, 16}, {}, 2021, Observance::none},
                                          {"leap", FixedDay{2, 29}, {}, {}, Observance::none}});
  CHECK(calendar.is_business_day(day("2021-06-17")) == true);
  CHECK(calendar.is_business_day(day("2022-06-17")) == false);
  CHECK(calendar.is_business_day(day("2021-06-16")) == false);
  CHECK(calendar.is_business_day(day("2022-06-16")) == true);
  CHECK(calendar.is_business_day(day("2024-02-29")) == false);
}

TEST_CASE("nearest weekday across the turn of the year") {
  const std::vector<Holiday> new_year{{"New Year's Day", FixedDay{1, 1}, {}, {}, Observance::nearest_weekday}};
  const BusinessCalendar wide = with(new_year);
  CHECK(wide.holiday_name(day("2021-12-31")) == "New Year's Day");  // 2022-01-01 is a Saturday
  CHECK(wide.holiday_name(day("2022-01-01")) == "New Year's Day");
  CHECK(wide.is_business_day(day("2022-01-03")) == true);
  CHECK(wide.is_business_day(day("2023-01-02")) == false);  // 2023-01-01 is a Sunday
  const BusinessCalendar until_2021 = with(new_year, 2019, 2021);
  CHECK(until_2021.is_business_day(day("2021-12-31")) == false);  // of a year past the range
  const BusinessCalendar from_2022 = with(new_year, 2022, 2023);
  CHECK_FALSE(from_2022.is_business_day(day("2021-12-31")));
  CHECK(from_2022.is_business_day(day("2022-01-03")) == true);
}

TEST_CASE("a first year counts for the holiday, not for its observance") {
  const BusinessCalendar calendar = with({{"New Year's Day", FixedDay{1, 1}, 2022, {}, Observance::nearest_weekday}});
  CHECK(calendar.is_business_day(day("2021-12-31")) == false);
  CHECK(calendar.is_business_day(day("2021-01-01")) == true);
}

TEST_CASE("nearest weekday with other days of rest") {
  CalendarRules rules = plain(2024, 2026);
  rules.weekend = {5, 6};                                                          // Friday and Saturday
  rules.holidays = {{"f", FixedDay{5, 9}, {}, {}, Observance::nearest_weekday},    // Friday 2025-05-09
                    {"s", FixedDay{5, 17}, {}, {}, Observance::nearest_weekday}};  // Saturday 2025-05-17
  const BusinessCalendar calendar{rules};
  CHECK(calendar.holiday_name(day("2025-05-08")) == "f");
  CHECK(calendar.holiday_name(day("2025-05-18")) == "s");
  rules.weekend = {0, 1, 2, 3, 4, 5, 6};
  const BusinessCalendar never{rules};
  CHECK(never.is_business_day(day("2025-05-08")) == false);
  CHECK_FALSE(never.add(day("2025-05-08"), 1));
}

TEST_CASE("next weekday passes over other holidays") {
  const BusinessCalendar calendar = with({{"Christmas", FixedDay{12, 25}, {}, {}, Observance::next_weekday},
                                          {"Boxing Day", FixedDay{12, 26}, {}, {}, Observance::next_weekday}});
  CHECK(calendar.holiday_name(day("2021-12-27")) == "Christmas");  // Saturday 25, Sunday 26
  CHECK(calendar.holiday_name(day("2021-12-28")) == "Boxing Day");
  CHECK(calendar.holiday_name(day("2022-12-26")) == "Boxing Day");  // Sunday 25, Monday 26
  CHECK(calendar.holiday_name(day("2022-12-27")) == "Christmas");
  CHECK(calendar.is_business_day(day("2020-12-28")) == false);  // Friday 25, Saturday 26
  CHECK(calendar.is_business_day(day("2020-12-29")) == true);
}

TEST_CASE("day one is the day after") {
  const BusinessCalendar calendar = with({});
  CHECK(text(calendar.add(day("2025-04-11"), 1)) == "2025-04-14");  // Friday
  CHECK(text(calendar.add(day("2025-04-12"), 1)) == "2025-04-14");  // Saturday
  CHECK(text(calendar.add(day("2025-04-14"), -1)) == "2025-04-11");
  CHECK(text(calendar.add(day("2025-04-12"), 0)) == "2025-04-12");
  CHECK(text(calendar.add(day("2025-04-09"), 30)) == "2025-05-21");
  CHECK(text(calendar.next(day("2025-04-12"))) == "2025-04-14");
  CHECK(text(calendar.next(day("2025-04-14"))) == "2025-04-14");
}

TEST_CASE("no answer outside the range of years") {
  const BusinessCalendar calendar = with({}, 2024, 2025);
  CHECK_FALSE(calendar.is_business_day(day("2023-12-31")));
  CHECK_FALSE(calendar.is_business_day(day("2026-01-01")));
  CHECK_FALSE(calendar.is_business_day(open_past()));
  CHECK_FALSE(calendar.is_business_day(open_future()));
  CHECK(text(calendar.add(day("2023-12-31"), 1)) == "2024-01-01");
  CHECK(text(calendar.add(day("2026-01-01"), -1)) == "2025-12-31");
  CHECK(text(calendar.add(day("2025-12-31"), 1)) == "outside");
  CHECK(text(calendar.add(day("2024-01-01"), -1)) == "outside");
  CHECK(text(calendar.add(day("2023-12-30"), 1)) == "outside");
  CHECK(text(calendar.add(day("2030-01-01"), 0)) == "2030-01-01");
  CHECK(text(calendar.next(day("2023-12-31"))) == "outside");
  const BusinessCalendar ends_on_weekend = with({}, 2021, 2022);  // 2022-12-31 is a Saturday
  CHECK(text(ends_on_weekend.next(day("2022-12-31"))) == "outside");
}

TEST_CASE("large counts and wide ranges end soon") {
  const BusinessCalendar calendar =
      with({{"New Year's Day", FixedDay{1, 1}, {}, {}, Observance::nearest_weekday}}, 1, 9999);
  CHECK_FALSE(calendar.add(day("2025-01-01"), INT64_MAX));
  CHECK_FALSE(calendar.add(day("2025-01-01"), INT64_MIN));
  CHECK(calendar.is_business_day(day("0001-01-01")) == false);
  CHECK(calendar.is_business_day(day("9999-12-31")) == true);
  const BusinessCalendar odd = with({}, 2025, 2024);
  CHECK_FALSE(odd.is_business_day(day("2025-01-01")));
  const BusinessCalendar wild = with({}, -2000000000, 2000000000);
  CHECK(wild.is_business_day(day("2025-01-01")) == true);
}

}  // namespace
}  // namespace inforce::calendar
