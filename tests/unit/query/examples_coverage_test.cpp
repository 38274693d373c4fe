// What of a rule set examples reach. The whole report stands in the cases of `inforce test`.
#include "engine/query/examples_coverage.h"

#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {

namespace {

using Lines = std::vector<std::string>;

/// `effect start/impose: m`, `m 2025-01-01 before`, `m applying`: what the examples leave out.
Lines left_out(const std::string& events, const std::string& examples) {
  const Compiled rules(R"(inforce: 1
defaults: {jurisdiction: US, time_zone: UTC}
sources: {s: {title: A notice, publisher: An agency, kind: gazette}}
vocabulary: {item: {type: code}, place: {type: code}}
restrictions:
  m: {title: Measure m, kind: prohibition, scope: item = chip and place = here}
events:
)" + events + "tests:\n" +
                       examples);
  CHECK(rules.messages() == std::vector<std::string>{});
  REQUIRE(rules.timeline);
  const auto& book = rules.timeline->rulebook().model();
  std::vector<const model::Example*> all;
  for (const auto& example : book.examples) all.push_back(&example);
  const auto coverage = query::coverage_of(*rules.timeline, all);
  Lines lines;
  for (const auto& effect : coverage.effects) {
    const auto& of = book[effect.effect];
    if (!effect.reached) lines.push_back(std::string(to_string(of.verb)) + " of " + book[of.event].id);
  }
  for (const auto& boundary : coverage.boundaries) {
    if (!boundary.before_asked) lines.push_back(to_string(boundary.at) + " before");
    if (!boundary.itself_asked) lines.push_back(to_string(boundary.at) + " itself");
  }
  for (const auto& seen : coverage.measures) {
    if (!seen.applying) lines.push_back("applying");
    if (!seen.otherwise) lines.push_back("otherwise");
  }
  return lines;
}

const char* imposed = "  - {id: e, title: E, date: 2025-01-01, sources: [s], effects: [{impose: m}]}\n";
const char* imposed_and_lifted =
    "  - {id: e, title: E, date: 2025-01-01, sources: [s], effects: [{impose: m}]}\n"
    "  - {id: f, title: F, date: 2025-02-01, sources: [s], effects: [{lift: m}]}\n";

std::string on(const std::string& day, const std::string& facts) {
  return "  - {name: T, on: " + day + ", with: {" + facts + "}, expect: {verdict: clear}}\n";
}
const std::string here = "item: chip, place: here";

}  // namespace

TEST_CASE("examples coverage: without examples nothing is reached") {
  CHECK(left_out(imposed, "  []\n") ==
        Lines{"impose of e", "2025-01-01 before", "2025-01-01 itself", "applying", "otherwise"});
}

TEST_CASE("examples coverage: a case outside the scope reaches nothing") {
  CHECK(left_out(imposed, on("2024-12-31", "item: x") + on("2025-01-01", "item: x, place: there")) ==
        Lines{"impose of e", "2025-01-01 before", "2025-01-01 itself", "applying", "otherwise"});
  CHECK(left_out(imposed, on("2025-01-01", "item: chip, place: there")) ==
        Lines{"impose of e", "2025-01-01 before", "2025-01-01 itself", "applying"});
}

TEST_CASE("examples coverage: a boundary is asked on the day before and on the day itself") {
  CHECK(left_out(imposed, on("2024-12-30", here) + on("2025-01-02", here)) ==
        Lines{"2025-01-01 before", "2025-01-01 itself", "otherwise"});
  CHECK(left_out(imposed, on("2024-12-31T23:00Z", here) + on("2025-01-01T00:00Z", here)) == Lines{"otherwise"});
  const std::string no_case = "  - {name: T, on: 2024-12-31, expect: {applies: []}}\n";
  CHECK(left_out(imposed, no_case) == Lines{"impose of e", "2025-01-01 itself", "applying", "otherwise"});
}

TEST_CASE("examples coverage: an end is reached from outside") {
  CHECK(left_out(imposed_and_lifted, on("2025-01-31", here)) ==
        Lines{"lift of f", "2025-01-01 before", "2025-01-01 itself", "2025-02-01 itself", "otherwise"});
  CHECK(left_out(imposed_and_lifted, on("2025-02-01", here)) ==
        Lines{"2025-01-01 before", "2025-01-01 itself", "2025-02-01 before", "applying", "otherwise"});
}

TEST_CASE("examples coverage: examples count with their own knowledge") {
  const std::string ignorant =
      "  - {name: T, on: 2024-12-31, known: 2024-06-01, with: {item: chip, place: here}, expect: {applies: []}}\n";
  CHECK(left_out(imposed, ignorant + on("2025-01-01", here)) == Lines{"2025-01-01 before", "otherwise"});
}

TEST_CASE("examples coverage: proposed events are reached where they are assumed") {
  const char* bill =
      "  - {id: e, title: E, date: 2025-01-01, evidence: proposed, sources: [s], effects: [{impose: m}]}\n";
  CHECK(left_out(bill, on("2025-01-01", here)) == Lines{"impose of e"});
  CHECK(left_out(bill,
                 "  - {name: T, on: 2025-01-01, assume: [e], with: {item: chip, place: here}, expect: {applies: "
                 "[m]}}\n") == Lines{});
}

TEST_CASE("examples coverage: intervals tell all that a measure ever was") {
  CHECK(left_out(imposed_and_lifted,
                 "  - {name: T, when: m, expect: {intervals: [{from: 2025-01-01, before: 2025-02-01}]}}\n") ==
        Lines{"applying", "otherwise"});
}

TEST_CASE("examples coverage: the first and the last possible day of an inexact date") {
  const char* inexact =
      "  - {id: e, title: E, date: '[2025-07-14..2025-07-16]', sources: [s], effects: [{impose: m}]}\n";
  CHECK(left_out(inexact, on("2025-07-14", here) + on("2025-07-16", here)) ==
        Lines{"2025-07-14 before", "2025-07-16 before", "otherwise"});
}

TEST_CASE("examples coverage: what is never certain is seen where it may apply") {
  const char* open = "  - {id: e, title: E, date: '[2025-07-14..]', sources: [s], effects: [{impose: m}]}\n";
  CHECK(left_out(open, on("2025-07-13", here) + on("2025-07-14", here)) == Lines{"otherwise"});
}

TEST_CASE("examples coverage: what never binds needs not be seen") {
  const char* never =
      "  - {id: e, title: E, date: 2025-01-01, effective: 2025-03-01, sources: [s], effects: [{impose: m}]}\n"
      "  - {id: f, title: F, date: 2025-02-01, retracts: [e], reason: withdrawn, sources: [s]}\n";
  CHECK(left_out(never, on("2025-02-02", here)) == Lines{"impose of e"});
  const std::string known =
      "  - {name: T, on: 2025-01-02, known: 2025-01-02, with: {item: chip, place: here}, expect: "
      "{pending: [m]}}\n";
  CHECK(left_out(never, known) == Lines{});
}

TEST_CASE("examples coverage: within a day, the day alone shows both sides") {
  const char* noon = "  - {id: e, title: E, date: '2025-01-01T12:00Z', sources: [s], effects: [{impose: m}]}\n";
  CHECK(left_out(noon, on("2025-01-01T11:59Z", here)) ==
        Lines{"impose of e", "2025-01-01T12:00:00Z itself", "applying", "otherwise"});
  CHECK(left_out(noon, on("2025-01-01", here)) == Lines{"otherwise"});
}

}  // namespace inforce::test
