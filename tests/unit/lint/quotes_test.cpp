// Quotes against dates (IF816, IF817, IF818).
#include "tests/unit/lint/event_support.h"

namespace inforce::test {
namespace {

Lines doubts(const std::string& event, const std::string& effect = "", const std::string& source = "") {
  return event_doubts(one_event(", kind: gazette" + source, event, effect));
}

}  // namespace

TEST_CASE("lint quotes: a day that is no date of the event") {
  CHECK(doubts(", date: 2025-09-30, quote: \"effective September 27, 2025\"") ==
        Lines{"IF816 [September 27, 2025] the quote gives `September 27, 2025`, which is no date of `e`"});
  CHECK(doubts(", date: 2025-09-30, quote: 自2025年9月27日起").size() == 1);
  CHECK(doubts(", date: 2025-09-30, quote: \"In August 2025 and on 2025-09-27\"").size() == 1);
}

TEST_CASE("lint quotes: one that fits is enough") {
  const std::string date = ", date: 2025-09-30, quote: ";
  CHECK(doubts(date + "\"September 30, 2025\"") == Lines{});
  CHECK(doubts(date + "\"from January 1, 2020 to September 30, 2025\"") == Lines{});
  CHECK(doubts(date + "\"until November 10, 2026\"", ", through: 2026-11-09") == Lines{});
  CHECK(doubts(date + "\"through November 9, 2026\"", ", before: 2026-11-10") == Lines{});
  CHECK(doubts(date + "\"from 2025-11-29\"", ", effective: date + 60 days") == Lines{});
  CHECK(doubts(date + "\"comply by 1 December 2025\"", ", compliance: 2025-12-01") == Lines{});
  CHECK(doubts(date + "effective immediately") == Lines{});
  CHECK(doubts(date + "\"October 1, 2025\"").size() == 1);  // a day off is off
  CHECK(doubts(date + "\"until November 8, 2026\"", ", through: 2026-11-09").size() == 1);
  CHECK(doubts(", date: \"[2025-09-01..2025-10-01]\", quote: \"in September 2025\"") == Lines{});
}

TEST_CASE("lint quotes: who only speaks of others") {
  CHECK(event_doubts(
            "sources: {s: {title: S, publisher: P, kind: gazette}}\n"
            "events: [{id: e, title: E, date: 2025-11-07, sources: [s], quote: \"from November 10, 2026\"}]\n") ==
        Lines{});
}

TEST_CASE("lint quotes: of a source") {
  const std::string source = "sources: {s: {title: S, publisher: P, kind: gazette, quote: \"from April 1, 2025\"}}\n";
  const std::string first = "{id: e, title: E, date: 2025-04-09, sources: [s], effects: [{impose: m}]}";
  CHECK(event_doubts(source + "events: [" + first + "]\n") ==
        Lines{"IF816 [April 1, 2025] the quote gives `April 1, 2025`, which is no date of any event that cites `s`"});
  CHECK(event_doubts(source + "events: [" + first +
                     ", {id: f, title: F, date: 2025-04-01, sources: [s], effects: [{impose: n}]}]\n") == Lines{});
  CHECK(event_doubts(source + "events: [" + first + ", {id: f, title: F, date: 2026-04-01, sources: [s]}]\n") ==
        Lines{});
}

TEST_CASE("lint quotes: a quote of several lines is underlined as a whole") {
  const std::string text =
      "sources: {s: {title: S, publisher: P, kind: gazette}}\n"
      "events:\n"
      "  - id: e\n"
      "    title: E\n"
      "    date: 2025-09-30\n"
      "    sources: [s]\n"
      "    effects: [{impose: m}]\n"
      "    quote: >-\n"
      "      effective September\n"
      "      27, 2025\n";
  CHECK(event_doubts(text) == Lines{"IF816 [>-] the quote gives `September 27, 2025`, which is no date of `e`"});
}

TEST_CASE("lint quotes: an inexact date where the quote has the day") {
  CHECK(doubts(", date: 2025-04, quote: \"On April 9, 2025, we were told\"") ==
        Lines{"IF817 [2025-04] `date` is `2025-04`, but a quote gives `2025-04-09`"});
  CHECK(doubts(", date: 2025-04", "", ", quote: \"On April 9, 2025, we were told\"").size() == 1);
  CHECK(doubts(", date: 2025-04-01, quote: \"ends April 9, 2026\"", ", through: 2026-04") ==
        Lines{"IF817 [2026-04] `through` is `2026-04`, but a quote gives `2026-04-09`"});
  CHECK(doubts(", date: 2025-04, quote: \"in April 2025\"") == Lines{});
  CHECK(doubts(", date: 2025-04, known: 2025-04-15, quote: \"On April 15, 2025, we said so\"") == Lines{});
  CHECK(doubts(", date: \"[2025-04-02..2025-04-09]\", quote: \"by April 9, 2025\"") == Lines{});
  CHECK(doubts(", date: \"[2025-04-02..2025-04-09]\", quote: \"on April 8, 2025\"").size() == 1);
  CHECK(doubts(", date: unknown, quote: \"by April 9, 2025\"") == Lines{});
}

TEST_CASE("lint quotes: a day where the quote has the month") {
  const std::string quote = ", quote: \"In April 2025 we were told\"";
  CHECK(doubts(", date: 2025-04-09" + quote) ==
        Lines{"IF818 [2025-04-09] `date` names a day, but what is quoted gives the month alone"});
  CHECK(doubts(", date: 2025-04-09", "", quote).size() == 1);
  CHECK(doubts(", date: 2025-04" + quote) == Lines{});
  CHECK(doubts(", date: 2025-04-09, known: 2025-04-10" + quote, "", ", date: 2025-04-10") == Lines{});
  CHECK(doubts(", date: 2025-04-09" + quote, "", ", quote: \"on 9 April 2025\"") == Lines{});
  CHECK(doubts(", date: 2025-04-09" + quote, "", ", date: 2025-05-10") ==
        Lines{"IF818 [2025-04-09] `date` names a day, but what is quoted gives the month alone",
              "IF819 [2025-04-09] `e` counts as known from 2025-04-09, but the earliest of its sources is of "
              "`2025-05-10`"});
}

}  // namespace inforce::test
