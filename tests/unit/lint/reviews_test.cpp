// What the day of the check brings up.
#include "tests/support/catch.h"
#include "tests/unit/lint/doubts.h"

namespace inforce::test {
namespace {

std::string reviewed(const std::string& day, const std::string& more = "") {
  return prelude() + "  r: {title: R, kind: prohibition, regime: chips}\n" +
         "coverage: {chips: {title: Chips, from: 2024-01-01, reviewed: " + day + more + "}}\n";
}

std::string with_term(const std::string& day) {
  return reviewed(day) + "events:\n" + event("a", "2025-01-01", "effects: [{impose: r, through: 2025-07-31}]");
}

}  // namespace

TEST_CASE("reviews: a regime reviewed less often than it says", "[IF837]") {
  const std::string text = reviewed("2025-03-31", ", review_every: 3 months");
  CHECK(doubts(text, "2025-06-30").empty());
  CHECK(doubts(text, "2025-07-01") ==
        Lines{"IF837 8:62-8:72 `chips` was to be reviewed by 2025-06-30: it is reviewed every 3 months"});
  CHECK(doubts(text, "").empty());
}

TEST_CASE("reviews: a review that is still to come", "[IF838]") {
  CHECK(doubts(reviewed("2025-09-02"), "2025-09-01").empty());
  CHECK(doubts(reviewed("2025-09-03"), "2025-09-01") ==
        Lines{"IF838 8:62-8:72 `chips` is told to be complete through 2025-09-03, which is to come"});
  CHECK(doubts(reviewed("2025-09-03"), "").empty());
}

TEST_CASE("reviews: an end between the last review and the day of the check", "[IF830]") {
  const Lines unseen{"IF830 10:92-10:102 `r` ended by itself after 2025-07-31, and its regime was not reviewed since"};
  CHECK(doubts(with_term("2025-07-31"), "2025-08-01") == unseen);
  CHECK(doubts(with_term("2025-08-01"), "2025-08-01").empty());
  CHECK(doubts(with_term("2025-07-01"), "2025-07-31").empty());
  CHECK(doubts(with_term("2025-07-01"), "").empty());
}

TEST_CASE("reviews: an end that comes by itself is a note, for no file has changed", "[IF830]") {
  Sources sources;
  const CheckReport report = checked({{"rules.yaml", with_term("2025-07-01")}}, sources);
  CHECK(report.count(Severity::note) == 1);
  CHECK(report.count(Severity::warning) == 2);  // `m` and `n` are never imposed
}

TEST_CASE("reviews: one effect that ends several measures is told once", "[IF830]") {
  const std::string text =
      "inforce: 1\ndefaults: {time_zone: UTC, regime: chips}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
      "restrictions:\n"
      "  w: {title: W, kind: prohibition}\n"
      "  p: {title: P, kind: prohibition, basis: One, part_of: w}\n"
      "  q: {title: Q, kind: prohibition, basis: Two, part_of: w}\n"
      "coverage: {chips: {title: Chips, from: 2024-01-01, reviewed: 2025-06-30}}\n"
      "events:\n" +
      event("a", "2025-01-01", "effects: [{impose: w, through: 2025-07-31}]");
  CHECK(doubts(text) == Lines{"IF830 10:92-10:102 `p` and 1 more ended by itself after 2025-07-31, and its regime was "
                              "not reviewed since"});
}

TEST_CASE("reviews: a suspension that ended by itself is told, one that was resumed is not", "[IF830]") {
  const std::string suspended = reviewed("2025-06-30") + "events:\n" +
                                event("a", "2025-01-01", "effects: [{impose: r}]") +
                                event("b", "2025-02-01", "effects: [{suspend: r, through: 2025-07-31}]");
  CHECK(doubts(suspended) == Lines{"IF830 11:93-11:103 the suspension of `r` ended by itself after 2025-07-31, and its "
                                   "regime was not reviewed since"});
  CHECK(doubts(suspended + event("c", "2025-07-15", "effects: [{resume: r}]")).empty());
}

}  // namespace inforce::test
