#include "inforce/query.h"
#include "tests/unit/syntax/date_support.h"

namespace inforce::syntax {
namespace {

std::string asked(std::string_view text) {
  Sources sources;
  const Checked<When> when = parse_when(text, sources);
  if (when) return to_string(*when);
  if (when.diagnostics().size() != 1 || !when.diagnostics()[0].primary) return "no single finding";
  const Diagnostic& found = when.diagnostics()[0];
  if (sources.path(found.primary->span.file) != "question") return "no place in the question";
  return to_string(found.code) + ' ' + std::string{sources.text(found.primary->span)};
}

std::string way_out(std::string_view text) {
  Sources sources;
  const Checked<When> when = parse_when(text, sources);
  return when ? "none needed" : when.diagnostics().front().help;
}

TEST_CASE("questions: days and moments") {
  CHECK(asked("2025-04-09") == "2025-04-09");
  CHECK(asked(" 2025-04-09 ") == "2025-04-09");
  CHECK(asked("2019-05-16T16:15[America/New_York]") == "2019-05-16T20:15:00Z");
  CHECK(asked("2025-04-09T00:00Z") == "2025-04-09T00:00:00Z");
}

TEST_CASE("questions: inexact days are refused") {
  CHECK(asked("2025-04") == "IF208 2025-04");
  CHECK(way_out("2025-04") == "write a day, such as `2025-04-01`");
  CHECK(asked("2025-04-09?") == "IF208 2025-04-09?");
  CHECK(way_out("2025-04-09?") == "write `2025-04-09`");
  CHECK(asked("[2025-07-14,2025-07-16]") == "IF208 [2025-07-14,2025-07-16]");
  CHECK(asked("[..2025-07-14]") == "IF208 [..2025-07-14]");
  CHECK(way_out("[..2025-07-14]") == "write a day such as `2025-04-09`");
  CHECK(asked("unknown") == "IF208 unknown");
}

TEST_CASE("questions: expressions are refused") {
  CHECK(asked("published") == "IF208 published");
  CHECK(asked("2025-04-09 + 3 days") == "IF208 2025-04-09 + 3 days");
  CHECK(asked("2025-04-09, next business day") == "IF208 2025-04-09, next business day");
}

TEST_CASE("questions: other errors are those of dates") {
  CHECK(asked("03/04/2025") == "IF203 03/04/2025");
  CHECK(asked("2023-02-30") == "IF202 2023-02-30");
  CHECK(asked("2025-04-09T16:15") == "IF205 2025-04-09T16:15");
  CHECK(asked("") == "IF201 ");
}

std::string warned(std::string_view text) {
  const ReadDate result = read(text);
  REQUIRE(result.date);
  std::vector<Diagnostic> found;
  warn_of_far_year(*result.date, found);
  if (found.empty()) return "";
  CHECK(to_string(found.front().code) == "IF420");
  CHECK(found.front().severity == Severity::warning);
  return found.size() == 1 ? found.front().message : "several warnings";
}

TEST_CASE("far years: written days outside 1900 to 2100 are warned of") {
  for (const char* text : {"1900-01-01", "2100-12-31", "[..2025-07-15]", "[2025-07-15..]", "unknown", "published",
                           "2025-04-09 + 200 years", "2019-05-16T16:15Z"}) {
    INFO(text);
    CHECK(warned(text).empty());
  }
  CHECK(warned("1899-12-31") == "the year 1899 is far from ours");
  CHECK(warned("2101") == "the year 2101 is far from ours");
  CHECK(warned("[0025-04-09,2205-04-09]") == "the year 0025 is far from ours");
  CHECK(warned("3025-04-09T00:00Z") == "the year 3025 is far from ours");
}

}  // namespace
}  // namespace inforce::syntax
