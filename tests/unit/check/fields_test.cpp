// Keys, shapes and single values of records: IF101 to IF117.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check fields: unknown top-level key") {
  CHECK(findings(R"(restriction: {}
)") == Lines{"IF103 3:1-3:12 a rule file has no key `restriction`", "help: did you mean `restrictions`?"});
}

TEST_CASE("check fields: unknown key of a record") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: condition, scop: item = x}
)") == Lines{"IF103 4:34-4:38 a restriction has no key `scop`", "help: did you mean `scope`?"});
}

TEST_CASE("check fields: private keys are left alone") {
  CHECK(findings(R"(x-top: 1
restrictions:
  r: {title: R, kind: inquiry, x-note: [1, 2]}
events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: r, x-why: because}]}
)") == Lines{});
}

TEST_CASE("check fields: missing keys") {
  CHECK(findings(R"(restrictions:
  r: {title: R}
)") == Lines{"IF104 4:3-4:4 a restriction needs `kind`"});
}

TEST_CASE("check fields: missing keys of an event") {
  CHECK(findings(R"(events:
  - id: e
    title: E
)") == Lines{"IF104 4:9-4:10 an event needs `date`", "IF104 4:9-4:10 an event needs `sources`"});
}

TEST_CASE("check fields: event without id") {
  CHECK(findings(R"(events:
  - title: E
    date: 2020-01-01
    sources: [s]
)") == Lines{"IF104 4:5-4:10 an event needs `id`"});
}

TEST_CASE("check fields: empty values") {
  CHECK(findings(R"(restrictions:
  r: {title: "", kind: condition, note: }
)") == Lines{"IF105 4:14-4:16 `title` has no value", "help: give it a value, or leave the key out",
             "IF105 4:40-4:40 `note` has no value", "help: give it a value, or leave the key out"});
}

TEST_CASE("check fields: section with nothing in it") {
  CHECK(findings(R"(events:
)") == Lines{"IF105 3:8-3:8 `events` has no value", "help: give it a value, or leave the key out"});
}

TEST_CASE("check fields: list where text belongs") {
  CHECK(findings(R"(restrictions:
  r: {title: [R], kind: condition}
)") == Lines{"IF102 4:14-4:17 `title` takes text, not a list"});
}

TEST_CASE("check fields: text where a list belongs") {
  CHECK(findings(R"(authorizations:
  a: {title: A, releases: m}
)") == Lines{"IF102 4:27-4:28 `releases` takes a list, not text", "help: write `[m]`"});
}

TEST_CASE("check fields: map where a list belongs") {
  CHECK(findings(R"(events: {e: {title: E}}
)") == Lines{"IF102 3:9-3:24 `events` takes a list, not a map"});
}

TEST_CASE("check fields: list where a map belongs") {
  CHECK(findings(R"(restrictions: [r]
)") == Lines{"IF102 3:15-3:18 `restrictions` takes a map, not a list"});
}

TEST_CASE("check fields: record that is no map") {
  CHECK(findings(R"(restrictions:
  r: A restriction
)") == Lines{"IF102 4:3-4:4 a restriction is told by a map, not by text"});
}

TEST_CASE("check fields: event that is no map") {
  CHECK(findings(R"(events: [e]
)") == Lines{"IF102 3:10-3:11 an event is told by a map, not by text"});
}

TEST_CASE("check fields: item of a list that is no text") {
  CHECK(findings(R"(authorizations:
  a: {title: A, releases: [[m], ""]}
)") == Lines{"IF102 4:28-4:31 an item of `releases` is text, not a list",
             "IF105 4:33-4:35 an item of `releases` is empty"});
}

TEST_CASE("check fields: unknown word") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: license-requirement}
)") == Lines{"IF106 4:23-4:42 `license-requirement` is not a word for `kind`",
             "help: did you mean `licence-requirement`?"});
}

TEST_CASE("check fields: unknown word with nothing near") {
  CHECK(findings(R"(sources:
  t: {title: T, publisher: P, kind: blog}
)") == Lines{"IF106 4:37-4:41 `blog` is not a word for `kind`",
             "help: one of `gazette`, `regulation`, `official`, `filing`, `press`"});
}

TEST_CASE("check fields: ids not well formed") {
  CHECK(findings(R"(restrictions:
  My_Rule: {title: R, kind: condition}
  a..b: {title: R, kind: condition}
)") == Lines{"IF107 4:3-4:10 `My_Rule` is not well formed as an id",
             "help: an id is made of small letters and digits, with single `.` or `-` between them, such as `my-rule`",
             "IF107 5:3-5:7 `a..b` is not well formed as an id",
             "help: an id is made of small letters and digits, with single `.` or `-` between them"});
}

TEST_CASE("check fields: attribute names not well formed") {
  CHECK(findings(R"(vocabulary:
  End-Use: {type: code}
)") == Lines{"IF107 4:3-4:10 `End-Use` is not well formed as the name of an attribute",
             "help: a name begins with a small letter; small letters, digits and `_` follow"});
}

TEST_CASE("check fields: numbers") {
  CHECK(findings(R"(calendars:
  c: {range: [2000, 20x0], weekend: [Sun], days: [{name: N, on: 01-01, since: two}]}
)") == Lines{"IF108 4:21-4:25 `20x0` is not a whole number", "IF108 4:79-4:82 `two` is not a whole number"});
}

TEST_CASE("check fields: flags") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    retroactive: yes
)") == Lines{"IF109 8:18-8:21 `retroactive` is `true` or `false`, not `yes`"});
}

TEST_CASE("check fields: time zone") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: inquiry, time_zone: Amerca/New_York}
events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: r}]}
)") == Lines{"IF113 4:43-4:58 no time zone is named `Amerca/New_York`", "help: did you mean `America/New_York`?"});
}

TEST_CASE("check fields: time zone with nothing near") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: inquiry, time_zone: Local time at the office}
events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: r}]}
)") == Lines{"IF113 4:43-4:67 no time zone is named `Local time at the office`",
             "help: zones are named as in the IANA database, such as `Europe/Berlin`"});
}

TEST_CASE("check fields: jurisdictions") {
  CHECK(findings(R"(authorities:
  a: {name: A, jurisdiction: USA}
  b: {name: B, jurisdiction: us}
  c: {name: C, jurisdiction: NO}
  d: {name: D, jurisdiction: EU}
)") == Lines{"IF114 4:30-4:33 `USA` is not a jurisdiction", "help: did you mean `US` (United States)?",
             "IF114 5:30-5:32 `us` is not a jurisdiction", "help: did you mean `US` (United States)?"});
}

TEST_CASE("check fields: bracket without quotes") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: [2025-07-14..2025-07-15]
)") == Lines{"IF116 7:11-7:35 a date that begins with a bracket needs quotes, else it is a list",
             "help: put it in quotes: \"[2025-07-14..2025-07-15]\""});
}

TEST_CASE("check fields: comma within braces") {
  CHECK(findings(R"(events:
  - {id: e, title: E, sources: [s], date: 2020-01-01, effective: date + 30 days, next business day}
)") == Lines{"IF116 4:82-4:99 within braces a comma ends the value, so `next business day` became a key",
             "help: put the whole date in quotes: \"published + 30 days, next business day\""});
}

TEST_CASE("check fields: folded date") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: >
      2025-07-14
)") == Lines{"IF117 7:11-7:12 the date of `date` must stand on one line, as it is meant",
             "help: write it plainly or in quotes, without escapes and line breaks"});
}

TEST_CASE("check fields: escaped condition") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: inquiry, scope: "item = \x48"}
)") == Lines{"IF117 4:39-4:52 the condition of `scope` must stand on one line, as it is meant",
             "help: write it plainly or in quotes, without escapes and line breaks"});
}

}  // namespace inforce::test
