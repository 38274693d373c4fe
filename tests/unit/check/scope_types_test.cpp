// Tests of scopes by the types of their attributes, wherever scopes are written.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {
namespace {

const char* const vocabulary = R"(vocabulary:
  destination: {type: country, also: [XK]}
  eccn: {type: code}
  remark: {type: text}
  share: {type: number, unit: percent}
  use: {type: code, values: [civil, military]}
  exporter: {type: code}
groups:
  countries: {title: Some countries, attribute: destination}
events:
  - id: joined
    title: One joins
    date: 2020-01-01
    sources: [s]
    effects: [{enlist: countries, members: [{id: cn, names: [CN]}]}]
)";

/// What is found where a restriction has this scope; it begins on column 60 of line 19.
Lines of_scope(const std::string& scope) {
  Lines lines = findings(std::string(vocabulary) +
                         "restrictions:\n  r: {title: R, kind: prohibition, part_of: whole, scope: '" + scope + "'}\n");
  std::erase_if(lines, [](const std::string& line) { return line.starts_with("IF802"); });
  return lines;
}

std::string columns(std::size_t begin, std::size_t end) {
  return "19:" + std::to_string(60 + begin) + "-19:" + std::to_string(60 + end) + " ";
}

}  // namespace

TEST_CASE("check scope types: tests that their attributes take") {
  for (const char* scope :
       {"tpp = 4800", "tpp != -1.5e3 and tpp in (1, 2)", "tpp < 1 or tpp <= 2 or tpp > 3 or tpp >= 4", "urgent = true",
        "review >= 2020-01-01 and review != \"2020-02-29\"", "destination in (CN, XK, SU)",
        "eccn under 3A090 or eccn = NO", "remark = \"two words\"", "use in (civil)", "exporter in group(list)",
        "destination in group(countries)"}) {
    INFO(scope);
    Lines lines = of_scope(scope);
    std::erase_if(
        lines, [](const std::string& line) { return line.starts_with("IF804") || line.starts_with("help: nobody"); });
    CHECK(lines == Lines{});
  }
}

TEST_CASE("check scope types: operators that they do not take") {
  const std::string order = "help: only numbers and dates have an order; use `=`, `!=` or `in`";
  const std::string beginning = "help: only codes have a beginning that others are under; use `=`, `!=` or `in`";
  CHECK(of_scope("destination < CN") ==
        Lines{"IF217 " + columns(12, 13) + "`<` does not go with `destination`, which is a country", order});
  CHECK(of_scope("eccn  >=  3A090") ==
        Lines{"IF217 " + columns(6, 8) + "`>=` does not go with `eccn`, which is a code", order});
  CHECK(of_scope("tpp<=1 and urgent>true") ==
        Lines{"IF217 " + columns(17, 18) + "`>` does not go with `urgent`, which is a flag", order});
  CHECK(of_scope("tpp under 4") ==
        Lines{"IF217 " + columns(4, 9) + "`under` does not go with `tpp`, which is a number", beginning});
  CHECK(of_scope("remark under a or review under 2020") ==
        Lines{"IF217 " + columns(7, 12) + "`under` does not go with `remark`, which is text", beginning,
              "IF217 " + columns(25, 30) + "`under` does not go with `review`, which is a date", beginning});
}

TEST_CASE("check scope types: values that they do not take") {
  CHECK(of_scope("tpp = CN") == Lines{"IF218 " + columns(6, 8) + "`CN` is not a number, as `tpp` takes"});
  CHECK(of_scope("share in (1, 5%x)").size() == 1);
  CHECK(of_scope("share in (1, x, inf)") ==
        Lines{"IF218 " + columns(13, 14) + "`x` is not a number, as `share` takes", "help: its unit is percent",
              "IF218 " + columns(16, 19) + "`inf` is not a number, as `share` takes", "help: its unit is percent"});
  CHECK(of_scope("urgent = yes") == Lines{"IF218 " + columns(9, 12) + "`urgent` is `true` or `false`, not `yes`"});
  CHECK(of_scope("review = 2020-13-01").front() == "IF202 " + columns(9, 19) + "there is no month 13 in `2020-13-01`");
  CHECK(of_scope("review = \"2020-01\"").front() ==
        "IF208 " + columns(9, 18) + "one exact day is needed here, not `2020-01`");
  CHECK(of_scope("end_user = list/acme") ==
        Lines{"IF218 " + columns(11, 20) + "no fact is `list/acme`: members are compared without their group",
              "help: write `acme`"});
}

TEST_CASE("check scope types: countries and declared values") {
  CHECK(of_scope("destination in (CN, UK)") ==
        Lines{"IF314 " + columns(20, 22) + "there is no country `UK`", "help: did you mean `GB` (United Kingdom)?"});
  CHECK(of_scope("destination != China") ==
        Lines{"IF314 " + columns(15, 20) + "there is no country `China`", "help: did you mean `CN` (China)?"});
  CHECK(of_scope("destination = EU") ==
        Lines{"IF314 " + columns(14, 16) + "there is no country `EU`",
              "help: give the two letters of ISO 3166-1; a code that it lacks is declared by `also` of `destination`"});
  CHECK(of_scope("use = militry") == Lines{"IF315 " + columns(6, 13) + "`militry` is none of the values of `use`",
                                           "help: did you mean `military`?",
                                           "there: 8:3-8:6 declared with `values` here"});
  CHECK(of_scope("use = x")[1] == "help: one of `civil`, `military`");
}

TEST_CASE("check scope types: groups of values of the type") {
  CHECK(of_scope("tpp in group(list)") ==
        Lines{"IF316 " + columns(13, 17) + "`list` is a group of values of `end_user`, a code, and `tpp` is a number",
              "there: 11:10-11:14 the group"});
  CHECK(of_scope("end_user in group(countries)").front().starts_with("IF316 " + columns(18, 27)));
}

TEST_CASE("check scope types: every fault of a scope is found, beside names that are unknown") {
  const Lines lines = of_scope("itm = 1 and tpp = CN and not (end_user in group(lst) or urgent < true)");
  Lines codes;
  for (const std::string& line : lines) {
    if (line.starts_with("IF")) codes.push_back(line.substr(0, 5));
  }
  CHECK(codes == Lines{"IF307", "IF218", "IF308", "IF217"});
}

TEST_CASE("check scope types: scopes of authorizations, regimes and effects") {
  const Lines lines = findings(R"(authorizations:
  a: {title: A, releases: [m], scope: tpp = CN}
coverage:
  c: {title: C, from: 2020-01-01, reviewed: 2020-02-01, scope: urgent > true}
events:
  - {id: e, title: E, date: 2021-01-01, sources: [s], effects: [{amend: m, scope: tpp under 4}]}
)");
  Lines faults;
  for (const std::string& line : lines) {
    if (line.starts_with("IF")) faults.push_back(line.substr(0, line.find('-')));
  }
  CHECK(faults == Lines{"IF218 4:45", "IF217 6:71", "IF217 8:87"});
}

TEST_CASE("check scope types: values that stand twice in a list") {
  CHECK(of_scope("destination in (CN, HK, CN)") ==
        Lines{"IF806 " + columns(24, 26) + "`CN` stands twice in the list", "there: 19:76-19:78 the same value"});
  CHECK(of_scope("tpp in (4800, 1, 4800.0)").front() ==
        "IF806 " + columns(17, 23) + "`4800.0` stands twice in the list");
  CHECK(of_scope("eccn in (1, 01, 1.0)") == Lines{});
}

}  // namespace inforce::test
