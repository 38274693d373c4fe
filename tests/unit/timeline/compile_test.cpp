// Each effect of S4 and each order of S6, by small rule sets whose days can be checked by eye.
#include "tests/support/catch.h"
#include "tests/support/rules.h"

using inforce::test::Compiled;
using inforce::test::history_of;
using inforce::test::prelude;
using Lines = std::vector<std::string>;

namespace {

/// Events from lines such as `a 2025-01-01 {impose: m}`: id, date, effects in flow style, further keys.
std::string events(const std::vector<std::array<std::string, 3>>& list) {
  std::string text = prelude() + "events:\n";
  for (const auto& [id, date, rest] : list) {
    text += "  - {id: " + id + ", title: Event " + id + ", date: \"" + date + "\", sources: [s]" + rest + "}\n";
  }
  return text;
}

}  // namespace

TEST_CASE("an impose lasts until a lift and a new impose is a new spell", "[S3][S4]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m, policy: strict}]"},
                            {"b", "2025-02-01", ", effects: [{lift: m}]"},
                            {"c", "2025-03-01", ", effects: [{impose: m}]"}}));
  CHECK(history_of(of, "m") ==
        Lines{"2025-01-01 2025-02-01 in-force policy=strict by a", "2025-03-01 .. in-force by c"});
  CHECK(of.codes().empty());
}

TEST_CASE("through includes its day and before does not", "[S5]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m, through: 2025-01-31}]"},
                            {"b", "2025-01-01", ", effects: [{impose: n, before: 2025-01-31}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-02-01 in-force by a"});
  CHECK(history_of(of, "n") == Lines{"2025-01-01 2025-01-31 in-force by b"});
}

TEST_CASE("a suspension is a period of its own and may begin before the measure", "[S4]") {
  const Compiled of(events({{"a", "2025-01-01", ", effective: 2025-03-01, effects: [{impose: m, through: 2025-06-30}]"},
                            {"b", "2025-02-01", ", effects: [{suspend: m, through: 2025-03-31}]"}}));
  CHECK(history_of(of, "m") ==
        Lines{"2025-03-01 2025-04-01 suspended by a b", "2025-04-01 2025-07-01 in-force by a b"});
}

TEST_CASE("a measure whose end passes while it is suspended has ended", "[S4]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m, before: 2025-03-01}]"},
                            {"b", "2025-02-01", ", effects: [{suspend: m}]"},
                            {"c", "2025-04-01", ", effects: [{resume: m}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-02-01 in-force by a", "2025-02-01 2025-03-01 suspended by a b"});
}

TEST_CASE("a lift while suspended leaves the suspension open", "[S4]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m}]"},
                            {"b", "2025-02-01", ", effects: [{suspend: m}]"},
                            {"c", "2025-03-01", ", effects: [{lift: m}]"},
                            {"d", "2025-04-01", ", effects: [{impose: m}]"},
                            {"e", "2025-05-01", ", effects: [{resume: m}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-02-01 in-force by a", "2025-02-01 2025-03-01 suspended by a b",
                                     "2025-04-01 2025-05-01 suspended by d b", "2025-05-01 .. in-force by d b e"});
}

TEST_CASE("extensions move the end of a spell or of a suspension", "[S4]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m, before: 2025-03-01}]"},
                            {"b", "2025-02-01", ", effects: [{extend: m, before: 2025-05-01}]"},
                            {"c", "2025-04-01", ", effects: [{suspend: m, before: 2025-04-10}]"},
                            {"d", "2025-04-05", ", effects: [{extend: m, what: suspension, before: 2025-04-20}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-02-01 in-force by a", "2025-02-01 2025-04-01 in-force by a b",
                                     "2025-04-01 2025-04-05 suspended by a b c",
                                     "2025-04-05 2025-04-20 suspended by a b c d",
                                     "2025-04-20 2025-05-01 in-force by a b c d"});
}

TEST_CASE("an extension to before now ends it now", "[S4]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m}]"},
                            {"b", "2025-02-01", ", effects: [{extend: m, before: 2025-01-15}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-02-01 in-force by a"});
}

TEST_CASE("amendments persist and compliance comes later", "[S4][D1]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m, policy: x, compliance: 2025-02-01}]"},
                            {"b", "2025-03-01", ", effects: [{amend: m, policy: y}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-02-01 grace policy=x by a",
                                     "2025-02-01 2025-03-01 in-force policy=x by a",
                                     "2025-03-01 .. in-force policy=y by a b"});
}

TEST_CASE("what ends by itself ends before an effect of that moment and joins what is alike", "[S6][D6]") {
  const Compiled alike(events({{"a", "2025-01-01", ", effects: [{impose: m, before: 2025-02-01}]"},
                               {"b", "2025-02-01", ", effects: [{impose: m, before: 2025-03-01}]"}}));
  CHECK(history_of(alike, "m") ==
        Lines{"2025-01-01 2025-02-01 in-force by a", "2025-02-01 2025-03-01 in-force by a b"});
  const Compiled late(events({{"a", "2025-01-01", ", effects: [{impose: m, before: 2025-02-01}]"},
                              {"b", "2025-02-01", ", effects: [{lift: m}]"},
                              {"c", "2025-02-01", ", effects: [{extend: m, before: 2025-03-01}]"}}));
  CHECK(history_of(late, "m") == Lines{"2025-01-01 2025-02-01 in-force by a"});
  CHECK(late.codes() == Lines{"IF510", "IF510"});
}

TEST_CASE("contradictions at one moment are refused unless after orders them", "[S6]") {
  CHECK(
      Compiled(events({{"a", "2025-01-01", ", effects: [{impose: m}]"}, {"b", "2025-01-01", ", effects: [{lift: m}]"}}))
          .codes() == Lines{"IF501"});
  CHECK(Compiled(events({{"a", "2025-01-01", ", effects: [{suspend: m}, {resume: m}]"}})).codes() == Lines{"IF501"});
  const Compiled ordered(events({{"z", "2024-01-01", ", effects: [{impose: m, policy: x}]"},
                                 {"b", "2025-01-01", ", effects: [{lift: m}]"},
                                 {"a", "2025-01-01", ", after: [b], effects: [{impose: m}]"}}));
  CHECK(history_of(ordered, "m") ==
        Lines{"2024-01-01 2025-01-01 in-force policy=x by z", "2025-01-01 .. in-force by a"});
}

TEST_CASE("impose and amend in one event set a value whether in force before or not", "[S6][S7]") {
  const std::string both = ", effects: [{impose: m, policy: y}, {amend: m, policy: y}]";
  const Compiled before(
      events({{"a", "2025-01-01", ", effects: [{impose: m, policy: x}]"}, {"b", "2025-02-01", both}}));
  CHECK(history_of(before, "m") ==
        Lines{"2025-01-01 2025-02-01 in-force policy=x by a", "2025-02-01 .. in-force policy=y by a b"});
  CHECK(before.codes().empty());
  CHECK(history_of(Compiled(events({{"b", "2025-02-01", both}})), "m") ==
        Lines{"2025-02-01 .. in-force policy=y by b b"});
}

TEST_CASE("idle effects are reported and change nothing", "[S7]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m}]"},
                            {"b", "2025-02-01", ", effects: [{impose: m}]"},
                            {"c", "2025-03-01", ", effects: [{resume: m}]"},
                            {"d", "2025-03-02", ", effects: [{lift: n}]"},
                            {"e", "2025-03-03", ", effects: [{suspend: n, before: 2025-04-01}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 .. in-force by a"});
  CHECK(of.codes() == Lines{"IF510", "IF510", "IF510", "IF510"});
}

TEST_CASE("a retraction unmakes what it names for whoever knows it", "[S8]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m}]"},
                            {"b", "2025-02-01", ", retracts: [a], reason: annulled"},
                            {"c", "2025-03-01", ", retracts: [b], reason: corrected"}}));
  using inforce::When;
  const auto on = [](int month) { return When::on_day(std::chrono::sys_days{std::chrono::year{2025} / month / 15}); };
  const auto certain = inforce::timeline::Certainty::certain;
  CHECK(history_of(of, "m", certain, on(1)) == Lines{"2025-01-01 .. in-force by a"});
  CHECK(history_of(of, "m", certain, on(2)).empty());
  CHECK(history_of(of, "m", certain, on(3)) == Lines{"2025-01-01 .. in-force by a"});
  CHECK(history_of(of, "m", certain, When::on_day(std::chrono::sys_days{std::chrono::year{2024} / 12 / 31})).empty());
}

TEST_CASE("supersession ends what was imposed and stops what is due", "[S8][D5]") {
  const Compiled of(events({{"a", "2025-01-01", ", effects: [{impose: m}, {impose: n, effective: 2025-06-01}]"},
                            {"b", "2025-03-01", ", supersedes: [a], effects: [{impose: m, policy: new}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-03-01 in-force by a", "2025-03-01 .. in-force policy=new by b"});
  CHECK(history_of(of, "n").empty());
  const Compiled chain(events({{"a", "2025-01-01", ", effects: [{impose: m}]"},
                               {"b", "2025-01-02", ", effective: 2025-05-01, supersedes: [a]"},
                               {"c", "2025-02-01", ", effective: 2025-04-01, supersedes: [b]"}}));
  CHECK(history_of(chain, "m") == Lines{"2025-01-01 .. in-force by a"});
}

TEST_CASE("an effect on a whole acts on each part", "[S1]") {
  const std::string text = prelude() +
                           "  whole: {title: A whole, kind: prohibition}\n"
                           "  p: {title: Part p, kind: prohibition, part_of: whole}\n"
                           "  q: {title: Part q, kind: prohibition, part_of: whole}\n"
                           "events:\n"
                           "  - {id: a, title: A, date: 2025-01-01, sources: [s], effects: [{impose: whole}]}\n"
                           "  - {id: b, title: B, date: 2025-02-01, sources: [s], effects: [{lift: p}]}\n"
                           "  - {id: c, title: C, date: 2025-03-01, sources: [s], effects: [{lift: whole}]}\n";
  const Compiled of(text);
  CHECK(history_of(of, "p") == Lines{"2025-01-01 2025-02-01 in-force by a"});
  CHECK(history_of(of, "q") == Lines{"2025-01-01 2025-03-01 in-force by a"});
  CHECK(history_of(of, "whole").empty());
  CHECK(of.codes().empty());
}

TEST_CASE("a date counted from what never happened has not come", "[S17][D2]") {
  const Compiled of(events({{"bill", "2025-01-01", ", evidence: proposed"},
                            {"a", "2025-01-02", ", effective: bill.date + 180 days, effects: [{impose: m}]"},
                            {"b", "2025-01-03", ", effects: [{impose: n, before: bill.date + 180 days}]"}}));
  CHECK(history_of(of, "m").empty());
  CHECK(history_of(of, "n") == Lines{"2025-01-03 .. in-force by b"});
}

TEST_CASE("days begin in the zone of the event", "[S12][S13]") {
  const Compiled of(events({{"a", "2025-03-09", ", time_zone: America/New_York, effects: [{impose: m}]"},
                            {"b", "2025-03-10", ", time_zone: America/New_York, effects: [{lift: m}]"},
                            {"c", "2025-03-10", ", time_zone: Asia/Shanghai, effects: [{impose: n}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-03-09T05:00:00Z 2025-03-10T04:00:00Z in-force by a"});
  CHECK(history_of(of, "n") == Lines{"2025-03-09T16:00:00Z .. in-force by c"});
}

TEST_CASE("an official event confirms what was reported", "[S7][D11]") {
  const Compiled of(events({{"r", "2025-08-08", ", evidence: reported, effects: [{impose: m}]"},
                            {"a", "2025-08-20", ", after: [r], effects: [{impose: m}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-08-08 2025-08-20 in-force by r", "2025-08-20 .. in-force by r a"});
  CHECK(of.codes().empty());
  const Compiled meet(events({{"r", "2025-08-08", ", evidence: reported, effects: [{impose: m}]"},
                              {"a", "2025-08-08", ", after: [r], effects: [{impose: m}]"}}));
  CHECK(history_of(meet, "m") == Lines{"2025-08-08 .. in-force by r a"});
}

TEST_CASE("an amended scope is told among the attributes and the rest persists", "[S4]") {
  const Compiled of("vocabulary: {item: {type: code}}\n" +
                    events({{"a", "2025-01-01", ", effects: [{impose: m, policy: x}]"},
                            {"b", "2025-02-01", ", effects: [{amend: m, scope: item = H100}]"}}));
  CHECK(history_of(of, "m") == Lines{"2025-01-01 2025-02-01 in-force policy=x by a",
                                     "2025-02-01 .. in-force policy=x scope=item = H100 by a b"});
}

TEST_CASE("members join and leave with words of their own", "[S1][S4]") {
  const Compiled of(
      "vocabulary: {end_user: {type: code}}\ngroups: {list: {title: A list, attribute: end_user}}\n" +
      events({{"a", "2025-01-01", ", effects: [{enlist: list, policy: strict, members: [x, {id: y, policy: mild}]}]"},
              {"b", "2025-02-01", ", effects: [{delist: list, members: [x]}]"}}));
  CHECK(history_of(of, "list/x") == Lines{"2025-01-01 2025-02-01 in-force policy=strict by a"});
  CHECK(history_of(of, "list/y") == Lines{"2025-01-01 .. in-force policy=mild by a"});
}
