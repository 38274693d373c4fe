// Restrictions that another covers wholly, and authorizations that can release nothing.
#include "tests/support/catch.h"
#include "tests/unit/lint/doubts.h"

namespace inforce::test {
namespace {

/// A wide and a narrow restriction, on lines 6 and 7, with further keys each.
std::string two(const std::string& wide, const std::string& narrow, const std::string& events = "") {
  return "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "vocabulary: {item: {type: code}, destination: {type: country}, tpp: {type: number}}\n"
         "restrictions:\n"
         "  wide: {title: Wide, " +
         wide +
         "}\n"
         "  narrow: {title: Narrow, " +
         narrow +
         "}\n"
         "events:\n" +
         (events.empty() ? event("a", "2025-01-01", "effects: [{impose: wide}, {impose: narrow}]") : events);
}

/// What is found, but for attributes that not every scope here asks for.
Lines of(const std::string& text) {
  Lines found = doubts(text);
  std::erase_if(found, [](const std::string& line) { return line.starts_with("IF844"); });
  return found;
}

const std::string licence = "kind: licence-requirement, ";
const Lines shadowed{
    "IF839 7:3-7:9 `narrow` says nothing that `wide` does not: it covers all its cases, whenever it is "
    "in force"};

}  // namespace

TEST_CASE("shadowed: a scope that implies another", "[IF839]") {
  for (const auto& [wide, narrow] :
       std::vector<std::pair<std::string, std::string>>{{"destination in (CN, HK)", "destination = CN"},
                                                        {"tpp >= 300", "tpp > 4800 and destination = CN"},
                                                        {"item = a or tpp > 5", "tpp > 6"},
                                                        {"destination = CN", "item = a and destination = CN"}}) {
    INFO(wide << " / " << narrow);
    CHECK(of(two(licence + "scope: '" + wide + "'", licence + "scope: '" + narrow + "'")) == shadowed);
  }
  CHECK(of(two("kind: prohibition", licence + "scope: item = a")) == shadowed);
}

TEST_CASE("shadowed: what says something of its own is left alone", "[IF839]") {
  const std::string narrow = "scope: item = a and destination = CN";
  for (const auto& [wide_more, narrow_more] : std::vector<std::pair<std::string, std::string>>{
           {licence + "scope: destination = CN", licence + narrow + ", basis: Another provision"},
           {licence + "scope: destination = CN", licence + narrow + ", requires: a report"},
           {licence + "scope: destination = CN", "kind: prohibition, " + narrow},
           {licence + "scope: destination = CN", "kind: condition, " + narrow},
           {licence + "scope: destination = CN", licence + narrow + ", regime: another"},
           {licence + "scope: destination = CN", licence + narrow + ", jurisdiction: NL"},
           {licence + "scope: destination = HK", licence + narrow},
           {licence + "scope: destination != HK", licence + narrow}}) {
    INFO(wide_more << " / " << narrow_more);
    CHECK(of(two(wide_more, narrow_more)).empty());
  }
}

TEST_CASE("shadowed: only where the other is in force whenever it is, and with the same attributes", "[IF839]") {
  const auto by = [](const std::string& events) {
    return of(two(licence + "scope: destination = CN", licence + "scope: item = a and destination = CN", events));
  };
  CHECK(by(event("a", "2025-01-01", "effects: [{impose: wide}]") +
           event("b", "2025-02-01", "effects: [{impose: narrow, before: 2025-03-01}]")) == shadowed);
  CHECK(by(event("a", "2025-01-01", "effects: [{impose: narrow}]") +
           event("b", "2025-02-01", "effects: [{impose: wide}]"))
            .empty());
  CHECK(by(event("a", "2025-01-01", "effects: [{impose: wide}, {impose: narrow}]") +
           event("b", "2025-02-01", "effects: [{suspend: wide, before: 2025-03-01}]"))
            .empty());
  CHECK(by(event("a", "2025-01-01", "effects: [{impose: wide}, {impose: narrow, policy: denial}]")).empty());
}

TEST_CASE("shadowed: of two alike the later is doubted, once", "[IF839]") {
  CHECK(of(two(licence + "scope: item = a", licence + "scope: item = a")) == shadowed);
}

TEST_CASE("shadowed: what releases the other alone leaves something to say", "[IF839]") {
  const auto released = [](const std::string& names) {
    const std::string text =
        two(licence + "scope: destination = CN", licence + "scope: item = a and destination = CN",
            event("a", "2025-01-01", "effects: [{impose: wide}, {impose: narrow}, {impose: leave}]"));
    return of(text + "authorizations: {leave: {title: Leave, releases: [" + names + "]}}\n");
  };
  CHECK(released("wide").empty());
  CHECK(released("wide, narrow") == shadowed);
}

TEST_CASE("releases: scopes that exclude each other", "[IF840]") {
  const auto with_scope = [](const std::string& scope) {
    return of(two(licence + "scope: destination = CN", licence + "scope: destination = HK",
                  event("a", "2025-01-01", "effects: [{impose: wide}, {impose: narrow}, {impose: leave}]")) +
              "authorizations: {leave: {title: Leave, releases: [wide, narrow], scope: " + scope + "}}\n");
  };
  CHECK(with_scope("destination = HK").empty());
  CHECK(with_scope("item = a").empty());
  CHECK(with_scope("destination = JP") ==
        Lines{"IF840 10:73-10:89 `leave` can release nothing: no case meets its scope and that of what it releases"});
}

TEST_CASE("releases: an amended scope counts from its day on", "[IF840]") {
  const auto amended = [](const std::string& day) {
    return of(two(licence + "scope: destination = CN", "kind: guidance",
                  event("a", "2025-01-01", "effects: [{impose: wide}, {impose: narrow}]") +
                      event("b", "2025-02-01", "effects: [{impose: leave, before: 2025-03-01}]") +
                      event("c", day, "effects: [{amend: wide, scope: destination = JP}]")) +
              "authorizations: {leave: {title: Leave, releases: [wide], scope: destination = JP}}\n");
  };
  CHECK(amended("2025-02-15").empty());
  CHECK(amended("2025-03-15").size() == 1);
}

TEST_CASE("releases: never in force together", "[IF840]") {
  const auto from = [](const std::string& day) {
    return of(two(licence + "scope: destination = CN", "kind: guidance",
                  event("a", "2025-01-01", "effects: [{impose: wide, before: 2025-02-01}, {impose: narrow}]") +
                      event("b", day, "effects: [{impose: leave}]")) +
              "authorizations: {leave: {title: Leave, releases: [wide]}}\n");
  };
  CHECK(from("2025-01-31").empty());
  CHECK(from("2025-02-01") ==
        Lines{"IF840 11:18-11:23 `leave` can release nothing: it is never in force together with what it releases"});
  CHECK(from("'[2025-01-31..2025-02-10]'").empty());
}

TEST_CASE("releases: what is only proposed is not judged", "[IF840]") {
  CHECK(of(two(licence + "scope: destination = CN", "kind: guidance",
               event("a", "2025-01-01", "effects: [{impose: narrow}, {impose: leave}]") +
                   event("b", "2025-02-01", "evidence: proposed, effects: [{impose: wide}]")) +
           "authorizations: {leave: {title: Leave, releases: [wide]}}\n")
            .empty());
}

}  // namespace inforce::test
