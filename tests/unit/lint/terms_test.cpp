// Extensions, ends and gaps between spells, and effects that cannot act.
#include "tests/support/catch.h"
#include "tests/unit/lint/doubts.h"

namespace inforce::test {
namespace {

/// Events about `m` and `n` of the prelude; they begin on line 8.
Lines of(const std::string& events) { return doubts(prelude() + "events:\n" + events); }

std::string extended(const std::string& on, const std::string& end, const std::string& more = "") {
  return event("a", "2023-01-01", "effects: [{impose: m, before: 2025-07-01}]") +
         event("b", on, more + "effects: [{extend: m, " + end + "}]");
}

}  // namespace

TEST_CASE("terms: an extension in time to a later end is no doubt", "[IF831][IF832]") {
  CHECK(of(extended("2024-06-30", "before: 2025-07-02")).empty());
  CHECK(of(extended("2025-06-30", "through: 2025-07-01")).empty());
}

TEST_CASE("terms: an extension more than a leap year before the end that it moves", "[IF831]") {
  CHECK(of(extended("2024-06-29", "before: 2026-07-01")) ==
        Lines{"IF831 9:80-9:81 `extend: m` acts 367 days before the end that it moves"});
  CHECK(of(extended("2024-06-29", "before: 2026-07-01", "note: So it says., ")).empty());
  CHECK(of(extended("2024-06-29", "before: 2026-07-01", "quote: So it says., ")).empty());
}

TEST_CASE("terms: an extension to the same end or an earlier one", "[IF832]") {
  CHECK(of(extended("2025-06-01", "through: 2025-06-30")) ==
        Lines{"IF832 9:92-9:102 `extend: m` moves no end: it ends after 2025-06-30 already"});
  CHECK(of(extended("2025-06-01", "before: 2025-06-30")) ==
        Lines{"IF832 9:91-9:101 `extend: m` cuts short what ends after 2025-06-30"});
  CHECK(of(extended("2025-06-01", "before: 2025-06-30", "note: Cut short., ")).empty());
}

TEST_CASE("terms: the second of two extensions is compared with the first", "[IF832]") {
  const std::string twice = extended("2025-06-01", "before: 2025-12-01");
  CHECK(of(twice + event("c", "2025-08-01", "effects: [{extend: m, before: 2025-11-01}]")) ==
        Lines{"IF832 10:91-10:101 `extend: m` cuts short what ends after 2025-11-30"});
  CHECK(of(twice + event("c", "2025-08-01", "effects: [{extend: m, before: 2026-11-01}]")).empty());
}

TEST_CASE("terms: an end given to what had none is no extension to doubt", "[IF832]") {
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m}]") +
           event("b", "2025-02-01", "effects: [{extend: m, before: 2025-03-01}]"))
            .empty());
}

TEST_CASE("terms: an extension of a suspension is compared with the suspension", "[IF832]") {
  const std::string suspended = event("a", "2025-01-01", "effects: [{impose: m}]") +
                                event("b", "2025-02-01", "effects: [{suspend: m, before: 2025-04-01}]");
  CHECK(of(suspended + event("c", "2025-03-01", "effects: [{extend: m, what: suspension, before: 2025-03-15}]")) ==
        Lines{"IF832 10:109-10:119 `extend: m` cuts short what ends after 2025-03-31"});
  CHECK(
      of(suspended + event("c", "2025-03-01", "effects: [{extend: m, what: suspension, before: 2025-05-01}]")).empty());
}

TEST_CASE("terms: of an effect on a whole one part speaks for all", "[IF832]") {
  const std::string parts =
      "restrictions:\n"
      "  w: {title: W, kind: prohibition}\n"
      "  p: {title: P, kind: prohibition, part_of: w}\n"
      "  q: {title: Q, kind: guidance, part_of: w}\n";
  const std::string text =
      "inforce: 1\ndefaults: {time_zone: UTC}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n" +
      parts + "events:\n" + event("a", "2025-01-01", "effects: [{impose: w, before: 2025-03-01}]") +
      event("b", "2025-02-01", "effects: [{extend: w, before: 2025-02-15}]");
  CHECK(doubts(text) == Lines{"IF832 10:91-10:101 `extend: w` cuts short what ends after 2025-02-28"});
}

TEST_CASE("terms: the end of an impose that meets a running spell", "[IF833]") {
  const std::string reported =
      event("a", "2025-01-01", "evidence: reported, effects: [{impose: m, before: 2025-03-01}]");
  CHECK(of(reported + event("b", "2025-02-01", "effects: [{impose: m, before: 2025-04-01}]")) ==
        Lines{"IF833 9:91-9:101 `impose: m` gives no end to the spell that runs already, which ends after 2025-02-28"});
  CHECK(of(reported + event("b", "2025-02-01", "effects: [{impose: m}]")) ==
        Lines{"IF833 9:80-9:81 `impose: m` gives no end to the spell that runs already, which ends after 2025-02-28"});
  CHECK(of(reported + event("b", "2025-02-01", "effects: [{impose: m, through: 2025-02-28}]")).empty());
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m}]") +
           event("b", "2025-02-01", "effects: [{impose: m, policy: x, before: 2025-04-01}, {amend: m, policy: x}]")) ==
        Lines{"IF833 9:102-9:112 `impose: m` gives no end to the spell that runs already, which has no end"});
}

TEST_CASE("terms: an impose at the end of a spell begins anew", "[IF833]") {
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m, before: 2025-03-01}]") +
           event("b", "2025-03-01", "effects: [{impose: m, before: 2025-04-01}]"))
            .empty());
}

TEST_CASE("terms: a suspension that lasts longer than its measure", "[IF836]") {
  const std::string term = event("a", "2025-01-01", "effects: [{impose: m, before: 2025-03-01}]");
  CHECK(of(term + event("b", "2025-02-01", "effects: [{suspend: m, before: 2025-03-02}]")) ==
        Lines{"IF836 9:92-9:102 the suspension of `m` lasts longer than it: that ended after 2025-02-28"});
  CHECK(of(term + event("b", "2025-02-01", "effects: [{suspend: m, before: 2025-03-01}]")).empty());
  CHECK(of(term + event("b", "2025-02-01", "effects: [{suspend: m}]")).empty());
  CHECK(
      of(term + event("b", "2025-02-01", "note: All is stayed., effects: [{suspend: m, before: 2025-03-02}]")).empty());
}

TEST_CASE("terms: a measure that is lifted while suspended is no doubt", "[IF836]") {
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m}]") +
           event("b", "2025-02-01", "effects: [{suspend: m, before: 2025-06-01}]") +
           event("c", "2025-03-01", "effects: [{lift: m}]"))
            .empty());
}

TEST_CASE("terms: one day between two spells", "[IF852]") {
  const std::string first = event("a", "2025-01-01", "effects: [{impose: m, before: 2025-03-01}]");
  CHECK(of(first + event("b", "2025-03-02", "effects: [{impose: m}]")) ==
        Lines{"IF852 9:80-9:81 `m` is not in force on 2025-03-01 alone"});
  CHECK(of(first + event("b", "2025-03-01", "effects: [{impose: m}]")).empty());
  CHECK(of(first + event("b", "2025-03-03", "effects: [{impose: m}]")).empty());
  CHECK(of(first + event("b", "2025-03-02", "note: Closed for a day., effects: [{impose: m}]")).empty());
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m}]") + event("l", "2025-03-01", "effects: [{lift: m}]") +
           event("b", "2025-03-02", "effects: [{impose: m}]"))
            .empty());
}

TEST_CASE("terms: measures with inexact dates are left alone", "[IF832][IF836]") {
  CHECK(of(event("a", "2025-01", "effects: [{impose: m, before: 2025-03-01}]") +
           event("b", "2025-02-01", "effects: [{extend: m, before: 2025-02-15}]"))
            .empty());
}

TEST_CASE("effects: a date counted from what was retracted never comes", "[IF834]") {
  const std::string both = event("a", "2025-01-01", "note: A") +
                           event("b", "2025-01-02", "effective: a.date + 30 days, effects: [{impose: m}, {impose: n}]");
  CHECK(of(both).empty());
  CHECK(of(both + event("c", "2025-02-01", "retracts: [a], reason: corrected")) ==
        Lines{"IF834 9:72-9:88 this date never comes: it is counted from `a`, which was retracted"});
  CHECK(of(both + event("c", "2025-02-01", "retracts: [a, b], reason: corrected")).empty());
  CHECK(of(both + event("c", "2025-02-01", "retracts: [a], reason: corrected") +
           event("d", "2025-02-02", "retracts: [c], reason: corrected"))
            .empty());
}

TEST_CASE("effects: a date that waits for a bill is no doubt", "[IF834]") {
  CHECK(of(event("a", "2025-01-01", "evidence: proposed") +
           event("b", "2025-01-02", "effective: a.date + 30 days, effects: [{impose: m}]"))
            .empty());
}

TEST_CASE("effects: an end that never comes is told at the end", "[IF834]") {
  CHECK(of(event("a", "2025-01-01", "note: A") +
           event("b", "2025-01-02", "effects: [{impose: m, before: a.date + 30 days}]") +
           event("c", "2025-02-01", "retracts: [a], reason: corrected")) ==
        Lines{"IF834 9:91-9:107 this date never comes: it is counted from `a`, which was retracted"});
}

TEST_CASE("effects: a spell that ends when it begins", "[IF835]") {
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m, before: 2025-01-01}]")) ==
        Lines{"IF835 8:91-8:101 `m` ends when it begins, so it is never in force"});
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m, through: 2025-01-01}]")).empty());
  CHECK(of(event("a", "2025-01-01", "effects: [{impose: m, before: 2025-01-01}]") +
           event("b", "2025-01-02", "retracts: [a], reason: withdrawn"))
            .empty());
}

}  // namespace inforce::test
