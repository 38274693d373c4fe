// Calendars of business days.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check calendars: range") {
  CHECK(findings(R"(calendars:
  a: {range: [2000], weekend: []}
  b: {range: [2030, 2000], weekend: []}
  c: {range: [0, 2000], weekend: []}
)") == Lines{"IF115 4:14-4:20 `range` needs two years, the first and the last", "help: such as `[1971, 2035]`",
             "IF115 5:14-5:26 `range` runs backwards",
             "IF115 6:14-6:23 the years of a calendar lie between 1 and 9999"});
}

TEST_CASE("check calendars: weekend") {
  CHECK(findings(R"(calendars:
  a: {range: [2000, 2001], weekend: [Sat, Sonday]}
  b: {range: [2000, 2001], weekend: [Mon, Tue, Wed, Thu, Fri, Sat, Sunday]}
)") == Lines{"IF115 4:43-4:49 `Sonday` is not a day of the week",
             "help: days of the week are `Mon`, `Tue`, `Wed`, `Thu`, `Fri`, `Sat` and `Sun`",
             "IF115 5:37-5:75 all seven days are days of rest, so no business day is left"});
}

TEST_CASE("check calendars: holidays") {
  CHECK(findings(R"(calendars:
  a:
    range: [2000, 2001]
    weekend: [Sun]
    days:
      - {name: N, on: 13-01}
      - {name: N, on: 01-01, since: 2001, through: 2000}
      - {name: N, on: 01-01, observed: monday}
      - 01-01
)") == Lines{"IF115 8:23-8:28 `13-01` is not a day of the year",
             "help: write `07-04`, `first Mon of September` or `last Mon of May`",
             "IF115 9:52-9:56 the holiday ends before it begins",
             "IF106 10:40-10:46 `monday` is not a word for `observed`",
             "help: one of `none`, `nearest-weekday`, `next-weekday`",
             "IF102 11:9-11:14 a holiday is told by a map, not by text",
             "help: such as `{name: Labour Day, on: 05-01}`"});
}

TEST_CASE("check calendars: single days") {
  CHECK(findings(R"(calendars:
  a: {range: [2000, 2001], weekend: [Sun], closed: [2002-01-01, 2000-02], open: [2000-02-30]}
)") == Lines{"IF115 4:53-4:63 `2002-01-01` is outside the years of the calendar",
             "IF208 4:65-4:72 one exact day is needed here, not `2000-02`",
             "IF202 4:82-4:92 there is no day `2000-02-30`: February 2000 has 29 days",
             "help: the last day of that month is `2000-02-29`"});
}

}  // namespace inforce::test
