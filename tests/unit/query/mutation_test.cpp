// Shifts of dates, and what becomes of each. The report stands in the cases of `inforce test`.
#include "engine/query/mutation.h"

#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {

namespace {

using Lines = std::vector<std::string>;

Lines shifts(const std::string& text) {
  const Compiled rules(prelude() + text);
  REQUIRE(rules.timeline);
  Lines lines;
  for (const auto& shift : query::shifts_of(rules.timeline->rulebook().model())) {
    lines.push_back(std::string(query::word_of(shift.kind)) + " " + shift.where + ": " + shift.was + " " +
                    shift.becomes);
  }
  return lines;
}

/// The fate of each shift, with what would notice.
Lines fates(const std::string& text) {
  const Compiled rules(prelude() + text);
  CHECK(rules.messages() == Lines{});
  REQUIRE(rules.timeline);
  const auto& book = rules.timeline->rulebook().model();
  std::vector<const model::Example*> examples;
  for (const auto& example : book.examples) examples.push_back(&example);
  Lines lines;
  for (const auto& result : query::try_shifts(*rules.timeline, query::shifts_of(book), examples, {})) {
    auto line = result.shift.becomes + " " + std::string(query::word_of(result.fate));
    if (result.telling && result.telling->on) line += " " + to_string(*result.telling->on);
    if (result.telling && result.telling->known) line += " known " + to_string(*result.telling->known);
    if (result.by != nullptr) line += " by " + result.by->name;
    lines.push_back(line);
  }
  return lines;
}

std::string event(const std::string& dates, const std::string& effects) {
  return "events:\n  - {id: e, title: E, " + dates + ", sources: [s], effects: [" + effects + "]}\n";
}

}  // namespace

TEST_CASE("shifts: days, moments, counts") {
  CHECK(shifts(event("date: 2025-01-01, published: 2025-01-05T10:00Z", "{impose: m, before: effective + 2 months}")) ==
        Lines{"day date of e: 2025-01-01 2024-12-31", "day date of e: 2025-01-01 2025-01-02",
              "moment published of e: 2025-01-05T10:00:00Z 2025-01-04T10:00:00Z",
              "moment published of e: 2025-01-05T10:00:00Z 2025-01-06T10:00:00Z",
              "count before of `impose: m`: + 2 months + 1 months",
              "count before of `impose: m`: + 2 months + 3 months"});
}

TEST_CASE("shifts: bounds of an inexact date, and no open end") {
  CHECK(shifts(event("date: \"[2025-01-01..2025-01-03]\"", "")) ==
        Lines{"bound date of e: [2025-01-01..2025-01-03] [2024-12-31..2025-01-03]",
              "bound date of e: [2025-01-01..2025-01-03] [2025-01-02..2025-01-03]",
              "bound date of e: [2025-01-01..2025-01-03] [2025-01-01..2025-01-02]",
              "bound date of e: [2025-01-01..2025-01-03] [2025-01-01..2025-01-04]"});
  CHECK(shifts(event("date: \"[..2025-01-03]\"", "")).size() == 2);
  CHECK(shifts(event("date: unknown", "")).empty());
}

TEST_CASE("mutation: noticed on the side that an example asks about") {
  const auto impose = event("date: 2025-01-01", "{impose: m}");
  CHECK(fates(impose) == Lines{"2024-12-31 survived 2024-12-31", "2025-01-02 survived 2025-01-01"});
  CHECK(fates(impose + "tests: [{name: T, on: 2025-01-01, expect: {applies: [m]}}]\n") ==
        Lines{"2024-12-31 survived 2024-12-31", "2025-01-02 noticed by T"});
  CHECK(fates(impose + "tests: [{name: T, when: m, expect: {intervals: [{from: 2025-01-01, state: in-force}]}}]\n") ==
        Lines{"2024-12-31 noticed by T", "2025-01-02 noticed by T"});
}

TEST_CASE("mutation: what no period rests on is idle, and what is wrong is stillborn") {
  CHECK(fates(event("date: 2025-01-01", "")) == Lines{"2024-12-31 idle", "2025-01-02 idle"});
  CHECK(fates(event("date: 2025-01-01", "{impose: m, before: 2025-01-01}")).at(1) == "2025-01-02 stillborn");
}

TEST_CASE("mutation: a day of knowledge is noticed with that knowledge") {
  const auto known = event("date: 2025-01-01, known: 2025-02-01", "{impose: m}");
  CHECK(fates(known).at(2) == "2025-01-31 survived 2025-01-01 known 2025-01-31");
  CHECK(fates(known + "tests: [{name: T, on: 2025-01-01, known: 2025-01-31, expect: {applies: []}}]\n").at(2) ==
        "2025-01-31 noticed by T");
}

TEST_CASE("mutation: examples that assume an event notice what others cannot") {
  const auto bill = event("date: 2025-01-01, evidence: proposed", "{impose: m}");
  CHECK(fates(bill) == Lines{"2024-12-31 idle", "2025-01-02 idle"});
  CHECK(fates(bill + "tests: [{name: T, on: 2025-01-01, assume: [e], expect: {applies: [m]}}]\n") ==
        Lines{"2024-12-31 survived 2024-12-31", "2025-01-02 noticed by T"});
  CHECK(fates(bill + "tests: [{name: T, on: 2025-06-01, assume: [e=2025-06-01], expect: {applies: [m]}}]\n") ==
        Lines{"2024-12-31 idle", "2025-01-02 idle"});
}

}  // namespace inforce::test
