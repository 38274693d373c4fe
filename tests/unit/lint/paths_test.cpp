#include "engine/lint/paths.h"

#include "tests/support/catch.h"

using namespace inforce::lint;

TEST_CASE("a path is named from the folder of the settings", "[lint]") {
  CHECK(path_from("/project", "/project", "rules/a.yaml") == "rules/a.yaml");
  CHECK(path_from("/project", "/project/rules", "us/a.yaml") == "rules/us/a.yaml");
  CHECK(path_from("/project", "/project/sub", "../rules//./a.yaml") == "rules/a.yaml");
  CHECK(path_from("/project", "/project", "/project/rules/a.yaml") == "rules/a.yaml");
  CHECK(path_from("/project/", "/project", "a.yaml") == "a.yaml");
  CHECK(path_from("/", "/project", "a.yaml") == "project/a.yaml");
  CHECK(path_from("/project", "/elsewhere", "a.yaml") == "/elsewhere/a.yaml");
  CHECK(path_from("/project", "/works", "a.yaml") == "/works/a.yaml");
  CHECK(path_from("/project", "/project", ".") == ".");
  CHECK(path_from("", "/project", "rules/a.yaml") == "rules/a.yaml");
  CHECK(path_from("", "", "./rules/a.yaml") == "rules/a.yaml");
  CHECK(path_from("", "", "") == ".");
}

TEST_CASE("a glob fits whole paths", "[lint]") {
  CHECK(glob_matches("rules/*.yaml", "rules/a.yaml"));
  CHECK_FALSE(glob_matches("rules/*.yaml", "rules/us/a.yaml"));
  CHECK_FALSE(glob_matches("rules/*", "rules/us/a.yaml"));
  CHECK(glob_matches("rules/**", "rules/us/a.yaml"));
  CHECK_FALSE(glob_matches("rules/**", "other/a.yaml"));
  CHECK(glob_matches("rules/**/a.yaml", "rules/a.yaml"));
  CHECK(glob_matches("rules/**/a.yaml", "rules/us/x/a.yaml"));
  CHECK_FALSE(glob_matches("rules/**/a.yaml", "rules/us/ba.yaml"));
  CHECK(glob_matches("**/a.yaml", "a.yaml"));
  CHECK(glob_matches("**", "x/y"));
  CHECK(glob_matches("./rules/?.yaml", "rules/a.yaml"));
  CHECK_FALSE(glob_matches("rules/?.yaml", "rules/ab.yaml"));
  CHECK_FALSE(glob_matches("rules?a.yaml", "rules/a.yaml"));
  CHECK(glob_matches("*a*b*", "xaybz"));
}

TEST_CASE("a question mark is one character, not one byte", "[lint]") {
  CHECK(glob_matches("?.yaml", "\xC3\xA9.yaml"));
  CHECK(glob_matches("??.yaml", "\xC3\xA9x.yaml"));
  CHECK_FALSE(glob_matches("??.yaml", "\xC3\xA9.yaml"));
}

TEST_CASE("a pattern without signs is a file or a folder", "[lint]") {
  CHECK(glob_matches("rules/us", "rules/us/a.yaml"));
  CHECK(glob_matches("rules/us/", "rules/us/a.yaml"));
  CHECK(glob_matches("rules/a.yaml", "rules/a.yaml"));
  CHECK_FALSE(glob_matches("rules/us", "rules/usa/a.yaml"));
  CHECK_FALSE(glob_matches("us", "rules/us/a.yaml"));
}

TEST_CASE("no pattern takes long", "[lint]") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "**a*";
  CHECK_FALSE(glob_matches(pattern, std::string(2000, 'a') + "b/"));
}
