// Examples: how lists of statuses are read, and what a question of an example takes in. More stands in the cases of
// `inforce test`.
#include "engine/query/examples.h"

#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {

namespace {

using query::Difference;

const char* rules_text() {
  return R"(inforce: 1
defaults: {jurisdiction: US, time_zone: UTC}
sources: {s: {title: A notice, publisher: An agency, kind: gazette}}
vocabulary: {end_user: {type: code}, tpp: {type: number}}
groups: {list: {title: A list, attribute: end_user}}
restrictions:
  ban: {title: A ban, kind: prohibition, scope: end_user in group(list)}
  one: {title: First part, kind: prohibition, part_of: whole}
  report: {title: A report, kind: notification}
  talk: {title: Talk of a ban, kind: commercial}
  two: {title: Second part, kind: prohibition, part_of: whole}
  whole: {title: A whole, kind: prohibition}
authorizations:
  leave: {title: Leave, releases: [ban]}
events:
  - id: start
    title: It begins
    date: 2025-01-01
    known: 2025-02-01
    sources: [s]
    effects:
      - {impose: ban, policy: denial, tpp: 4}
      - {enlist: list, members: [acme]}
      - impose: talk
  - {id: bill, title: A bill, date: 2025-03-01, evidence: proposed, sources: [s], effects: [{impose: whole}]}
  - {id: rumour, title: A rumour, date: 2025-03-01, evidence: reported, sources: [s], effects: [{impose: report}]}
  - {id: left, title: Leave, date: 2025-05-01T12:00Z, sources: [s], effects: [{impose: leave}]}
tests:
)";
}

/// The differences of one example as `applies: expected a, got b; why c is applies`.
std::vector<std::string> differences(const std::string& example) {
  const Compiled rules(rules_text() + ("  - {name: T, " + example + "}\n"));
  CHECK(rules.messages() == std::vector<std::string>{});
  REQUIRE(rules.timeline);
  const auto& examples = rules.timeline->rulebook().model().examples;
  REQUIRE(examples.size() == 1);
  std::vector<std::string> lines;
  for (const Difference& each : query::run_example(*rules.timeline, examples.front()).differences) {
    std::string line = each.what + ": expected " + each.expected + ", got " + each.got;
    for (const auto& grounds : each.why) line += "; " + grounds.id + " is " + std::string(to_string(grounds.status));
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("examples: a list names exactly the binding and advisory restrictions") {
  CHECK(differences("on: 2025-06-01, expect: {applies: [ban]}") ==
        Lines{"applies: expected ban, got ban, report; report is applies"});
  CHECK(differences("on: 2025-06-01, expect: {applies: [ban, report]}") == Lines{});
  CHECK(differences("on: 2024-06-01, expect: {applies: [ban]}") ==
        Lines{"applies: expected ban, got none; ban is not-yet"});
}

TEST_CASE("examples: authorizations, members and context count where they are named") {
  CHECK(differences("on: 2025-06-01, expect: {applies: [ban, report, leave, talk, list/acme]}") == Lines{});
  CHECK(differences("on: 2024-06-01, expect: {applies: [leave, talk, list/acme]}") ==
        Lines{"applies: expected leave, list/acme, talk, got none; leave is not-yet; list/acme is not-yet; talk is "
              "not-yet"});
}

TEST_CASE("examples: what a rule set mostly is, is asked of those named alone") {
  CHECK(differences("on: 2024-06-01, expect: {not_yet: [ban]}") == Lines{});
  CHECK(differences("on: 2025-06-01, with: {end_user: acme}, expect: {not_yet: [ban], out_of_scope: [report]}") ==
        Lines{"not_yet: expected ban, got none; ban is released",
              "out_of_scope: expected report, got none; report is applies"});
}

TEST_CASE("examples: the question takes in knowledge, assumptions and evidence") {
  CHECK(differences("on: 2025-01-15, known: 2025-01-31, expect: {applies: [], not_yet: [ban]}") == Lines{});
  CHECK(differences("on: 2025-01-15, known: 2025-02-01, expect: {applies: [ban]}") == Lines{});
  CHECK(differences("on: 2025-04-01, assume: [bill], expect: {applies: [ban, report, whole]}") == Lines{});
  CHECK(differences("on: 2025-04-01, assume: [bill=2025-04-02], expect: {applies: [ban, report]}") == Lines{});
  CHECK(differences("on: 2025-04-01, without: [start], expect: {applies: [report]}") == Lines{});
  CHECK(differences("on: 2025-04-01, evidence: official, expect: {applies: [ban]}") == Lines{});
}

TEST_CASE("examples: moments within a day") {
  const std::string acme = ", with: {end_user: acme}, expect: ";
  CHECK(differences("on: 2025-05-01T11:59Z" + acme + "{applies: [ban, report], released: []}") == Lines{});
  CHECK(differences("on: 2025-05-01T12:00Z" + acme + "{applies: [report], released: [ban]}") == Lines{});
  CHECK(differences("on: 2025-05-01" + acme + "{may_apply: [ban], applies: [report]}") == Lines{});
}

TEST_CASE("examples: verdicts, policies and facts that are missing") {
  CHECK(differences("on: 2025-02-02, with: {end_user: acme}, expect: {verdict: prohibited, policies: [denial]}") ==
        Lines{});
  CHECK(differences("on: 2025-02-02, with: {end_user: acme}, expect: {verdict: clear, policies: []}") ==
        Lines{"verdict: expected clear, got prohibited; ban is applies",
              "policies: expected none, got denial; ban is applies"});
  CHECK(differences("on: 2025-02-02, with: {tpp: 1}, expect: {could_be: none, missing: []}") ==
        Lines{"could_be: expected none, got prohibited; ban is may-apply",
              "missing: expected none, got end_user; ban is may-apply"});
}

TEST_CASE("examples: attributes are those named, others may be there") {
  CHECK(differences("on: 2025-02-02, expect: {attributes: {ban: {tpp: 4}}}") == Lines{});
  CHECK(differences("on: 2025-02-02, expect: {attributes: {ban: {tpp: 4.5, policy: denial}}}") ==
        Lines{"attributes: expected ban policy: denial, tpp: 4.5, got policy: denial, tpp: 4; ban is applies"});
}

TEST_CASE("examples: not_applies forbids that a measure may apply") {
  CHECK(differences("on: 2025-02-02, with: {end_user: other}, expect: {not_applies: [ban]}") == Lines{});
  CHECK(differences("on: 2025-02-02, with: {tpp: 1}, expect: {not_applies: [ban]}") ==
        Lines{"not_applies: expected ban, got ban may-apply; ban is may-apply"});
}

TEST_CASE("examples: intervals of a measure") {
  CHECK(differences("when: ban, expect: {intervals: [{from: 2025-01-01}]}") == Lines{});
  CHECK(differences("when: leave, expect: {intervals: [{from: 2025-05-01T12:00Z, attributes: {}}]}") == Lines{});
  CHECK(differences("when: ban, known: 2025-01-15, expect: {intervals: []}") == Lines{});
  CHECK(differences("when: ban, expect: {intervals: [{from: 2025-01-01, state: grace}]}") ==
        Lines{"intervals: expected 2025-01-01 to before .. grace, got 2025-01-01 to before .. in-force (policy: "
              "denial, tpp: 4); ban is applies"});
}

}  // namespace inforce::test
