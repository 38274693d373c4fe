// Effects before the announcement, and events that are retroactive without need (IF810, IF811).
#include "tests/unit/lint/event_support.h"

namespace inforce::test {

TEST_CASE("lint retroactive: an effect before the announcement") {
  const std::string source = ", kind: gazette";
  CHECK(event_doubts(one_event(source, ", date: 2025-05-13, announced: 2025-05-13, effective: 2025-04-13")) ==
        Lines{"IF811 [2025-04-13] `e` acts from 2025-04-13, before it was announced on 2025-05-13"});
  CHECK(event_doubts(one_event(source, ", date: 2025-05-13", ", effective: 2025-05-12")) ==
        Lines{"IF811 [2025-05-12] `e` acts from 2025-05-12, before it happened on 2025-05-13"});
  CHECK(event_doubts(one_event(source, ", date: 2025-05-13, announced: 2025-05-20")) ==
        Lines{"IF811 [2025-05-13] `e` acts from 2025-05-13, before it was announced on 2025-05-20"});
  CHECK(event_doubt_codes(one_event(source, ", date: 2025-05-13, effective: 2025-05")) == Lines{});
  CHECK(event_doubt_codes(one_event(source, ", date: 2025-05-13, effective: 2025-04")) == Lines{"IF811"});
}

TEST_CASE("lint retroactive: once for a date that several effects share") {
  CHECK(event_doubt_codes("sources: {s: {title: S, publisher: P, kind: gazette}}\n"
                          "events: [{id: e, title: E, sources: [s], date: 2025-05-13, effective: 2025-04-13, "
                          "effects: [{impose: m}, {impose: n}]}]\n") == Lines{"IF811"});
}

TEST_CASE("lint retroactive: what is not doubted") {
  const std::string source = ", kind: gazette";
  for (const char* dates :
       {", date: 2025-05-13, effective: 2025-04-13, retroactive: true", ", date: 2025-05-13, effective: 2025-05-13",
        ", date: 2025-05-13, announced: 2025-05-01, effective: 2025-05-10",  // after the announcement
        ", date: 2025-05-13, effective: \"2025-05-12?\"",                    // doubted by whoever wrote it
        ", date: 2025-04-09, known: 2025-04-15",                             // a letter
        ", date: 2025-04-09, known: 2025-04-15, effective: 2025-04-09",      // the same
        ", date: 2025-05-16, published: 2025-05-21",                         // made before it was printed
        ", date: 2025-05-13, announced: 2025-05-20, known: 2025-05-12",      // it leaked
        ", date: unknown, effective: 2025-05-13"}) {
    INFO(dates);
    CHECK(event_doubts(one_event(source, dates)) == Lines{});
  }
}

TEST_CASE("lint retroactive: without need") {
  const std::string source = ", kind: gazette";
  CHECK(event_doubts(one_event(source, ", date: 2025-05-13, retroactive: true")) ==
        Lines{"IF810 [true] `e` is retroactive, but none of its effects acts before it was known"});
  CHECK(event_doubts("sources: {s: {title: S, publisher: P, kind: gazette}}\n"
                     "events: [{id: e, title: E, sources: [s], date: 2025-05-13, retroactive: true}]\n") ==
        Lines{"IF810 [true] `e` is retroactive, but it has no effects"});
  CHECK(event_doubts(one_event(source, ", date: 2025-05-13, effective: 2025-05, retroactive: true")) == Lines{});
  CHECK(event_doubts(one_event(source, ", date: 2025-05-13, retroactive: true", ", effective: 2025-05-12")) == Lines{});
}

}  // namespace inforce::test
