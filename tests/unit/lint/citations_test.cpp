// Sources that cannot be found, lead nowhere or are one (IF821, IF822, IF825), and what events rest on (IF823, IF824).
#include "tests/unit/lint/event_support.h"

namespace inforce::test {
namespace {

/// Two sources with those further keys, both cited.
Lines doubts(const std::string& first, const std::string& second, const std::string& event = "") {
  return event_doubts(
      "sources:\n"
      "  s: {title: S, publisher: P" +
      first + "}\n" + "  t: {title: T, publisher: P" + second + "}\n" +
      "events: [{id: e, title: E, date: 2025-04-09, sources: [s, t]" + event + "}]\n");
}

Lines addresses(const std::string& url) {
  return doubts(", kind: official, cite: A, url: \"" + url + "\"", ", kind: official, cite: B");
}

}  // namespace

TEST_CASE("lint citations: a source that cannot be found") {
  CHECK(doubts(", kind: official, cite: A 1", ", kind: official") ==
        Lines{"IF821 [t] `t` has neither `cite` nor `url`"});
  CHECK(doubts(", kind: official", ", kind: official, url: https://example.org/").size() == 1);
  CHECK(doubts(", kind: official, cite: A 1", ", kind: official, note: Seen in print") == Lines{});
  CHECK(doubts(", kind: official", ", kind: official") == Lines{});
}

TEST_CASE("lint citations: addresses") {
  CHECK(addresses("www.example.org/a") ==
        Lines{"IF822 [www.example.org/a] the address of `s` does not begin with `https://` or `http://`"});
  CHECK(addresses("ftp://example.org/a").size() == 1);
  CHECK(addresses("https://example.org/a b") ==
        Lines{"IF822 [https://example.org/a b] the address of `s` has a blank in it"});
  CHECK(addresses("https://").size() == 1);
  CHECK(addresses("https://example/a") == Lines{"IF822 [https://example/a] the address of `s` names no host"});
  CHECK(addresses("http://example.org:443/?p=1") == Lines{});
}

TEST_CASE("lint citations: one source told twice") {
  const std::string url = ", kind: official, url: \"https://example.org/a\"";
  CHECK(doubts(url, ", kind: press, url: \"http://www.example.org/a/#top\"") ==
        Lines{"IF825 [http://www.example.org/a/#top] `t` has the address of `s`"});
  CHECK(doubts(url + ", cite: part 1", url + ", cite: part 2") == Lines{});
  CHECK(doubts(url + ", cite: part 1", url + ", cite: part 1").size() == 1);
  CHECK(doubts(", kind: gazette, cite: 88 REG 1", ", kind: gazette, cite: 88 REG 1") == Lines{});  // other titles
  CHECK(event_doubts("sources:\n"
                     "  s: {title: S, publisher: P, kind: gazette, cite: 88 REG 1}\n"
                     "  t: {title: S, publisher: P, kind: gazette, cite: 88 REG 1, url: \"https://example.org/a\"}\n"
                     "events: [{id: e, title: E, date: 2025-04-09, sources: [s, t]}]\n") ==
        Lines{"IF825 [88 REG 1] `t` has the citation of `s`"});
  CHECK(doubts(", kind: official, cite: No. 18, url: \"https://example.org/a\"",
               ", kind: official, cite: No. 18, url: \"https://example.org/b\"") == Lines{});
  CHECK(doubts(url, ", kind: official, url: \"https://example.org/b\"") == Lines{});
}

TEST_CASE("lint evidence: official on the word of the press") {
  CHECK(doubts(", kind: press", ", kind: press") ==
        Lines{"IF823 [e] `e` counts as official, but cites the press alone"});
  CHECK(doubts(", kind: press", ", kind: press", ", evidence: official") == Lines{});
  CHECK(doubts(", kind: press", ", kind: press", ", evidence: reported") == Lines{});
  CHECK(doubts(", kind: press", ", kind: official") == Lines{});
}

TEST_CASE("lint evidence: a report that cites the law") {
  const std::string reported = ", evidence: reported";
  CHECK(doubts(", kind: gazette", ", kind: regulation", reported) ==
        Lines{"IF824 [e] `e` is `reported`, but cites the text of the law: `s`"});
  CHECK(doubts(", kind: press", ", kind: gazette, date: 2025-04-15", reported).size() == 1);
  CHECK(doubts(", kind: press", ", kind: gazette, date: 2024-04-15", reported) == Lines{});  // an older law
  CHECK(doubts(", kind: press", ", kind: gazette", reported) == Lines{});
  CHECK(doubts(", kind: gazette", ", kind: gazette", ", evidence: official") == Lines{});
}

}  // namespace inforce::test
