#include "engine/calendar/zone.h"

#include "engine/calendar/day.h"
#include "tests/support/catch.h"

namespace inforce::calendar {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

Date day(const char* text) { return *read_day(text); }

Zone zone(const char* name) {
  const auto found = find_zone(name);
  REQUIRE(found);
  return *found;
}

std::string start(const char* name, const char* text) { return to_string(zone(name).start_of(day(text))); }

std::string shown(const char* name, const char* text, seconds of_day) {
  const auto result = LocalTime{day(text), of_day}.in(zone(name));
  if (const auto* moment = std::get_if<Moment>(&result)) return to_string(*moment);
  return std::get<LocalTime::Problem>(result) == LocalTime::Problem::does_not_exist ? "none" : "two";
}

TEST_CASE("zones are found by their exact name") {
  CHECK(zone("America/New_York").name() == "America/New_York");
  CHECK(zone("America/New_York") == zone("America/New_York"));
  CHECK_FALSE(zone("America/New_York") == zone("Asia/Shanghai"));
  CHECK(zone("UTC") == Zone{});
  CHECK(Zone{}.name() == "UTC");
  for (const char* name : {"", "America/Nowhere", "america/new_york", "EST6", "localtime", "../etc/passwd", "posix/UTC",
                           "America", "tzdata.zi", "America/New_York "}) {
    INFO(name);
    CHECK_FALSE(find_zone(name));
  }
  CHECK_FALSE(find_zone(std::string(100000, 'A')));
}

TEST_CASE("names of zones are sorted and name places") {
  const auto names = zone_names();
  CHECK(names.size() > 300);
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(std::find(names.begin(), names.end(), "Asia/Shanghai") != names.end());
  CHECK(std::find(names.begin(), names.end(), "localtime") == names.end());
  CHECK(std::count(names.begin(), names.end(), "UTC") == 1);
}

TEST_CASE("the version of the data is told") {
  const std::string version = tzdata_version();
  CHECK((version == "unknown" || (version.size() == 5 && version.starts_with("20"))));
}

TEST_CASE("a day begins at midnight of its zone") {
  CHECK(start("UTC", "2025-04-09") == "2025-04-09T00:00:00Z");
  CHECK(start("America/New_York", "2025-04-09") == "2025-04-09T04:00:00Z");
  CHECK(start("America/New_York", "2025-01-09") == "2025-01-09T05:00:00Z");
  CHECK(start("Asia/Shanghai", "2023-11-17") == "2023-11-16T16:00:00Z");
  CHECK(start("Asia/Kathmandu", "2025-01-01") == "2024-12-31T18:15:00Z");
}

TEST_CASE("days of 23 and of 25 hours") {
  const Zone z = zone("America/New_York");
  CHECK(z.start_of(day("2025-03-10")) - z.start_of(day("2025-03-09")) == hours{23});
  CHECK(z.start_of(day("2025-11-03")) - z.start_of(day("2025-11-02")) == hours{25});
}

TEST_CASE("a day without a midnight begins late") {
  CHECK(start("America/Sao_Paulo", "2018-11-04") == "2018-11-04T03:00:00Z");
  CHECK(to_string(zone("America/Sao_Paulo").start_of(day("2018-11-04")) - seconds{1}) == "2018-11-04T02:59:59Z");
  CHECK(shown("America/Sao_Paulo", "2018-11-04", seconds{0}) == "none");
  CHECK(shown("America/Sao_Paulo", "2018-11-04", hours{1}) == "2018-11-04T03:00:00Z");
}

TEST_CASE("a day that a place skipped has no moments") {
  const Zone z = zone("Pacific/Apia");
  CHECK(z.start_of(day("2011-12-30")) == z.start_of(day("2011-12-31")));
  CHECK(to_string(z.start_of(day("2011-12-31"))) == "2011-12-30T10:00:00Z");
  CHECK(z.day_of(z.start_of(day("2011-12-31"))) == day("2011-12-31"));
  CHECK(z.day_of(z.start_of(day("2011-12-31")) - seconds{1}) == day("2011-12-29"));
  CHECK(z.bound(z.start_of(day("2011-12-30"))).day == day("2011-12-31"));
  CHECK(shown("Pacific/Apia", "2011-12-30", hours{12}) == "none");
}

TEST_CASE("a day whose midnight comes twice begins with the first") {
  CHECK(start("America/Havana", "2025-11-02") == "2025-11-02T04:00:00Z");
  CHECK(shown("America/Havana", "2025-11-02", minutes{30}) == "two");
  // One minute past midnight clocks went back to 23:01 of the day before.
  CHECK(start("America/St_Johns", "2010-11-07") == "2010-11-07T02:30:00Z");
  const Zone z = zone("America/St_Johns");
  CHECK(z.day_of(z.start_of(day("2010-11-07")) + minutes{30}) == day("2010-11-07"));
}

TEST_CASE("local times that do not exist or come twice") {
  CHECK(shown("America/New_York", "2025-03-09", hours{2} + minutes{30}) == "none");
  CHECK(shown("America/New_York", "2025-03-09", hours{3}) == "2025-03-09T07:00:00Z");
  CHECK(shown("America/New_York", "2025-03-09", hours{2} - seconds{1}) == "2025-03-09T06:59:59Z");
  CHECK(shown("America/New_York", "2025-11-02", hours{1} + minutes{30}) == "two");
  CHECK(shown("America/New_York", "2025-11-02", hours{1}) == "two");
  CHECK(shown("America/New_York", "2025-11-02", hours{2}) == "2025-11-02T07:00:00Z");
  CHECK(shown("America/New_York", "2025-11-02", hours{1} - seconds{1}) == "2025-11-02T04:59:59Z");
  CHECK(shown("UTC", "2025-03-09", hours{2}) == "2025-03-09T02:00:00Z");
}

TEST_CASE("summer time goes on after the last change that the data lists") {
  CHECK(start("America/New_York", "2040-07-01") == "2040-07-01T04:00:00Z");
  CHECK(start("America/New_York", "2040-12-01") == "2040-12-01T05:00:00Z");
  CHECK(start("Europe/Berlin", "2100-07-01") == "2100-06-30T22:00:00Z");
  CHECK(start("Australia/Sydney", "2050-01-01") == "2049-12-31T13:00:00Z");
  CHECK(start("Asia/Shanghai", "2050-07-01") == "2050-06-30T16:00:00Z");
  CHECK(shown("America/New_York", "2040-03-11", hours{2} + minutes{30}) == "none");
  CHECK(shown("America/New_York", "2040-11-04", hours{1} + minutes{30}) == "two");
}

TEST_CASE("the ends of the axis") {
  for (const char* name : {"UTC", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
    const Zone z = zone(name);
    INFO(name);
    CHECK(z.start_of(open_past()) == beginning_of_time);
    CHECK(z.start_of(open_future()) == end_of_time);
    CHECK(z.start_of(Date::min()) == beginning_of_time);
    CHECK(z.start_of(Date::max()) == end_of_time);
    CHECK(z.day_of(z.start_of(first_writable_day())) == first_writable_day());
    CHECK(z.day_of(z.start_of(last_writable_day())) == last_writable_day());
    CHECK(z.day_of(beginning_of_time) == open_past());
    CHECK(z.day_of(end_of_time) == open_future());
    CHECK_FALSE(z.bound(beginning_of_time).day);
    CHECK_FALSE(z.bound(end_of_time).day);
  }
}

TEST_CASE("every moment lies within the day that it is told to lie in") {
  for (const char* name : {"America/New_York", "Asia/Shanghai", "America/St_Johns", "Pacific/Apia", "America/Sao_Paulo",
                           "Africa/Casablanca", "Europe/Dublin", "Antarctica/Troll", "Australia/Lord_Howe"}) {
    const Zone z = zone(name);
    INFO(name);
    const Moment stop{day("2045-01-01")};
    for (Moment at{day("1990-01-01")}; at < stop; at += hours{37} + minutes{11}) {
      const Date here = z.day_of(at);
      REQUIRE(z.start_of(here) <= at);
      REQUIRE(at < z.start_of(here + days{1}));
    }
  }
}

TEST_CASE("a bound is a day where one begins") {
  const Zone z = zone("America/New_York");
  CHECK(z.bound(z.start_of(day("2025-04-09"))).day == day("2025-04-09"));
  CHECK_FALSE(z.bound(z.start_of(day("2025-04-09")) + seconds{1}).day);
  CHECK(to_string(Zone{}.bound(Moment{day("2025-04-09")} + hours{4})) == "2025-04-09T04:00:00Z");
}

}  // namespace
}  // namespace inforce::calendar
