// Events known before their sources, and sources older than events (IF819, IF820).
#include "tests/unit/lint/event_support.h"

namespace inforce::test {
namespace {

Lines doubts(const std::string& source_date, const std::string& event) {
  return event_doubts(one_event(", kind: official, date: " + source_date, event));
}

}  // namespace

TEST_CASE("lint source days: known before there was a source") {
  CHECK(doubts("2025-04-16", ", date: 2025-04-09") == Lines{"IF819 [2025-04-09] `e` counts as known from 2025-04-09, "
                                                            "but the earliest of its sources is of `2025-04-16`"});
  CHECK(doubts("2025-04-16", ", date: 2025-04-09, known: 2025-04-12") ==
        Lines{"IF819 [2025-04-12] `e` counts as known from 2025-04-12, but the earliest of its sources is of "
              "`2025-04-16`"});
  CHECK(doubts("2025-05", ", date: 2025-04-09").size() == 1);
  CHECK(doubts("2025-04-16", ", date: 2025-04-09, announced: 2025-04-16, effective: 2025-04-16").size() == 1);
}

TEST_CASE("lint source days: what tells that it was known") {
  CHECK(doubts("2025-04-16", ", date: 2025-04-09, known: 2025-04-16") == Lines{});
  CHECK(doubts("2025-04-16", ", date: 2025-04-09, known: 2025-04-15") == Lines{});  // zones
  CHECK(doubts("2025-04-16", ", date: 2025-04-09, announced: 2025-04-09") == Lines{});
  CHECK(doubts("2025-04-16", ", date: 2025-04-09, published: 2025-04-09") == Lines{});
  CHECK(doubts("2025-04-16", ", date: \"[..2025-04-15]\"") == Lines{});
  CHECK(doubts("2025-04", ", date: 2025-04-09") == Lines{});
  CHECK(doubts("unknown", ", date: 2025-04-09") == Lines{});
  CHECK(event_doubts(one_event(", kind: official", ", date: 2025-04-09")) == Lines{});
}

TEST_CASE("lint source days: one source of the time is enough") {
  CHECK(event_doubts("sources:\n"
                     "  s: {title: S, publisher: P, kind: official, date: 2025-06-01}\n"
                     "  t: {title: T, publisher: P, kind: official, date: 2025-04-09}\n"
                     "  u: {title: U, publisher: P, kind: official}\n"
                     "events:\n"
                     "  - {id: e, title: E, date: 2025-04-09, sources: [s, t]}\n"
                     "  - {id: f, title: F, date: 2025-04-09, sources: [s, u]}\n"
                     "  - {id: g, title: G, date: 2025-04-09, sources: [s]}\n") ==
        Lines{"IF819 [2025-04-09] `g` counts as known from 2025-04-09, but the earliest of its sources is of "
              "`2025-06-01`"});
}

TEST_CASE("lint source days: sources that are older than the event") {
  CHECK(doubts("2025-04-16", ", date: 2025-05-13") ==
        Lines{"IF820 [2025-05-13] `e` happened on 2025-05-13, but the latest of its sources is of `2025-04-16`"});
  CHECK(
      doubts("2025-04-16", ", date: 2025-04-10, announced: 2025-05-13") ==
      Lines{
          "IF811 [2025-04-10] `e` acts from 2025-04-10, before it was announced on 2025-05-13",
          "IF819 [2025-04-10] `e` counts as known from 2025-04-10, but the earliest of its sources is of `2025-04-16`",
          "IF820 [2025-05-13] `e` was announced on 2025-05-13, but the latest of its sources is of `2025-04-16`"});
  CHECK(doubts("2025-04-16", ", date: 2025-05-13, evidence: proposed") == Lines{});
  CHECK(doubts("2025-04-16", ", date: 2025-04-17") == Lines{});
  CHECK(doubts("2025-04-16", ", date: 2025-04-16, effective: 2025-05-13") == Lines{});
  CHECK(doubts("\"[2025-04-16..]\"", ", date: 2025-05-13") == Lines{});
  CHECK(doubts("2025-04-16", ", date: unknown") == Lines{});
}

}  // namespace inforce::test
