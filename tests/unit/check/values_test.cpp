// Vocabularies that say which values there are, and values of items, effects and jurisdictions.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check values: a vocabulary may list values and further countries") {
  CHECK(findings(R"(vocabulary:
  use: {type: code, values: [civil, military]}
  from: {type: country, also: [XK]}
  remark: {type: text, values: ["two words"]}
items:
  a: {use: civil, from: XK, remark: two words}
  b: {from: [CN, SU, DD], use: [civil, military]}
)") == Lines{});
}

TEST_CASE("check values: lists that do not go with the type, and empty ones") {
  CHECK(findings(R"(vocabulary:
  a: {type: number, values: [1]}
  b: {type: code, also: [XK]}
  c: {type: code, values: []}
  d: {type: country, also: [Kosovo, xk]}
  e: {type: colour, values: [red], also: [XK]}
)") == Lines{"IF121 4:21-4:27 `values` goes with codes and text alone",
             "IF121 5:19-5:23 `also` goes with countries alone", "IF105 6:27-6:29 `values` names none",
             "help: leave the key out, where any value will do",
             "IF314 7:29-7:35 `Kosovo` is not written as the code of a country", "help: write two capital letters",
             "IF314 7:37-7:39 `xk` is not written as the code of a country", "help: write two capital letters",
             "IF106 8:13-8:19 `colour` is not a word for `type`",
             "help: one of `code`, `country`, `text`, `number`, `date`, `flag`"});
}

TEST_CASE("check values: facts of items and attributes of effects") {
  CHECK(findings(R"(vocabulary:
  use: {type: code, values: [civil, military]}
  from: {type: country}
items:
  a: {use: civl, from: [CN, USA]}
events:
  - {id: e, title: E, date: 2021-01-01, sources: [s], effects: [{amend: m, use: peace, from: xx}]}
)") == Lines{"IF315 7:12-7:16 `civl` is none of the values of `use`", "help: did you mean `civil`?",
             "there: 4:3-4:6 declared with `values` here", "IF314 7:29-7:32 there is no country `USA`",
             "help: did you mean `US` (United States)?", "IF315 9:81-9:86 `peace` is none of the values of `use`",
             "help: one of `civil`, `military`", "there: 4:3-4:6 declared with `values` here",
             "IF314 9:94-9:96 there is no country `xx`",
             "help: give the two letters of ISO 3166-1; a code that it lacks is declared by `also` of `from`"});
}

TEST_CASE("check values: jurisdictions") {
  for (const char* fine : {"US", "EU", "UN", "SU", "XK"}) {
    INFO(fine);
    CHECK(findings("vocabulary: {from: {type: country, also: [XK]}}\nauthorities: {a: {name: A, jurisdiction: " +
                   std::string(fine) + "}}\n") == Lines{});
  }
  CHECK(findings("authorities: {a: {name: A, jurisdiction: UK}}\n") ==
        Lines{"IF314 3:42-3:44 there is no country `UK`", "help: did you mean `GB` (United Kingdom)?"});
  CHECK(findings("authorities: {a: {name: A, jurisdiction: QQ}}\n") ==
        Lines{"IF314 3:42-3:44 there is no country `QQ`",
              "help: write the two capital letters of the country, or `EU`, or `UN`"});
  CHECK(findings("authorities: {a: {name: A, jurisdiction: China}}\n") ==
        Lines{"IF114 3:42-3:47 `China` is not a jurisdiction", "help: did you mean `CN` (China)?"});
}

TEST_CASE("check values: many misspelt members cost a bounded search") {
  std::string members = "acme";
  std::string delisted = "acmee";
  for (int i = 0; i < 5000; ++i) members += ", party-" + std::to_string(i);
  for (int i = 0; i < 3000; ++i) delisted += ", prty-" + std::to_string(i);
  const Lines lines = findings(
      "events:\n  - {id: e, title: E, date: 2021-01-01, sources: [s], effects: [{enlist: list, "
      "members: [" +
      members +
      "]}]}\n  - {id: f, title: F, date: 2022-01-01, sources: [s], "
      "effects: [{delist: list, members: [" +
      delisted + "]}]}\n");
  REQUIRE(lines.size() > 3001);
  CHECK(lines[0].ends_with("`acmee` is never enlisted in `list`"));
  CHECK(lines[1] == "help: did you mean `acme`?");
}

}  // namespace inforce::test
