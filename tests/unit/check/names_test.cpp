// Ids and references: IF301 to IF313, IF503, IF802.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check names: duplicate event") {
  CHECK(findings(R"(events:
  - {id: base, title: E, date: 2020-01-01, sources: [s]}
)") == Lines{"IF303 4:10-4:14 id `base` is used twice", "there: 21:9-21:13 first used here"});
}

TEST_CASE("check names: duplicate in one namespace") {
  CHECK(findings(R"(authorizations:
  m: {title: A, releases: [m]}
)") == Lines{"IF303 4:3-4:4 id `m` is used twice: for a restriction and for an authorization",
             "there: 15:3-15:4 first used here"});
}

TEST_CASE("check names: group named as a restriction") {
  CHECK(findings(R"(groups:
  part: {title: G, attribute: end_user}
)") == Lines{"IF303 4:3-4:7 id `part` is used twice: for a restriction and for a group",
             "there: 14:3-14:7 first used here"});
}

TEST_CASE("check names: restriction and event may share an id") {
  CHECK(findings(R"(events:
  - {id: m, title: E, date: 2020-01-01, sources: [s]}
)") == Lines{});
}

TEST_CASE("check names: unknown measures") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: meassure}, {lift: patr}]}
)") == Lines{"IF301 4:74-4:82 there is no restriction, authorization or group `meassure`",
             "IF301 4:92-4:96 there is no restriction, authorization or group `patr`", "help: did you mean `part`?"});
}

TEST_CASE("check names: unknown events") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], after: [bsae], retracts: [zzzzzz], reason: annulled, effects: []}
)") == Lines{"IF302 4:63-4:67 there is no event `bsae`", "help: did you mean `base`?",
             "IF302 4:81-4:87 there is no event `zzzzzz`"});
}

TEST_CASE("check names: unknown sources") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-01-01, sources: [t]}
)") == Lines{"IF304 4:51-4:52 there is no source `t`", "help: define it under `sources`"});
}

TEST_CASE("check names: unknown authority") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: inquiry, authority: agencey}
)") == Lines{"IF305 4:43-4:50 there is no authority `agencey`", "help: did you mean `agency`?"});
}

TEST_CASE("check names: unknown calendars") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    calendar: kal
    effective: date + 5 business days of cla
)") == Lines{"IF306 8:15-8:18 there is no calendar `kal`", "help: did you mean `cal`?",
             "IF306 9:42-9:45 there is no calendar `cla`", "help: did you mean `cal`?"});
}

TEST_CASE("check names: unknown attributes and groups in scopes") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: inquiry, scope: itm = x or (end_user in group(lst) and not tpp > 3)}
)") == Lines{"IF307 4:39-4:42 there is no attribute `itm`", "help: did you mean `item`?",
             "IF308 4:69-4:72 there is no group `lst`", "help: did you mean `list`?"});
}

TEST_CASE("check names: unknown attribute of a group") {
  CHECK(findings(R"(groups:
  g: {title: G, attribute: user}
)") == Lines{"IF307 4:28-4:32 there is no attribute `user`", "help: declare it under `vocabulary`"});
}

TEST_CASE("check names: unknown attribute of an item") {
  CHECK(findings(R"(items:
  H20: {title: Chip, eccn: 4A090}
)") == Lines{"IF307 4:22-4:26 there is no attribute `eccn`", "help: declare it under `vocabulary`"});
}

TEST_CASE("check names: unknown groups") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{enlist: lst, members: [a]}, {lift: lst/acme}]}
)") == Lines{"IF308 4:74-4:77 there is no group `lst`", "help: did you mean `list`?",
             "IF308 4:101-4:104 there is no group `lst`", "help: did you mean `list`?"});
}

TEST_CASE("check names: never enlisted") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{delist: list, members: [acmee]}, {lift: list/other}, {suspend: list/acme}]}
)") == Lines{"IF309 4:90-4:95 `acmee` is never enlisted in `list`", "help: did you mean `acme`?",
             "IF309 4:111-4:116 `other` is never enlisted in `list`"});
}

TEST_CASE("check names: group where a measure belongs") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: list}]}
)") == Lines{"IF310 4:74-4:78 `list` is a group, which `impose` does not act on",
             "help: name a member, as in `list/some-member`, or use `enlist` or `delist` with `members`"});
}

TEST_CASE("check names: measure where a group belongs") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{enlist: m, members: [a]}]}
)") == Lines{"IF310 4:74-4:75 `m` is a restriction, not a group"});
}

TEST_CASE("check names: release of what is no restriction") {
  CHECK(findings(R"(authorizations:
  a: {title: A, releases: [leave, list, list/acme, nothing]}
)") == Lines{"IF310 4:28-4:33 `leave` is an authorization, not a restriction",
             "IF310 4:35-4:39 `list` is a group, not a restriction",
             "IF310 4:41-4:50 `list/acme` is a member of a group, not a restriction",
             "IF301 4:52-4:59 there is no restriction, authorization or group `nothing`"});
}

TEST_CASE("check names: part of another kind") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: inquiry, part_of: leave}
authorizations:
  a: {title: A, releases: [m], part_of: m}
)") == Lines{"IF310 4:41-4:46 `leave` is an authorization, not a restriction",
             "IF310 6:41-6:42 `m` is a restriction, not an authorization"});
}

TEST_CASE("check names: self references") {
  CHECK(findings(R"(events:
  - id: e
    title: E
    sources: [s]
    date: 2020-01-01
    after: [e]
    supersedes: [e]
restrictions:
  r: {title: R, kind: inquiry, part_of: r}
)") == Lines{"IF311 8:13-8:14 `e` names itself under `after`", "IF311 9:18-9:19 `e` names itself under `supersedes`",
             "IF311 11:41-11:42 `r` cannot be a part of itself"});
}

TEST_CASE("check names: member named twice") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{enlist: list, members: [a, {id: a}]}]}
)") == Lines{"IF303 4:98-4:99 member `a` is named twice", "there: 4:90-4:91 first named here"});
}

TEST_CASE("check names: circle of parts") {
  CHECK(findings(R"(restrictions:
  a: {title: R, kind: inquiry, part_of: b}
  b: {title: R, kind: inquiry, part_of: a}
  c: {title: R, kind: inquiry, part_of: a}
)") == Lines{"IF312 4:3-4:4 parts form a circle: `a` → `b` → `a`", "there: 5:3-5:4 in the circle"});
}

TEST_CASE("check names: circle of retractions") {
  CHECK(findings(R"(events:
  - {id: a, title: A, date: 2020-01-01, sources: [s], retracts: [b], reason: annulled}
  - {id: b, title: B, date: 2020-01-01, sources: [s], retracts: [c], reason: annulled}
  - {id: c, title: C, date: 2020-01-01, sources: [s], retracts: [b], reason: annulled}
)") == Lines{"IF313 5:10-5:11 events retract each other in a circle: `b` → `c` → `b`",
             "there: 6:10-6:11 in the circle"});
}

TEST_CASE("check names: circle of after") {
  CHECK(findings(R"(events:
  - {id: a, title: A, date: 2020-01-01, sources: [s], after: [c]}
  - {id: b, title: B, date: 2020-01-01, sources: [s], after: [a]}
  - {id: c, title: C, date: 2020-01-01, sources: [s], after: [b]}
)") == Lines{"IF503 4:10-4:11 events come after each other in a circle: `a` → `c` → `b` → `a`",
             "there: 6:10-6:11 in the circle", "there: 5:10-5:11 in the circle"});
}

TEST_CASE("check names: never imposed") {
  CHECK(findings(R"(restrictions:
  r: {title: R, kind: inquiry}
authorizations:
  a: {title: A, releases: [m]}
)") == Lines{"IF802 4:3-4:4 `r` is never imposed, so it is never in force", "help: impose it by an effect of an event",
             "IF802 6:3-6:4 `a` is never imposed, so it is never in force",
             "help: impose it by an effect of an event"});
}

}  // namespace inforce::test
