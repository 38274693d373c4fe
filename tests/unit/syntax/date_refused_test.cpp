#include "tests/unit/syntax/date_support.h"

namespace inforce::syntax {
namespace {

TEST_CASE("refused dates: days that do not exist") {
  CHECK(outcome("2023-02-30") == "IF202 2023-02-30");
  CHECK(message("2023-02-30") == "there is no day `2023-02-30`: February 2023 has 28 days");
  CHECK(help("2023-02-30") == "the last day of that month is `2023-02-28`");
  CHECK(outcome("2023-13-01") == "IF202 2023-13-01");
  CHECK(help("2023-13-01") == "did you mean `2023-01-13`?");
  CHECK(help("2023-31-10") == "did you mean `2023-10-31`?");
  CHECK(help("2023-13-32") == "months run from 01 to 12");
  for (const char* text : {"2023-00-10", "2023-10-00", "0000", "0000-01-01", "2100-02-29", "2016-11-31", "2016-13"}) {
    CHECK(outcome(text) == std::string{"IF202 "} + text);
  }
  CHECK(outcome("[2025-04-09..2025-04-31]") == "IF202 2025-04-31");
}

TEST_CASE("refused dates: forms that can be read in two ways show both") {
  CHECK(outcome("03/04/2025") == "IF203 03/04/2025");
  CHECK(message("03/04/2025") == "`03/04/2025` can be read as `2025-03-04` and as `2025-04-03`");
  CHECK(help("03/04/2025") == "write `2025-03-04` or `2025-04-03`");
  CHECK(help("3.4.2025") == "write `2025-03-04` or `2025-04-03`");
  CHECK(help("03-04-2025") == "write `2025-03-04` or `2025-04-03`");
  CHECK(outcome("03/04/25") == "IF203 03/04/25");
  CHECK(help("13/04/2025") == "write `2025-04-13`");
  CHECK(help("04/13/2025") == "write `2025-04-13`");
  CHECK(help("4/4/2025") == "write `2025-04-04`");
  CHECK(help("40/40/2025") == "write the day as YYYY-MM-DD");
  CHECK(outcome("  03/04/2025 + 3 days") == "IF203 03/04/2025");
  CHECK(outcome("[2025-03-01..03/04/2025]") == "IF201 03/04/2025");
}

TEST_CASE("refused dates: other forms than YYYY-MM-DD are told how to be written") {
  for (const char* text :
       {"20250409", "2025-4-9", "2025-04-9", "2025/04/09", "2025.4.9", "2025-099", "April 9, 2025", "9 April 2025",
        "9. April 2025", "Apr 9th 2025", "Wednesday, 9 April 2025", "2025年4月9日"}) {
    INFO(text);
    CHECK(outcome(text) == std::string{"IF203 "} + text);
    CHECK(help(text) == "write `2025-04-09`");
  }
  for (const char* text : {"2025-4", "2025/04", "04/2025", "April 2025", "2025 April"}) {
    INFO(text);
    CHECK(outcome(text) == std::string{"IF203 "} + text);
    CHECK(help(text) == "write `2025-04`");
  }
  CHECK(outcome("April 9") == "IF203 April 9");
  CHECK(outcome("April 9, 2025 + 3 days") == "IF203 April 9, 2025");
  CHECK(outcome("2025-W15") == "IF203 2025-W15");
  CHECK(outcome("2025-W15-3") == "IF203 2025-W15-3");
  CHECK(outcome("20251309") == "IF201 20251309");
}

TEST_CASE("refused dates: ranges that run backwards") {
  CHECK(outcome("[2025-07-15..2025-07-14]") == "IF207 2025-07-15..2025-07-14");
  CHECK(help("[2025-07-15..2025-07-14]") == "did you mean `2025-07-14..2025-07-15`?");
  CHECK(outcome("[2025-01-01, 2025-07 .. 2025-06]") == "IF207 2025-07 .. 2025-06");
}

TEST_CASE("refused dates: what the profile leaves out of EDTF is named") {
  struct Case {
    const char* text;
    const char* construct;
  };
  for (const Case& c : {Case{"199X", "a date with unspecified digits"},
                        Case{"19XX?", "a date with unspecified digits"},
                        Case{"XXXX-XX-23", "a date with unspecified digits"},
                        Case{"2025-XX-09", "a date with unspecified digits"},
                        Case{"2004-X1-03", "a date with unspecified digits"},
                        Case{"2001-21", "a season"},
                        Case{"2001-41~", "a season"},
                        Case{"2024/2025", "an interval"},
                        Case{"1985-04-12/..", "an interval"},
                        Case{"/1985", "an interval"},
                        Case{"/..", "an interval"},
                        Case{"2004-06-02?/2004-08-08~", "an interval"},
                        Case{"{1667,1668}", "a set of all its days"},
                        Case{"{1999", "a set of all its days"},
                        Case{"-0999", "a negative year"},
                        Case{"Y17E7", "a year of another length than four digits"},
                        Case{"Y-1200", "a year of another length than four digits"},
                        Case{"1953S2", "a year with significant digits"},
                        Case{"2004-06~-11", "a date with a mark within it"},
                        Case{"2011-~06-~04", "a date with a mark within it"},
                        Case{"?2004-06-04~", "a date with a mark within it"},
                        Case{"2004-(06)?-11", "a date with a group in parentheses"},
                        Case{"19", "a century"},
                        Case{"197~", "a decade"}}) {
    INFO(c.text);
    CHECK(outcome(c.text).substr(0, 6) == "IF204 ");
    CHECK_THAT(message(c.text), ContainsSubstring(c.construct));
    CHECK_FALSE(help(c.text).empty());
  }
  CHECK(help("199X") == "write `[1990..1999]`");
  CHECK(help("197~") == "write `[1970..1979]`");
  CHECK(help("2004-06~-11") == "put one mark behind the whole: `2004-06-11~`");
  CHECK(outcome("[2025-07-15~,2025-07-16]") == "IF204 ~");
  CHECK(help("[2025-07-15~,2025-07-16]") == "put the mark behind the bracket: `[2025-07-14,2025-07-16]~`");
}

TEST_CASE("refused dates: brackets") {
  CHECK(outcome("[]") == "IF201 ]");
  CHECK(outcome("[..]") == "IF201 ]");
  CHECK(help("[..]") == "any day at all is written `unknown`");
  CHECK(outcome("[2025-07-15") == "IF201 ");
  CHECK(outcome("[2025-07-15]]") == "IF201 ]");
  CHECK(outcome("[2025-07-15,]") == "IF201 ]");
  CHECK(outcome("[199X,2000]") == "IF204 199X");
  CHECK(outcome("[1 760-01]") == "IF201 1");
  CHECK(outcome("[2025-04-09 2025-04-10]") == "IF201 2025-04-10");
  CHECK(outcome("[unknown]") == "IF201 unknown");
  CHECK(outcome("[published]") == "IF201 published");
  CHECK(help("2025-04-09..2025-04-12") == "one day of a range is written `[2025-04-09..2025-04-12]`");
}

TEST_CASE("refused dates: words") {
  CHECK(outcome("") == "IF201 ");
  CHECK(outcome("   ") == "IF201 ");
  CHECK(help("publshed") == "did you mean `published`?");
  CHECK(outcome("fr-2019-05-22.publishd + 3 days") == "IF201 publishd");
  CHECK(outcome("fr-2019-05-22") == "IF201 fr-2019-05-22");
  CHECK(message("today") == "`today` depends on when it is read");
  CHECK(help("TBD") == "a date that is not known is written `unknown`");
  CHECK(help("published-30 days") == "write blanks around the hyphen: `published - 30`");
  CHECK(help("2025-04-09-30 days") == "write blanks around the hyphen: `2025-04-09 - 30`");
  CHECK(outcome("Published") == "IF201 Published");
  CHECK(outcome("FR-1.published") == "IF201 FR-1.published");
  CHECK(outcome(".published") == "IF201 .published");
  CHECK(outcome("a..published") == "IF201 a..published");
}

TEST_CASE("refused dates: additions") {
  CHECK(outcome("30 days after published") == "IF201 30 days after published");
  CHECK(help("30 days after published") == "write it behind what it is added to: `published + 30 days`");
  CHECK(outcome("60 days") == "IF201 60 days");
  CHECK(outcome("published +") == "IF201 ");
  CHECK(outcome("published + thirty days") == "IF201 thirty");
  CHECK(outcome("published + 30") == "IF201 ");
  CHECK(outcome("published + 1.5 days") == "IF201 1.5");
  CHECK(help("published + 30 dayz") == "did you mean `day`?");
  CHECK(help("published + 30 working days") == "write `business days`");
  CHECK(outcome("published + 99999999999 days") == "IF201 99999999999");
  CHECK(outcome("published + 9999999 days") == "IF201 + 9999999 days");
  CHECK(outcome("published + 5 days of cn-state-council") == "IF201 + 5 days of cn-state-council");
  CHECK(outcome("published + 1 day (round down)") == "IF201 + 1 day (round down)");
  CHECK(outcome("published + 1 month (round)") == "IF201 (round)");
  CHECK(outcome("published + 5 business days of X") == "IF201 X");
  CHECK(outcome("published (round down)") == "IF201 (round down)");
  CHECK(outcome("published and more") == "IF201 and");
  CHECK(outcome("published + 30 days, previous business day") == "IF201 previous");
  CHECK(outcome("published, next business day, next business day") == "IF201 ,");
  CHECK(help("published, next business day + 1 day") == "`, next business day` stands once, last");
}

}  // namespace
}  // namespace inforce::syntax
