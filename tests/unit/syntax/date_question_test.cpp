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

}  // namespace
}  // namespace inforce::syntax
