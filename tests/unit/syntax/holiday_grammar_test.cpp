#include "engine/syntax/holiday_grammar.h"

#include "tests/support/catch.h"

namespace inforce::syntax {
namespace {

std::string day(std::string_view text) {
  const auto read = parse_holiday_day(text);
  if (!read) return "none";
  if (const auto* fixed = std::get_if<calendar::FixedDay>(&*read)) {
    return std::to_string(fixed->month) + "/" + std::to_string(fixed->day);
  }
  const auto& nth = std::get<calendar::NthWeekday>(*read);
  return std::to_string(nth.ordinal) + " " + std::to_string(nth.weekday) + " " + std::to_string(nth.month);
}

TEST_CASE("holidays: fixed days") {
  CHECK(day("07-04") == "7/4");
  CHECK(day("12-31") == "12/31");
  CHECK(day("02-29") == "2/29");
  for (const char* text : {"", "7-4", "13-01", "02-30", "00-01", "07-00", "07-04 ", "2025-07-04", "0704", "07/04"}) {
    INFO(text);
    CHECK(day(text) == "none");
  }
}

TEST_CASE("holidays: weekdays of a month") {
  CHECK(day("first Mon of September") == "1 1 9");
  CHECK(day("second Monday of Oct") == "2 1 10");
  CHECK(day("third Mon of January") == "3 1 1");
  CHECK(day("fourth Thu of November") == "4 4 11");
  CHECK(day("fifth Sun of may") == "5 0 5");
  CHECK(day("last Sat of May") == "-1 6 5");
  CHECK(day(" first  Mon of  Sept ") == "1 1 9");
  for (const char* text : {"sixth Mon of May", "first Mo of May", "first Mon in May", "first Mon of",
                           "first Mon of Mai", "first Mon of May 2025", "First Mon of May", "Mon of May", "last"}) {
    INFO(text);
    CHECK(day(text) == "none");
  }
}

}  // namespace
}  // namespace inforce::syntax
