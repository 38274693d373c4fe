// Days off of the United States and of China against the calendars of the corpus, every day of the years covered.
#include <set>

#include "tests/examples/examples.h"

namespace inforce::test {
namespace {

Date day(const std::string& text) { return *calendar::read_day(text); }

bool is_weekend(Date date) { return calendar::weekday_of(date) == 0 || calendar::weekday_of(date) == 6; }

TEST_CASE("us-federal: holidays of 2015 to 2030") {
  const auto path = example("us-federal-holidays-2015-2030.csv");
  if (!path) return;
  const calendar::BusinessCalendar& calendar = corpus_calendar("us-federal");
  std::set<Date> off;
  std::size_t passed = 0;
  const auto lines = lines_of(*path, 1);
  for (const std::string& line : lines) {
    const Date date = day(line.substr(0, 10));
    off.insert(date);
    INFO(line);
    CHECK(calendar.is_business_day(date) == false);
    CHECK_FALSE(calendar.holiday_name(date).empty());
    passed += !calendar.holiday_name(date).empty();
  }
  // Closed by order, which the list of holidays does not hold.
  for (const char* closed : {"2018-12-05", "2018-12-24", "2019-12-24", "2020-12-24", "2024-12-24", "2025-01-09",
                             "2025-12-24", "2025-12-26"}) {
    off.insert(day(closed));
  }
  for (Date date = day("2015-01-01"); date <= day("2030-12-31"); date += std::chrono::days{1}) {
    INFO(to_string(date));
    CHECK(calendar.is_business_day(date) == (!is_weekend(date) && !off.contains(date)));
  }
  print_count("us-federal-holidays-2015-2030", passed, lines.size());
}

TEST_CASE("us-federal: the range ends where it says") {
  const calendar::BusinessCalendar& calendar = corpus_calendar("us-federal");
  CHECK_FALSE(calendar.is_business_day(day("1970-12-31")));
  CHECK(calendar.is_business_day(day("1971-01-01")) == false);
  CHECK(calendar.is_business_day(day("2035-12-31")) == true);
  CHECK_FALSE(calendar.is_business_day(day("2036-01-01")));
}

TEST_CASE("us-federal: holidays that were moved or added") {
  const calendar::BusinessCalendar& calendar = corpus_calendar("us-federal");
  CHECK(calendar.holiday_name(day("1977-10-24")) == "Veterans Day");
  CHECK(calendar.is_business_day(day("1977-11-11")) == true);
  CHECK(calendar.is_business_day(day("1978-10-23")) == true);
  CHECK(calendar.holiday_name(day("1978-11-10")) == "Veterans Day");
  CHECK(calendar.is_business_day(day("1985-01-21")) == true);
  CHECK(calendar.is_business_day(day("1986-01-20")) == false);
  CHECK(calendar.is_business_day(day("2020-06-19")) == true);
  CHECK(calendar.is_business_day(day("2021-06-18")) == false);
  CHECK(calendar.is_business_day(day("2021-01-20")) == true);
}

TEST_CASE("cn-state-council: days off and working weekends of 2023 to 2025") {
  const auto path = example("china-state-council-2023-2025.csv");
  if (!path) return;
  const calendar::BusinessCalendar& calendar = corpus_calendar("cn-state-council");
  std::set<Date> off;
  std::set<Date> work;
  for (const std::string& line : lines_of(*path, 1)) {
    const auto fields = fields_of(line, ',');
    (fields.at(1) == "off" ? off : work).insert(day(fields.at(0)));
  }
  CHECK_FALSE(calendar.is_business_day(day("2022-12-31")));  // before the range
  off.erase(day("2022-12-31"));
  std::size_t passed = 0;
  for (Date date = day("2023-01-01"); date <= day("2025-12-31"); date += std::chrono::days{1}) {
    INFO(to_string(date));
    const bool business = work.contains(date) || (!is_weekend(date) && !off.contains(date));
    CHECK(calendar.is_business_day(date) == business);
    passed += (off.contains(date) || work.contains(date)) && calendar.is_business_day(date) == business;
  }
  print_count("china-state-council-2023-2025", passed, off.size() + work.size());
}

}  // namespace
}  // namespace inforce::test
