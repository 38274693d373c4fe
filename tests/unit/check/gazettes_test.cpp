// Gazettes: how they are cited, and that no answer hangs on them (IF122).
#include "inforce/rulebook.h"
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check gazettes: what cannot be cited") {
  CHECK(findings(R"(gazettes:
  a: {title: A, citation: VOLUME REG PAGE}
  b: {title: B, citation: REG PAGE}
  c: {title: C, citation: "J. YEAR, NUMBER", first_year: 2000}
  d: {title: D, citation: VOLUME REG PAGE, first_year: MMX}
  e: {title: E}
  f: {title: F, citation: J. YEAR, calendar: col}
)") == Lines{"IF122 4:27-4:42 volumes are counted, but no `first_year` says from when",
             "help: give the year of the first volume",
             "IF122 5:27-5:35 `REG PAGE` does not say how the gazette is cited",
             "help: give its name and one of `VOLUME` and `YEAR`, such as `VOLUME FR PAGE`",
             "IF122 6:58-6:62 `first_year` is given, but no `VOLUME` is cited",
             "IF108 7:56-7:59 `MMX` is not a whole number", "IF104 8:3-8:4 a gazette needs `citation`",
             "IF306 9:46-9:49 there is no calendar `col`", "help: did you mean `cal`?"});
}

TEST_CASE("check gazettes: no part of the digest") {
  const auto digest = [](const std::string& more) {
    Sources sources;
    const std::vector<std::string> roots{"."};
    return load(*memory_files({{"base.yaml", std::string(base_rules()) + more}}), roots, sources).value().digest();
  };
  CHECK(digest("") == digest("gazettes: {a: {title: A, citation: VOLUME A PAGE, first_year: 1936, calendar: cal}}\n"));
}

}  // namespace inforce::test
