#include "engine/calendar/zone.h"
#include "tests/unit/syntax/date_support.h"

namespace inforce::syntax {
namespace {

TEST_CASE("moments: zones and offsets") {
  CHECK(moment("2019-05-16T16:15[America/New_York]") == "2019-05-16T20:15:00Z");
  CHECK(moment("2019-05-16T16:15:30Z") == "2019-05-16T16:15:30Z");
  CHECK(moment("2019-05-16T16:15-04:00") == "2019-05-16T20:15:00Z");
  CHECK(moment("2019-05-16T00:00+08:00") == "2019-05-15T16:00:00Z");
  CHECK(moment("2019-05-16T16:15[UTC]") == "2019-05-16T16:15:00Z");
  CHECK(moment("2019-05-16T16:15-12:00") == "2019-05-17T04:15:00Z");
  CHECK(moment("2019-05-16T16:15+14:00") == "2019-05-16T02:15:00Z");
  CHECK(outcome(" 2019-05-16T16:15[America/New_York] ") == "2019-05-16T16:15[America/New_York]");
}

TEST_CASE("moments: a zone is required") {
  CHECK(outcome("2019-05-16T16:15") == "IF205 2019-05-16T16:15");
  CHECK(outcome("  2019-05-16T16:15:30 ") == "IF205 2019-05-16T16:15:30");
  CHECK(outcome("2019-05-16T16:15, next business day") == "IF205 2019-05-16T16:15");
  CHECK(help("2019-05-16T16:15") == "add `Z`, an offset such as `-04:00`, or a zone such as `[America/New_York]`");
  CHECK(outcome("2019-05-16T16:15z") == "IF201 z");
  CHECK(outcome("2019-05-16T16:15+04") == "IF201 +04");
  CHECK(outcome("2019-05-16T16:15-1201") == "IF201 -1201");
  CHECK(outcome("2019-05-16T16:15-04:00[America/New_York]") == "IF201 -04:00[America/New_York]");
  CHECK(outcome("2019-05-16T16:15[America/New_York") == "IF201 [America/New_York");
  CHECK(outcome("2019-05-16T16:15[]") == "IF201 []");
  CHECK(outcome("2019-05-16T16:15Z15") == "IF201 Z15");
}

TEST_CASE("moments: zones that are none") {
  CHECK(outcome("2019-05-16T16:15[America/NewYork]") == "IF113 America/NewYork");
  CHECK(help("2019-05-16T16:15[America/NewYork]") == "did you mean `America/New_York`?");
  CHECK(outcome("2019-05-16T16:15[localtime]") == "IF113 localtime");
  CHECK(outcome("2019-05-16T16:15-13:00") == "IF201 -13:00");
  CHECK(outcome("2019-05-16T16:15+14:01") == "IF201 +14:01");
  CHECK(outcome("2019-05-16T16:15+05:60") == "IF201 +05:60");
}

TEST_CASE("moments: local times that do not exist or come twice") {
  CHECK(outcome("2025-03-09T02:30[America/New_York]") == "IF206 2025-03-09T02:30[America/New_York]");
  CHECK(message("2025-03-09T02:30[America/New_York]") ==
        "`2025-03-09T02:30` does not exist in `America/New_York`: clocks change from -05:00 to -04:00");
  CHECK(message("2025-11-02T01:30[America/New_York]") ==
        "`2025-11-02T01:30` comes twice in `America/New_York`: clocks change from -04:00 to -05:00");
  CHECK(help("2025-11-02T01:30[America/New_York]") ==
        "write the offset: `2025-11-02T01:30-04:00` or `2025-11-02T01:30-05:00`");
  CHECK(moment("2025-11-02T01:30-04:00") == "2025-11-02T05:30:00Z");
  CHECK(moment("2025-11-02T01:30-05:00") == "2025-11-02T06:30:00Z");
  CHECK(outcome("2018-11-04T00:00[America/Sao_Paulo]") == "IF206 2018-11-04T00:00[America/Sao_Paulo]");
  CHECK(outcome("2011-12-30T12:00[Pacific/Apia]") == "IF206 2011-12-30T12:00[Pacific/Apia]");
}

TEST_CASE("moments: times of a clock") {
  CHECK(outcome("2019-05-16T24:00Z") == "IF201 24:00");
  CHECK(help("2019-05-16T24:00Z") == "write `00:00` of the day after");
  CHECK(outcome("2019-05-16T23:60Z") == "IF201 23:60");
  CHECK(outcome("2019-05-16T23:59:60Z") == "IF201 23:59:60");
  CHECK(outcome("2019-05-16T16:15:30.5Z") == "IF201 16:15:30.5Z");
  CHECK(outcome("2019-05-16T1615Z") == "IF201 1615Z");
  CHECK(outcome("2019-05-16T16Z") == "IF201 16Z");
  CHECK(outcome("2019-05-16T") == "IF201 ");
  CHECK(outcome("2019-05-16 16:15") == "IF201 16:15");
  CHECK(help("2019-05-16 16:15") == "a moment is written such as `2025-04-09T16:15[America/New_York]`");
}

TEST_CASE("moments: days of a moment") {
  CHECK(outcome("2025-04T16:15Z") == "IF201 2025-04");
  CHECK(outcome("2025-04-XXT16:15Z") == "IF201 2025-04-XX");
  CHECK(outcome("2023-02-30T16:15Z") == "IF202 2023-02-30");
  CHECK(outcome("0001-01-01T00:00+00:01") == "IF406 0001-01-01T00:00+00:01");
  CHECK(outcome("9999-12-31T23:59:59-00:01") == "IF406 9999-12-31T23:59:59-00:01");
  CHECK(moment("9999-12-31T23:59:59Z") == "9999-12-31T23:59:59Z");
  CHECK(moment("0001-01-01T00:00Z") == "0001-01-01T00:00:00Z");
}

TEST_CASE("moments: nothing is added to one") {
  CHECK(outcome("2019-05-16T16:15Z + 1 day") == "IF403 + 1 day");
  CHECK(outcome("2019-05-16T16:15Z, next business day") == "IF403 , next business day");
  CHECK(help("2019-05-16T16:15Z + 1 day") == "add to its day: `2019-05-16 + 1 day`");
}

}  // namespace
}  // namespace inforce::syntax
