// How often something comes.
#include "engine/syntax/interval.h"

#include "engine/calendar/day.h"
#include "tests/support/catch.h"

using namespace inforce;

namespace {

std::string after(const std::string& day, const std::string& interval) {
  const auto read = syntax::read_interval(interval);
  if (!read) return "unread";
  const auto later = syntax::day_after(*calendar::read_day(day), *read);
  return later ? to_string(*later) : "none";
}

}  // namespace

TEST_CASE("interval: a number and a unit") {
  CHECK(after("2025-01-31", "1 day") == "2025-02-01");
  CHECK(after("2025-01-31", "90 days") == "2025-05-01");
  CHECK(after("2025-01-31", "2 weeks") == "2025-02-14");
  CHECK(after("2025-01-31", "1 month") == "2025-02-28");
  CHECK(after("2024-02-29", "1 year") == "2025-02-28");
  CHECK(after("9999-12-31", "1 day") == "none");
}

TEST_CASE("interval: all else is refused") {
  for (const char* text : {"", "quarterly", "6", "months", "0 days", "-1 day", "6 months + 1 day", "5 business days",
                           "1 month (round down)", "6 months, next business day", "99999999999 days", "1.5 years"}) {
    INFO(text);
    CHECK_FALSE(syntax::read_interval(text));
  }
}
