// What is declared and never used.
#include "tests/support/catch.h"
#include "tests/unit/lint/doubts.h"

namespace inforce::test {
namespace {

/// Records beside a rule set that uses all it has, in the same file; they begin on line 8.
std::string beside(const std::string& records, const std::string& more_of_event = "") {
  return "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "restrictions:\n"
         "  m: {title: M, kind: prohibition}\n"
         "events:\n" +
         event("a", "2025-01-01", more_of_event + "effects: [{impose: m}]") + records;
}

/// A file that holds these records alone, beside the same rule set.
Lines in_a_library(const std::string& records) {
  return doubts(Files{{"a.yaml", "inforce: 1\n" + records}, {"b.yaml", beside("")}});
}

}  // namespace

TEST_CASE("unused: a source that nothing cites", "[IF842]") {
  const std::string two =
      "inforce: 1\ndefaults: {time_zone: UTC}\n"
      "sources:\n"
      "  s: {title: S, publisher: P, kind: press}\n"
      "  t: {title: T, publisher: P, kind: press}\n";
  CHECK(doubts(two + "events: [{id: a, title: A, date: 2025-01-01, sources: [s]}]\n") ==
        Lines{"IF842 5:3-5:4 `t` is cited by no event"});
  CHECK(doubts(two + "events: [{id: a, title: A, date: 2025-01-01, sources: [s, t]}]\n").empty());
  CHECK(doubts(two).empty());
}

TEST_CASE("unused: an authority that never acts", "[IF843]") {
  const std::string records = "authorities: {bureau: {name: The bureau, jurisdiction: US}}\n";
  CHECK(doubts(beside(records)) == Lines{"IF843 8:15-8:21 `bureau` is the authority of nothing"});
  CHECK(doubts(beside(records, "authority: bureau, ")).empty());
  CHECK(in_a_library(records).empty());
}

TEST_CASE("unused: an attribute", "[IF844]") {
  const std::string records = "vocabulary: {use: {type: code}}\n";
  const Lines unused{"IF844 8:14-8:17 `use` is asked for, set and given nowhere"};
  CHECK(doubts(beside(records)) == unused);
  CHECK(in_a_library(records) == Lines{"IF844 2:14-2:17 `use` is asked for, set and given nowhere"});
  for (const char* use : {"coverage: {c: {title: C, from: 2024-01-01, reviewed: 2025-01-01, scope: use = x}}\n",
                          "authorizations: {o: {title: O, releases: [m], scope: use = x}}\n",
                          "tests: [{name: t, on: 2025-01-01, with: {use: x}, expect: {verdict: prohibited}}]\n"}) {
    INFO(use);
    CHECK(doubts(beside(records + use)).empty());
  }
  CHECK(doubts("inforce: 1\n" + records).empty());
}

TEST_CASE("unused: an attribute that effects set or items have is used", "[IF844][IF847]") {
  CHECK(doubts("inforce: 1\ndefaults: {time_zone: UTC}\n"
               "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
               "vocabulary: {item: {type: code}, use: {type: code}, eccn: {type: code}}\n"
               "items: {h: {eccn: x}}\n"
               "restrictions: {m: {title: M, kind: prohibition, scope: item = h}}\n"
               "events:\n" +
               event("a", "2025-01-01", "effects: [{impose: m, use: x}]"))
            .empty());
}

TEST_CASE("unused: a group without members that nothing asks for", "[IF845]") {
  const std::string records =
      "vocabulary: {who: {type: code}}\n"
      "groups: {list: {title: The list, attribute: who}}\n";
  CHECK(doubts(beside(records)) == Lines{"IF845 9:10-9:14 `list` has no members, and no scope asks for it"});
  CHECK(doubts(beside(records + "x-more: true\n")).size() == 1);
  const std::string enlisted =
      "inforce: 1\ndefaults: {time_zone: UTC}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n" +
      records + "events:\n" + event("a", "2025-01-01", "effects: [{enlist: list, members: [acme]}]");
  CHECK(doubts(enlisted).empty());
}

TEST_CASE("unused: a calendar", "[IF846]") {
  const std::string records = "calendars: {cal: {range: [2000, 2030], weekend: [Sat, Sun]}}\n";
  CHECK(doubts(beside(records)) == Lines{"IF846 8:13-8:16 `cal` is a calendar that nothing is counted by"});
  CHECK(doubts(beside(records, "calendar: cal, ")).empty());
  CHECK(
      doubts(beside(records + "gazettes: {g: {title: G, citation: VOLUME G PAGE, first_year: 2000, calendar: cal}}\n"))
          .empty());
  CHECK(doubts(beside(records, "effective: date + 3 business days of cal, ")).empty());
  CHECK(in_a_library(records).empty());
}

TEST_CASE("unused: an item that no answer depends on", "[IF847]") {
  const std::string records =
      "vocabulary: {item: {type: code}, maker: {type: code}}\n"
      "items: {h: {title: H, maker: acme}}\n";
  CHECK(doubts(beside(records)) ==
        Lines{"IF847 9:9-9:10 `h` is named by no scope and no example, and no scope asks for a fact of it"});
  for (const char* use : {"authorizations: {o: {title: O, releases: [m], scope: item = h}}\n",
                          "authorizations: {o: {title: O, releases: [m], scope: maker = x}}\n",
                          "tests: [{name: t, on: 2025-01-01, with: {item: h}, expect: {verdict: prohibited}}]\n"}) {
    INFO(use);
    CHECK(doubts(beside(records + use)).empty());
  }
  CHECK(in_a_library(records) == Lines{});
}

TEST_CASE("unused: a regime that nothing belongs to, where others have some", "[IF848]") {
  const std::string records = "coverage: {chips: {title: Chips, from: 2024-01-01, reviewed: 2025-01-01}}\n";
  CHECK(doubts(beside(records)).empty());
  CHECK(doubts(beside(records, "regime: chips, ")).empty());
  CHECK(doubts(beside(records, "regime: tools, ")) ==
        Lines{"IF848 8:12-8:17 `chips` is covered, but no rule belongs to it"});
}

TEST_CASE("groups: two members of one name", "[IF841]") {
  const auto enlisted = [](const std::string& members) {
    return doubts(
        "inforce: 1\ndefaults: {time_zone: UTC}\n"
        "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
        "vocabulary: {who: {type: code}}\n"
        "groups: {list: {title: The list, attribute: who}}\n"
        "events:\n" +
        event("a", "2025-01-01", "effects: [{enlist: list, members: [" + members + "]}]"));
  };
  CHECK(enlisted("{id: b, names: [Acme]}, {id: a, names: [Acme]}") ==
        Lines{"IF841 7:125-7:126 members `a` and `b` of `list` are both called `Acme`"});
  CHECK(enlisted("{id: b, names: [Acme, Acme Ltd]}, {id: a, names: [Acme Hong Kong, Acme Ltd]}").empty());
  CHECK(enlisted("a, b").empty());
}

TEST_CASE("groups: idle enlistments are told in the words of groups", "[IF510]") {
  Sources sources;
  const std::string text =
      "inforce: 1\ndefaults: {time_zone: UTC}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
      "vocabulary: {who: {type: code}}\n"
      "groups: {list: {title: The list, attribute: who}}\n"
      "events:\n" +
      event("a", "2025-01-01", "effects: [{enlist: list, members: [x]}]") +
      event("b", "2025-02-01", "effects: [{enlist: list, members: [x]}]") +
      event("c", "2025-03-01", "effects: [{delist: list, members: [x]}]") +
      event("d", "2025-04-01", "effects: [{delist: list, members: [x]}]");
  CHECK(brief(sources, checked({{"r.yaml", text}}, sources).found) ==
        Lines{"IF510 8:96-8:97 `enlist: list/x` does nothing: it is a member by then already",
              "IF510 10:96-10:97 `delist: list/x` does nothing: it is no member by then"});
}

}  // namespace inforce::test
