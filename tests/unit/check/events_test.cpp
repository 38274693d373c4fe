// Events, sources and regimes: their dates and references.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check events: field that an event does not have") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: published
    effective: base.filed + 1 day
    known: base.known
)") == Lines{"IF402 7:11-7:20 event `e` has no date `published`", "help: it has `date`, `effective`, `known`",
             "there: 4:9-4:10 this event", "IF402 8:16-8:26 event `base` has no date `filed`",
             "help: it has `date`, `published`", "there: 21:9-21:13 this event",
             "IF402 9:12-9:22 event `base` has no date `known`", "help: it has `date`, `published`",
             "there: 21:9-21:13 this event"});
}

TEST_CASE("check events: effective falls back to date") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: base.effective
    effective: date
)") == Lines{});
}

TEST_CASE("check events: unknown event of a date") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: bse.date
)") == Lines{"IF302 7:11-7:19 there is no event `bse`", "help: did you mean `base`?"});
}

TEST_CASE("check events: business days without a calendar") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    effective: date + 3 business days
    published: date + 3 days, next business day
)") == Lines{"IF410 8:21-8:38 business days need a calendar",
             "help: give the event a `calendar`, or name one: `5 business days of my-calendar`",
             "IF410 9:16-9:48 business days need a calendar",
             "help: give the event a `calendar`, or name one: `5 business days of my-calendar`"});
}

TEST_CASE("check events: business days with a calendar") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    calendar: cal
    effective: date + 3 business days, next business day
)") == Lines{});
}

TEST_CASE("check events: business days with a named calendar") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    effective: date + 3 business days of cal
)") == Lines{});
}

TEST_CASE("check events: retracts without reason") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    retracts: [base]
)") == Lines{"IF104 8:5-8:13 an event that retracts needs `reason`",
             "help: one of `corrected`, `withdrawn`, `annulled`"});
}

TEST_CASE("check events: reason without retracts") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    reason: annulled
)") == Lines{"IF104 8:5-8:11 `reason` is given, but no `retracts`",
             "help: name the events that never happened under `retracts`"});
}

TEST_CASE("check events: no source") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-01-01, sources: []}
)") == Lines{"IF803 4:10-4:11 event `e` cites no source", "help: name what proves it under `sources`"});
}

TEST_CASE("check events: days of regimes") {
  CHECK(findings(R"(coverage:
  r: {title: R, from: 2020-02, reviewed: 2020-01-01}
  t: {title: T, from: 2020-02-01, reviewed: 2020-01-01}
  u: {title: U, from: 2020-02-01 + 1 day, reviewed: "2020-03-01?"}
)") == Lines{"IF208 4:23-4:30 one exact day is needed here, not `2020-02`",
             "IF207 5:45-5:55 `reviewed` is before `from`", "there: 5:23-5:33 covered from here",
             "IF208 6:23-6:41 a day is needed here, not `2020-02-01 + 1 day`",
             "IF208 6:53-6:66 one exact day is needed here, not `2020-03-01?`"});
}

TEST_CASE("check events: day of a source") {
  CHECK(findings(R"(sources:
  t: {title: T, publisher: P, kind: press, date: 2020-02}
  u: {title: T, publisher: P, kind: press, date: published}
)") == Lines{"IF208 5:50-5:59 a day is needed here, not `published`"});
}

}  // namespace inforce::test
