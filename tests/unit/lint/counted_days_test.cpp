// Counted dates that land on a day off (IF815).
#include "tests/unit/lint/event_support.h"

namespace inforce::test {
namespace {

// 2020-05-15 and 120 days is Saturday 2020-09-12.
Lines doubts(const std::string& effect, const std::string& event = ", calendar: c", const std::string& source = "") {
  return event_doubts(one_event(", kind: gazette" + source, ", date: 2020-05-15" + event, effect));
}

}  // namespace

TEST_CASE("lint counted days: each date of an effect") {
  CHECK(doubts(", compliance: date + 120 days") ==
        Lines{"IF815 [date + 120 days] `date + 120 days` is 2020-09-12, a Saturday: no business day of `c`"});
  CHECK(doubts(", through: date + 120 days").size() == 1);
  CHECK(doubts(", before: date + 120 days").size() == 1);
  CHECK(doubts(", effective: date + 120 days").size() == 1);
  CHECK(doubts("", ", calendar: c, effective: date + 120 days").size() == 1);
  CHECK(
      doubts(", through: date + 231 days") ==
      Lines{"IF815 [date + 231 days] `date + 231 days` is 2021-01-01, a Friday and New Year: no business day of `c`"});
}

TEST_CASE("lint counted days: what answers it") {
  CHECK(doubts(", compliance: \"date + 120 days, next business day\"") == Lines{});
  CHECK(doubts(", compliance: 2020-09-12") == Lines{});
  CHECK(doubts(", compliance: date + 121 days - 1 business day") == Lines{});
  CHECK(doubts(", compliance: date + 122 days") == Lines{});
  CHECK(doubts(", compliance: date + 120 days", "") == Lines{});
  CHECK(doubts(", compliance: date + 120 days", ", calendar: c, quote: \"by September 12, 2020\"") == Lines{});
  CHECK(doubts(", compliance: date + 120 days", ", calendar: c", ", quote: \"by September 12, 2020\"") == Lines{});
}

TEST_CASE("lint counted days: what the calendar does not know") {
  CHECK(event_doubts(one_event(", kind: gazette", ", date: 2031-05-15, calendar: c", ", through: date + 2 days")) ==
        Lines{});
}

}  // namespace inforce::test
