#include "engine/lint/settings_file.h"

#include "tests/support/catch.h"
#include "tests/support/expect.h"

using namespace inforce;
using namespace inforce::test;

namespace {

struct Read {
  explicit Read(const std::string& text) {
    settings = lint::read_settings(sources, sources.add("inforce.toml", text), found);
  }

  [[nodiscard]] std::vector<std::string> complaints() const { return brief(sources, found); }
  /// `IF8 rules/** no`, `IF804 error`.
  [[nodiscard]] std::vector<std::string> rules() const {
    std::vector<std::string> lines;
    REQUIRE(settings);
    for (const FindingRule& rule : settings->rules) {
      std::string line = rule.codes + (rule.paths.empty() ? "" : " " + rule.paths);
      if (rule.counts) line += *rule.counts ? " yes" : " no";
      if (rule.severity) line += rule.severity == Severity::error ? " error" : " milder";
      lines.push_back(line);
    }
    return lines;
  }

  Sources sources;
  std::vector<Diagnostic> found;
  std::optional<lint::SettingsFile> settings;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("all that settings can say", "[lint]") {
  const Read read(
      "x-note = 1\n"
      "[check]\nselect = [\"IF8\"]\nignore = \"IF805\"\nfail_on = \"warning\"\nrules = [\"rules\", \"drafts\"]\n"
      "baseline = \"known.json\"\n"
      "[check.severity]\nall = \"note\"\nIF804 = \"error\"\nIF80 = \"warning\"\n"
      "[[check.paths]]\npaths = [\"rules/us/**\", \"x\"]\nignore = [\"scope_never_met\"]\nseverity = {IF806 = "
      "\"error\"}\n"
      "[[check.paths]]\npaths = \"y\"\nselect = [\"IF8\"]\n");
  CHECK(read.complaints() == Lines{});
  CHECK(read.rules() == Lines{"all no", "IF8 yes", "IF805 no", "all milder", "IF80 milder", "IF804 error",
                              "scope_never_met rules/us/** no", "scope_never_met x no", "IF806 rules/us/** error",
                              "IF806 x error", "all y no", "IF8 y yes"});
  CHECK(read.settings->fail_on->mildest == Severity::warning);
  CHECK(read.settings->roots == Lines{"rules", "drafts"});
  CHECK(read.settings->baseline == "known.json");
}

TEST_CASE("settings may say nothing", "[lint]") {
  CHECK(Read("").rules() == Lines{});
  CHECK(Read("# a comment\r\n[check]\r\n").rules() == Lines{});
  CHECK_FALSE(Read("").settings->fail_on);
  const Read never("[check]\nfail_on = 'never'");
  REQUIRE(never.settings->fail_on);
  CHECK_FALSE(never.settings->fail_on->mildest);
}

TEST_CASE("all that is not understood is said in one run, each in its place", "[lint]") {
  const Read read(
      "[chekc]\n[check]\nignroe = 1\nselect = [\"IF805\", \"IF8055\", 7]\nignore = \"IF301\"\nfail_on = \"warnings\"\n"
      "baseline = true\nrules = \"\"\n[check.severity]\nIF80x = \"note\"\nIF804 = \"err\"\nIF3 = \"note\"\n"
      "[[check.paths]]\nignore = \"IF8\"\nbaseline = \"x\"\n");
  CHECK(read.complaints() ==
        Lines{"IF607 1:2-1:7 there is no key `chekc`", "IF607 3:1-3:7 there is no key `ignroe` in `check`",
              "IF608 4:30-4:31 `select` is no text", "IF604 4:20-4:28 no diagnostic has the code `IF8055`",
              "IF609 5:10-5:17 `IF301` is an error of the files, which always counts",
              "IF609 12:1-12:4 all codes that begin with `IF3` are errors of the files, which always count",
              "IF608 11:9-11:14 `err` is not `error`, `warning` or `note`",
              "IF604 10:1-10:6 no diagnostic has the code `IF80x`", "IF608 8:9-8:11 `rules` is empty",
              "IF608 7:12-7:16 `baseline` is no text",
              "IF608 6:11-6:21 `warnings` is not `error`, `warning`, `note` or `never`",
              "IF607 15:1-15:9 there is no key `baseline` in `check.paths`",
              "IF608 13:1-13:16 an entry that names no `paths`"});
  CHECK_FALSE(read.settings);
  CHECK(read.found[0].help == "did you mean `check`?");
}

TEST_CASE("values of other shapes", "[lint]") {
  CHECK(Read("check = 1").complaints() == Lines{"IF608 1:9-1:10 `check` is no table"});
  CHECK(Read("[check]\nseverity = 1").complaints() == Lines{"IF608 2:12-2:13 `severity` is no table"});
  CHECK(Read("[check]\npaths = 'x'").complaints() == Lines{"IF608 2:9-2:12 `paths` is no list of tables"});
  CHECK(Read("[check]\npaths = [1]").complaints() == Lines{"IF608 2:9-2:12 `paths` is no list of tables"});
  CHECK(Read("[check]\nselect = {}").complaints() == Lines{"IF608 2:10-2:12 `select` is no text"});
  CHECK(Read("[check]\n\"a\\nb\" = 1").complaints() == Lines{"IF607 2:1-2:7 there is no key `a?b` in `check`"});
}

TEST_CASE("places count characters, also past a byte-order mark and in long words", "[lint]") {
  CHECK(Read("\xEF\xBB\xBF[check]\n\"\xC3\xA9\xC3\xA9\" = 1 # \xC3\xA9\n").complaints() ==
        Lines{"IF607 2:1-2:5 there is no key `\xC3\xA9\xC3\xA9` in `check`"});
}

TEST_CASE("any bytes give settings or a finding within the file", "[lint]") {
  const std::string nul("[check]\nselect = \"\0\"", 19);
  for (const std::string& odd : {std::string("["),
                                 std::string("[?"),
                                 std::string("[check"),
                                 std::string("a"),
                                 std::string("a ="),
                                 std::string("\xFF\xFE"),
                                 nul,
                                 std::string("[check]\nselect = [IF8]"),
                                 std::string("[check]\n[check]\n"),
                                 std::string("a = 1\na = 2"),
                                 std::string("\r"),
                                 std::string("a = \"\"\"x"),
                                 std::string("\xEF\xBB\xBF\xEF\xBB\xBF"),
                                 std::string("a = '\xC3'"),
                                 std::string(100000, '['),
                                 "a = " + std::string(60000, '['),
                                 std::string(300, '.'),
                                 "a" + std::string(70, '.'),
                                 std::string("<<<<<<< ours\n"),
                                 std::string("a = 2023-02-30"),
                                 std::string("a = 1e999999")}) {
    const Read read(odd);
    CHECK(read.settings.has_value() == read.found.empty());
    for (const Diagnostic& one : read.found) {
      REQUIRE(one.primary);
      CHECK(one.primary->span.end <= read.sources.text(FileId{0}).size());
      CHECK(one.message.find('\n') == std::string::npos);
    }
  }
}

TEST_CASE("settings that nest as deep as they can are taken down again", "[lint]") {
  std::string deep = "a = ";
  for (int i = 0; i < 120; ++i)
    deep += "[\n{a" + std::string(30, 'b') + ".b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b = ";
  CHECK_FALSE(Read(deep).settings);
  std::string dotted;
  for (int i = 0; i < 400; ++i) dotted += "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.b" + std::to_string(i) + " = 1\n";
  CHECK_FALSE(Read(dotted).settings);
}
