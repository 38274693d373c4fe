#include "engine/calendar/day.h"

#include <random>

#include "tests/support/catch.h"

namespace inforce::calendar {
namespace {

Date day(const char* text) {
  const auto read = read_day(text);
  REQUIRE(read);
  return *read;
}

TEST_CASE("a day is read only in its strict form") {
  CHECK(to_string(day("2025-04-09")) == "2025-04-09");
  CHECK(to_string(day("0001-01-01")) == "0001-01-01");
  CHECK(to_string(day("9999-12-31")) == "9999-12-31");
  for (const char* text :
       {"", "2025", "2025-4-9", "2025-04-9", "+2025-04-09", "-0001-01-01", "2025-04-09 ", " 2025-04-09", "2025/04/09",
        "20250409", "2025-04-091", "2025-0a-09", "0000-01-01", "2025-00-01", "2025-01-00"}) {
    INFO(text);
    CHECK_FALSE(read_day(text));
  }
}

TEST_CASE("days that no month has are refused") {
  for (const char* text : {"2023-02-29", "2023-02-30", "1900-02-29", "2100-02-29", "2025-04-31", "2025-06-31",
                           "2025-09-31", "2025-11-31", "2025-13-01", "2025-12-32"}) {
    INFO(text);
    CHECK_FALSE(read_day(text));
  }
  for (const char* text : {"2024-02-29", "2000-02-29", "2025-12-31", "2025-01-31"}) {
    INFO(text);
    CHECK(read_day(text));
  }
}

TEST_CASE("parts and text give the day back") {
  std::mt19937 random{7};
  std::uniform_int_distribution<std::int64_t> any{0, (last_writable_day() - first_writable_day()).count()};
  for (int i = 0; i < 2000; ++i) {
    const Date at = first_writable_day() + std::chrono::days{any(random)};
    const YearMonthDay parts = parts_of(at);
    CHECK(make_day(parts.year, parts.month, parts.day) == at);
    CHECK(read_day(to_string(at)) == at);
  }
}

TEST_CASE("weekdays") {
  CHECK(weekday_of(day("2025-04-09")) == 3);
  CHECK(weekday_name(day("2025-04-09")) == "Wednesday");
  CHECK(weekday_name(day("2000-01-01")) == "Saturday");
  CHECK(weekday_of(day("2025-04-13")) == 0);
  CHECK(weekday_of(day("0001-01-01")) == 1);
}

TEST_CASE("lengths of months") {
  CHECK(days_in_month(2024, 2) == 29);
  CHECK(days_in_month(2023, 2) == 28);
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(2025, 4) == 30);
  CHECK(days_in_month(2025, 12) == 31);
}

TEST_CASE("months keep the day of the month") {
  CHECK(add_months(day("2025-04-09"), 1, Rounding::refuse) == day("2025-05-09"));
  CHECK(add_months(day("2025-11-30"), 2, Rounding::refuse) == day("2026-01-30"));
  CHECK(add_months(day("2025-01-31"), -1, Rounding::refuse) == day("2024-12-31"));
  CHECK(add_months(day("2025-01-15"), -13, Rounding::refuse) == day("2023-12-15"));
  CHECK(add_months(day("2024-02-29"), 48, Rounding::refuse) == day("2028-02-29"));
  CHECK(add_months(day("2025-04-09"), 0, Rounding::refuse) == day("2025-04-09"));
}

TEST_CASE("a month too short needs a rounding") {
  CHECK_FALSE(add_months(day("2025-01-31"), 1, Rounding::refuse));
  CHECK(add_months(day("2025-01-31"), 1, Rounding::down) == day("2025-02-28"));
  CHECK(add_months(day("2025-01-31"), 1, Rounding::up) == day("2025-03-01"));
  CHECK(add_months(day("2024-02-29"), 12, Rounding::down) == day("2025-02-28"));
  CHECK(add_months(day("2024-02-29"), 12, Rounding::up) == day("2025-03-01"));
  CHECK(add_months(day("2025-03-31"), -1, Rounding::down) == day("2025-02-28"));
  CHECK(add_months(day("2025-03-31"), -1, Rounding::up) == day("2025-03-01"));
  CHECK(add_months(day("2025-03-30"), 1, Rounding::up) == day("2025-04-30"));
}

TEST_CASE("arithmetic stays within the years that can be written") {
  CHECK_FALSE(add_months(day("9999-12-31"), 1, Rounding::down));
  CHECK_FALSE(add_months(day("0001-01-01"), -1, Rounding::down));
  CHECK(add_months(day("0001-01-01"), 12 * 9998 + 11, Rounding::refuse) == day("9999-12-01"));
  CHECK_FALSE(add_months(day("2025-01-01"), INT64_MAX, Rounding::down));
  CHECK_FALSE(add_months(day("2025-01-01"), INT64_MIN, Rounding::down));
  CHECK_FALSE(add_days(day("9999-12-31"), 1));
  CHECK_FALSE(add_days(day("0001-01-01"), -1));
  CHECK_FALSE(add_days(day("2025-01-01"), INT64_MAX));
  CHECK_FALSE(add_days(day("2025-01-01"), INT64_MIN));
  CHECK(add_days(day("0001-01-01"), 3652058) == day("9999-12-31"));
  CHECK(add_days(day("2024-02-28"), 2) == day("2024-03-01"));
  CHECK(add_days(day("2025-01-01"), -1) == day("2024-12-31"));
}

TEST_CASE("open ends lie one day beyond the writable days") {
  CHECK(open_past() + std::chrono::days{1} == first_writable_day());
  CHECK(open_future() - std::chrono::days{1} == last_writable_day());
  CHECK(to_string(open_past()) == "0000-12-31");
  CHECK(to_string(open_future()) == "10000-01-01");
}

TEST_CASE("moments and bounds are written in ISO 8601") {
  const Moment moment = Moment{day("2025-04-09")} + std::chrono::seconds{20 * 3600 + 15 * 60 + 7};
  CHECK(to_string(moment) == "2025-04-09T20:15:07Z");
  CHECK(to_string(Moment{day("1969-12-31")} + std::chrono::seconds{86399}) == "1969-12-31T23:59:59Z");
  CHECK(to_string(Bound{moment, std::nullopt}) == "2025-04-09T20:15:07Z");
  CHECK(to_string(Bound{moment, day("2025-04-10")}) == "2025-04-10");
  CHECK(to_string(When::on_day(day("2025-04-09"))) == "2025-04-09");
  CHECK(to_string(When::at(moment)) == "2025-04-09T20:15:07Z");
  CHECK(to_string(beginning_of_time) == "beginning of time");
  CHECK(to_string(end_of_time) == "end of time");
  CHECK(to_string(end_of_time - std::chrono::seconds{1}) == "end of time");
  CHECK(to_string(Date::min()) == "beginning of time");
}

}  // namespace
}  // namespace inforce::calendar
