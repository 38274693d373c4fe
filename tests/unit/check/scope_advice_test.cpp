// Scopes that no case meets, and scopes that every case meets.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {
namespace {

Lines of(const std::string& records) {
  Lines lines = findings(records);
  bool passed_over = false;
  std::erase_if(lines, [&](const std::string& line) {
    if (line.starts_with("IF")) passed_over = line.starts_with("IF802");
    return passed_over;
  });
  return lines;
}

/// Of a restriction with this scope, which begins on column 44 of line 4.
Lines of_scope(const std::string& scope) {
  return of("restrictions:\n  r: {title: R, kind: prohibition, scope: '" + scope + "'}\n");
}

}  // namespace

TEST_CASE("check scope advice: scopes that some case meets and some does not are left alone") {
  for (const char* scope :
       {"item = a", "item != a and item != b", "tpp > 1 and tpp < 2", "end_user in group(list)",
        "end_user = acme and end_user in group(list)", "item = a and not end_user in group(list)"}) {
    INFO(scope);
    CHECK(of_scope(scope) == Lines{});
  }
}

TEST_CASE("check scope advice: two tests that exclude each other") {
  CHECK(of_scope("item = a and tpp > 2 and tpp < 1") ==
        Lines{"IF804 4:69-4:76 no case with one value for each fact meets this part of the scope and another",
              "help: write `or`, if either is enough", "there: 4:57-4:64 the other, which excludes it"});
}

TEST_CASE("check scope advice: one test that nothing meets") {
  CHECK(of_scope("item = a and not (tpp < 1 or tpp >= 1)") ==
        Lines{"IF804 4:57-4:81 no case with one value for each fact meets this part of the scope"});
  CHECK(of_scope("end_user = bob and end_user in group(list)") ==
        Lines{"IF804 4:63-4:86 no case with one value for each fact meets this part of the scope and another",
              "help: write `or`, if either is enough", "there: 4:44-4:58 the other, which excludes it"});
  CHECK(of("groups: {none: {title: None, attribute: end_user}}\n"
           "restrictions: {r: {title: R, kind: prohibition, scope: end_user in group(none)}}\n") ==
        Lines{"IF804 4:56-4:79 no case with one value for each fact meets this scope",
              "help: nobody is ever enlisted in `none`"});
}

TEST_CASE("check scope advice: three that exclude each other only together") {
  CHECK(of_scope("tpp != 1 and (item = a or tpp = 1) and (item != a or tpp = 1)") ==
        Lines{"IF804 4:44-4:105 no case with one value for each fact meets this scope"});
}

TEST_CASE("check scope advice: a branch that nothing meets") {
  CHECK(of_scope("item = a or item = b and item = c") ==
        Lines{"IF804 4:69-4:77 no case with one value for each fact meets this part of the scope and another",
              "help: write `or`, if either is enough", "there: 4:56-4:64 the other, which excludes it"});
}

TEST_CASE("check scope advice: a scope that every case meets") {
  CHECK(of_scope("tpp < 2 or tpp > 1") ==
        Lines{"IF805 4:44-4:62 every case meets this scope", "help: leave it out, if every case is meant"});
  CHECK(of_scope("urgent = true or urgent = false").front().starts_with("IF805"));
}

TEST_CASE("check scope advice: a part acts within the scope of its whole") {
  const std::string whole = "restrictions:\n  w: {title: W, kind: prohibition, scope: item = a}\n";
  CHECK(of(whole + "  p: {title: P, kind: prohibition, part_of: w, scope: tpp > 1}\n") == Lines{});
  CHECK(of(whole + "  p: {title: P, kind: prohibition, part_of: w, scope: item = b}\n") ==
        Lines{"IF804 5:55-5:63 no case with one value for each fact meets this scope and that of the whole",
              "there: 4:43-4:51 the scope of `w`"});
}

TEST_CASE("check scope advice: scopes of regimes, authorizations and amendments") {
  Lines codes;
  for (const std::string& line : of(R"(authorizations:
  a: {title: A, releases: [m], scope: item = a and item = b}
coverage:
  c: {title: C, from: 2020-01-01, reviewed: 2020-02-01, scope: tpp < 2 or tpp > 1}
events:
  - {id: e, title: E, date: 2021-01-01, sources: [s], effects: [{amend: m, scope: urgent != true and urgent != false}]}
)")) {
    if (line.starts_with("IF")) codes.push_back(line.substr(0, 7));
  }
  CHECK(codes == Lines{"IF804 4", "IF805 6", "IF804 8"});
}

TEST_CASE("check scope advice: where there are errors, they come first") {
  CHECK(of_scope("item = a and item = b and tpp = x").front().starts_with("IF218"));
}

}  // namespace inforce::test
