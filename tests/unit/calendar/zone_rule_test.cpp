#include "engine/calendar/zone_rule.h"

#include "engine/calendar/day.h"
#include "tests/support/catch.h"

namespace inforce::calendar {
namespace {

using std::chrono::hours;

std::string change_after(const char* rule, const char* text) {
  const auto read = read_zone_rule(rule);
  REQUIRE(read);
  const OffsetRun run = read->at(Moment{*read_day(text)});
  return to_string(run.end) + " " + std::to_string(run.offset.count() / 60);
}

TEST_CASE("weeks of months") {
  CHECK(change_after("EST5EDT,M3.2.0,M11.1.0", "2040-01-01") == "2040-03-11T07:00:00Z -300");
  CHECK(change_after("EST5EDT,M3.2.0,M11.1.0", "2040-07-01") == "2040-11-04T06:00:00Z -240");
  CHECK(change_after("EST5EDT,M3.2.0,M11.1.0", "2040-12-01") == "2041-03-10T07:00:00Z -300");
  CHECK(change_after("CET-1CEST,M3.5.0,M10.5.0/3", "2050-07-01") == "2050-10-30T01:00:00Z 120");
}

TEST_CASE("southern summers and negative summer time") {
  CHECK(change_after("AEST-10AEDT,M10.1.0,M4.1.0/3", "2050-01-01") == "2050-04-02T16:00:00Z 660");
  CHECK(change_after("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-01-01") == "2050-03-27T01:00:00Z 0");
}

TEST_CASE("quoted names, odd hours and days of the year") {
  CHECK(change_after("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-01-01") == "2050-03-27T01:00:00Z -120");
  CHECK(change_after("EET-2EEST,M3.4.4/50,M10.4.4/50", "2051-01-01") == "2051-03-25T00:00:00Z 120");
  CHECK(change_after("AAA0BBB,J60/0,J300/0", "2048-01-01") == "2048-03-01T00:00:00Z 0");
  CHECK(change_after("AAA0BBB,59/0,300/0", "2048-01-01") == "2048-02-29T00:00:00Z 0");
  CHECK(change_after("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2050-07-01") == "2050-10-01T15:30:00Z 630");
}

TEST_CASE("what is no rule of two offsets is none") {
  for (const char* text : {"", "CST-8", "<+03>-3", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
                           "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2.0,M11.1.0x", "<ab", "E5",
                           "EST5EDT,J400,J2", "EST5EDT,M3.2.0/,M1.1.1"}) {
    INFO(text);
    CHECK_FALSE(read_zone_rule(text));
  }
}

TEST_CASE("footers are read from the installed zones") {
  CHECK(zone_footer("America/New_York") == "EST5EDT,M3.2.0,M11.1.0");
  CHECK(zone_footer("No/Such_Zone").empty());
}

}  // namespace
}  // namespace inforce::calendar
