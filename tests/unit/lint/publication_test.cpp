// Gazettes: their days, volumes and dates against those of events (IF812, IF813, IF814, IF818, IF826).
#include "tests/unit/lint/event_support.h"

namespace inforce::test {
namespace {

/// A rule that is made days before it is printed counts as known too early (IF819), which is not the matter here.
Lines but_for_knowledge(Lines lines) {
  std::erase_if(lines, [](const std::string& line) { return line.starts_with("IF819"); });
  return lines;
}

Lines doubts(const std::string& source, const std::string& event) {
  return but_for_knowledge(event_doubts(one_event(source, event)));
}

const std::string cited = ", kind: gazette, cite: 88 REG 1";

}  // namespace

TEST_CASE("lint publication: days on which the gazette did not appear") {
  CHECK(doubts(cited, ", date: 2023-10-17, published: 2023-10-28") ==
        Lines{"IF812 [2023-10-28] The Register did not appear on 2023-10-28, a Saturday"});
  CHECK(doubts(", kind: gazette, cite: 83 REG 1, date: 2018-01-01", ", date: 2017-12-28") ==
        Lines{"IF812 [2018-01-01] The Register did not appear on 2018-01-01, a Monday and New Year"});
  CHECK(doubts(", kind: regulation, cite: 88 REG 1, date: 2023-10-28", ", date: 2023-10-17") ==
        Lines{"IF812 [2023-10-28] The Register did not appear on 2023-10-28, a Saturday"});
  CHECK(doubts(cited, ", date: 2023-10-17, published: 2023-10-27") == Lines{});
  CHECK(doubts(cited, ", date: 2023-10-17, published: 2023-10-26") == Lines{});  // closed at short notice
  CHECK(doubts(cited, ", date: 2023-10-17, published: 2023-10") == Lines{});
}

TEST_CASE("lint publication: no gazette, no day") {
  CHECK(doubts(", kind: gazette", ", date: 2023-10-17, published: 2023-10-28") == Lines{});
  CHECK(doubts(", kind: gazette, cite: 88 OTHER 1", ", date: 2023-10-17, published: 2023-10-28") == Lines{});
  CHECK(doubts(", kind: filing, cite: 88 REG 1", ", date: 2023-10-17, published: 2023-10-28") == Lines{});
  CHECK(doubts(", kind: gazette, cite: 40 REG 1, date: 1975-01-04", ", date: 1975-01-01") == Lines{});  // not known
}

TEST_CASE("lint publication: years of citations") {
  CHECK(doubts(", kind: gazette, cite: \"see 89 REG 1, p. 2\", date: 2023-10-25", ", date: 2023-10-17") ==
        Lines{"IF813 [89 REG 1] `89 REG 1` is of 2024, but the source is dated `2023-10-25`"});
  CHECK(doubts(", kind: gazette, cite: 88 REG 1, date: \"[2023-12-29..2024-01-02]\"", ", date: 2023-10-17") == Lines{});
  CHECK(doubts(cited, ", date: 2024-10-17, published: 2024-10-25") ==
        Lines{"IF813 [2024-10-25] `88 REG 1` is of 2023, but `e` was published in 2024"});
  CHECK(doubts(", kind: press, cite: 89 REG 1, date: 2023-10-25", ", date: 2023-10-17, evidence: reported") == Lines{});
  CHECK(doubts(cited + ", date: 2023-12-29", ", date: 2023-12-27, published: 2022-10-25").size() == 1);  // IF826 alone
}

TEST_CASE("lint publication: a year that is cited itself") {
  const std::string text =
      "gazettes: {j: {title: The Journal, citation: \"J. YEAR, NUMBER\"}}\n"
      "sources: {s: {title: S, publisher: P, kind: gazette, cite: \"J. 2023, 7\", date: 2024-01-06}}\n"
      "events: [{id: e, title: E, date: 2024-01-05, sources: [s]}]\n";
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto report =
      check(*memory_files({{"a.yaml", "inforce: 1\ndefaults: {time_zone: UTC}\n" + text}}), roots, {}, sources);
  CHECK(brief(sources, report.found) ==
        Lines{"IF813 4:61-4:71 `J. 2023, 7` is of 2023, but the source is dated `2024-01-06`"});
}

TEST_CASE("lint publication: the day of the gazette cited") {
  const std::string plain = ", kind: gazette, date: ";
  CHECK(doubts(plain + "2019-05-21", ", date: 2019-05-16, published: 2019-05-22") ==
        Lines{"IF814 [2019-05-22] `e` was published on 2019-05-22, but the gazette cited is of `2019-05-21`"});
  CHECK(doubts(plain + "2019-05-24", ", date: 2019-05-16, published: 2019-05-22").size() == 1);
  CHECK(doubts(plain + "2019-05-22", ", date: 2019-05-16, published: 2019-05-22") == Lines{});
  CHECK(doubts(plain + "2022-04-11", ", date: 2022-02-14, published: 2022-02-14") == Lines{});  // a later document
  CHECK(doubts(plain + "2019-05", ", date: 2019-05-16, published: 2019-05-22") ==
        Lines{"IF818 [2019-05-22] `published` names a day, but the gazette cited is dated `2019-05`"});
  CHECK(doubts(plain + "2019-05-21", ", date: 2019-05-16, published: 2019-05") == Lines{});
  CHECK(doubts(", kind: press, date: 2019-05-21", ", date: 2019-05-16, published: 2019-05-22, evidence: official") ==
        Lines{});
}

TEST_CASE("lint publication: one of several documents is enough") {
  const std::string sources =
      "sources:\n"
      "  s: {title: S, publisher: P, kind: gazette, date: 2020-03-12}\n"
      "  t: {title: T, publisher: P, kind: gazette, date: 2020-03-27}\n";
  CHECK(but_for_knowledge(event_doubts(
            sources + "events: [{id: e, title: E, date: 2020-03-10, published: 2020-03-12, sources: [s, t]}]\n")) ==
        Lines{});
  CHECK(but_for_knowledge(event_doubts(
            sources + "events: [{id: e, title: E, date: 2020-03-10, published: 2020-03-13, sources: [s, t]}]\n")) ==
        Lines{"IF814 [2020-03-13] `e` was published on 2020-03-13, but the gazette cited is of `2020-03-12`"});
}

TEST_CASE("lint publication: dates after it") {
  const std::string source = ", kind: gazette";
  CHECK(doubts(source, ", date: 2025-01-15, filed: 2025-02-10, published: 2025-01-16") ==
        Lines{"IF826 [2025-02-10] `filed` is 2025-02-10, after the event was published on 2025-01-16"});
  CHECK(doubts(source, ", date: 2025-02-15, published: 2025-01-16") ==
        Lines{"IF826 [2025-02-15] `date` is 2025-02-15, after the event was published on 2025-01-16"});
  CHECK(doubts(source, ", date: 2025-01-15, announced: 2025-01-15, known: 2025-01-17, published: 2025-01-16").size() ==
        1);
  CHECK(doubts(source, ", date: 2025-01, published: 2025-01-16") == Lines{});
  CHECK(doubts(source, ", date: 2025-01-16, filed: 2025-01-16, published: 2025-01-16") == Lines{});
}

}  // namespace inforce::test
