#include "engine/calendar/written_day.h"

#include "tests/support/catch.h"

namespace inforce::calendar {
namespace {

DayRange run(const char* first, const char* last) { return {*read_day(first), *read_day(last)}; }

TEST_CASE("runs are sorted, and joined where they overlap or touch") {
  CHECK(normalized({}).empty());
  CHECK(normalized({run("2025-07-16", "2025-07-16"), run("2025-07-14", "2025-07-14")}) ==
        std::vector{run("2025-07-14", "2025-07-14"), run("2025-07-16", "2025-07-16")});
  CHECK(normalized({run("2025-07-15", "2025-07-15"), run("2025-07-14", "2025-07-14")}) ==
        std::vector{run("2025-07-14", "2025-07-15")});
  CHECK(normalized({run("2025-07-01", "2025-07-31"), run("2025-07-04", "2025-07-05"),
                    run("2025-08-01", "2025-08-02")}) == std::vector{run("2025-07-01", "2025-08-02")});
}

TEST_CASE("open ends take part like other days") {
  const DayRange earlier{open_past(), *read_day("2025-07-15")};
  const DayRange later{*read_day("2025-07-16"), open_future()};
  CHECK(normalized({later, earlier}) == std::vector{DayRange{open_past(), open_future()}});
}

TEST_CASE("exact is one day alone") {
  WrittenDay day{{run("2025-07-14", "2025-07-14")}, '?', false, "2025-07-14?"};
  CHECK(day.exact());
  day.runs = {run("2025-07-14", "2025-07-15")};
  CHECK_FALSE(day.exact());
  day.runs = {run("2025-07-14", "2025-07-14"), run("2025-07-16", "2025-07-16")};
  CHECK_FALSE(day.exact());
  CHECK(day.first() == *read_day("2025-07-14"));
  CHECK(day.last() == *read_day("2025-07-16"));
}

}  // namespace
}  // namespace inforce::calendar
