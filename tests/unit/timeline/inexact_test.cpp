// Dates that are not exact: what is so in every completion, and what in some (S14, S15).
#include "tests/support/catch.h"
#include "tests/support/rules.h"

using inforce::test::Compiled;
using inforce::test::history_of;
using inforce::test::prelude;
using inforce::timeline::Certainty;
using Lines = std::vector<std::string>;

namespace {

std::string event(const std::string& id, const std::string& date, const std::string& rest) {
  return "  - {id: " + id + ", title: Event " + id + ", date: \"" + date + "\", sources: [s]" + rest + "}\n";
}

std::string events(const std::string& list) { return prelude() + "events:\n" + list; }

Lines certain(const Compiled& of) { return history_of(of, "m", Certainty::certain); }
Lines possible(const Compiled& of) { return history_of(of, "m", Certainty::possible); }

}  // namespace

TEST_CASE("a month gives a possible beginning and a certain rest", "[S15]") {
  const Compiled of(events(event("a", "2025-04", ", effects: [{impose: m}]")));
  CHECK(certain(of) == Lines{"2025-04-30 .. in-force by a"});
  CHECK(possible(of) == Lines{".. 2025-04-30 absent", "2025-04-01 .. in-force by a"});
}

TEST_CASE("one written date has one value wherever it is referred to", "[S15]") {
  const Compiled of(
      events(event("a", "[2025-04-01..2025-04-10]", ", effects: [{impose: m, before: effective + 30 days}]")));
  CHECK(certain(of) == Lines{"2025-04-10 2025-05-01 in-force by a"});
  CHECK(possible(of) == Lines{".. 2025-04-10 absent", "2025-04-01 2025-05-10 in-force by a", "2025-05-01 .. absent"});
}

TEST_CASE("a short spell on one of two days leaves a gap between them", "[S15]") {
  const Compiled of(events(event("a", "[2025-04-01,2025-04-10]", ", effects: [{impose: m, through: effective}]")));
  CHECK(certain(of).empty());
  CHECK(possible(of) ==
        Lines{".. .. absent", "2025-04-01 2025-04-02 in-force by a", "2025-04-10 2025-04-11 in-force by a"});
}

TEST_CASE("two inexact dates are told apart in every order", "[S15]") {
  const Compiled of(events(event("a", "[2025-04-01..2025-04-10]", ", effects: [{impose: m}]") +
                           event("b", "[2025-04-05..2025-04-20]", ", effects: [{lift: m}]")));
  CHECK(certain(of).empty());
  CHECK(possible(of) == Lines{".. .. absent", "2025-04-01 .. in-force by a"});
}

TEST_CASE("after leaves completions out", "[S15][D3]") {
  const Compiled of(events(event("a", "[2025-04-01..2025-04-10]", ", effects: [{impose: m}]") +
                           event("b", "[2025-04-05..2025-04-20]", ", after: [a], effects: [{lift: m}]")));
  CHECK(possible(of) == Lines{".. .. absent", "2025-04-01 2025-04-20 in-force by a"});
}

TEST_CASE("unknown is bounded by after alone", "[S14][D3]") {
  const Compiled of(events(event("a", "2025-04-01", ", effects: [{impose: m}]") +
                           event("b", "unknown", ", after: [a], known: 2025-06-01, effects: [{lift: m}]")));
  CHECK(certain(of).empty());
  CHECK(possible(of) == Lines{".. .. absent", "2025-04-01 .. in-force by a"});
}

TEST_CASE("a date or later is never certain", "[S14]") {
  const Compiled of(events(event("a", "[2025-07-15..]", ", effects: [{impose: m}]")));
  CHECK(certain(of).empty());
  CHECK(possible(of) == Lines{".. .. absent", "2025-07-15 .. in-force by a"});
  const Compiled by(events(event("a", "[..2025-07-15]", ", effects: [{impose: m}]")));
  CHECK(certain(by) == Lines{"2025-07-15 .. in-force by a"});
  CHECK(possible(by) == Lines{".. 2025-07-15 absent", ".. .. in-force by a"});
}

TEST_CASE("contradicting effects that may meet have each order", "[S15]") {
  const Compiled of(events(event("a", "[2025-04-01..2025-04-02]", ", effects: [{impose: m}]") +
                           event("b", "2025-04-02", ", effects: [{lift: m}]")));
  CHECK(of.codes().empty());
  CHECK(possible(of) == Lines{".. .. absent", "2025-04-01 .. in-force by a"});
  const Compiled always(events(event("a", "[2025-04-01..2025-04-02]", ", effects: [{impose: m}]") +
                               event("b", "2025-01-01", ", effective: a.date, effects: [{lift: m}]")));
  CHECK(always.codes() == Lines{"IF501"});
}

TEST_CASE("completions in which a spell would end before it begins are left out", "[S15]") {
  const Compiled of(events(event("a", "[2025-04-01..2025-04-30]", ", effects: [{impose: m, before: 2025-04-11}]")));
  CHECK(possible(of) == Lines{".. .. absent", "2025-04-01 2025-04-11 in-force by a"});
  const Compiled none(events(event("a", "[2025-04-12..2025-04-30]", ", effects: [{impose: m, before: 2025-04-11}]")));
  CHECK(none.codes() == Lines{"IF409"});
}

TEST_CASE("attributes that differ between completions are told apart", "[S15]") {
  const Compiled of(events(event("a", "2025-04-01", ", effects: [{impose: m, policy: x}]") +
                           event("b", "[2025-04-10..2025-04-12]", ", effects: [{amend: m, policy: y}]")));
  CHECK(certain(of) == Lines{"2025-04-01 2025-04-10 in-force policy=x by a", "2025-04-12 .. in-force policy=y by a b"});
  CHECK(possible(of) == Lines{".. 2025-04-01 absent", "2025-04-01 2025-04-12 in-force policy=x by a",
                              "2025-04-10 .. in-force policy=y by a b"});
}

TEST_CASE("too many inexact dates on one measure are refused, not guessed at", "[S15]") {
  std::string list;
  for (int i = 0; i < 9; ++i) {
    list +=
        event("e" + std::to_string(i), "2025-04", std::string(", effects: [{") + (i % 2 ? "lift" : "impose") + ": m}]");
  }
  const Compiled of(events(list));
  CHECK(of.codes() == Lines{"IF502"});
}

TEST_CASE("months move an inexact date by whole months", "[S16][S17]") {
  const Compiled of(events(event("a", "[2025-01-30..2025-02-01]",
                                 ", effects: [{impose: m, before: \"effective + 1 month (round down)\"}]")));
  CHECK(certain(of) == Lines{"2025-02-01 2025-02-28 in-force by a"});
  const Compiled no(
      events(event("a", "[2025-01-30..2025-02-01]", ", effects: [{impose: m, before: effective + 1 month}]")));
  CHECK(no.codes() == Lines{"IF404"});
}

TEST_CASE("a short spell on any day at all is possible at every moment", "[S14][D10]") {
  const Compiled of(
      events(event("a", "unknown", ", known: 2025-01-01, effects: [{impose: m, before: effective + 3 days}]")));
  CHECK(certain(of).empty());
  CHECK(possible(of) == Lines{".. .. in-force by a", ".. .. absent"});
}

TEST_CASE("a date that orders another measure stays with that measure", "[S15]") {
  const Compiled of(
      events(event("a", "[2025-04-07..2025-04-08]", ", effects: [{impose: n}, {impose: m, through: effective}]")));
  CHECK(history_of(of, "n") == Lines{"2025-04-08 .. in-force by a"});
  CHECK(possible(of) == Lines{".. .. absent", "2025-04-07 2025-04-09 in-force by a"});
}

TEST_CASE("after holds among three that meet", "[S6][S15]") {
  const Compiled of(events(event("a", "unknown", ", known: 2025-03-11, effects: [{impose: m}]") +
                           event("b", "2025-03-01", ", effects: [{impose: m, effective: 2025-03-21, policy: x}]") +
                           event("c", "2025-03-21", ", after: [b], effects: [{impose: m, policy: y}]")));
  for (const std::string& line : possible(of)) CHECK(line.find("policy=y") == std::string::npos);
}

TEST_CASE("one open date may be read in two zones", "[S13][S15]") {
  const Compiled of(events(event("a", "[..2025-11-14]", ", time_zone: Europe/Amsterdam, effects: [{impose: m}]") +
                           event("b", "2025-11-01", ", effects: [{suspend: m, effective: a.date}]")));
  CHECK(of.codes().empty());
  CHECK(certain(of) == Lines{"2025-11-14 .. suspended by a b"});
}
