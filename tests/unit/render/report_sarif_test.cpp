#include "engine/render/report_sarif.h"

#include "inforce/inforce.h"
#include "tests/unit/render/report_support.h"

using namespace inforce;
using namespace inforce::render_report;

namespace {

nlohmann::json run_of(const ReportMade& made) {
  const auto log = made.json(ReportFormat::sarif);
  CHECK(log["version"] == "2.1.0");
  REQUIRE(log["runs"].size() == 1);
  return log["runs"][0];
}

std::string fingerprint(const nlohmann::json& result) {
  return result["partialFingerprints"]["primaryLocationLineHash"].get<std::string>();
}

}  // namespace

TEST_CASE("SARIF names the tool, the rules found, and how columns count", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\n");
  made.setting.pages = "https://example.org/codes/";
  made.find(codes::no_time_zone, "no zone", file, "a");
  made.find(codes::unknown_key, "unknown key", file, "a");
  made.find(codes::unknown_key, "unknown key", file, "1");
  const auto run = run_of(made);
  CHECK(run["columnKind"] == "unicodeCodePoints");
  const auto& driver = run["tool"]["driver"];
  CHECK(driver["name"] == "inforce");
  CHECK(driver["semanticVersion"] == version());
  REQUIRE(driver["rules"].size() == 2);
  const auto& rule = driver["rules"][0];
  CHECK(rule["id"] == "IF103");
  CHECK(rule["name"] == "unknown_key");
  CHECK(rule["shortDescription"]["text"] == "Unknown key.");
  CHECK(rule["defaultConfiguration"]["level"] == "error");
  CHECK(rule["helpUri"] == "https://example.org/codes/IF103.md");
  CHECK(rule["properties"]["tags"] == nlohmann::json{"rules", "fields"});
  CHECK(rule["properties"]["problem.severity"] == "error");
  CHECK(driver["rules"][1]["properties"]["precision"] == "high");
  for (const auto& result : run["results"]) {
    CHECK(driver["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  }
}

TEST_CASE("what SARIF tells of a rule is its page", "[report]") {
  for (const auto& info : all_codes()) {
    INFO(to_string(info.code));
    const auto page = code_page(info.page);
    CHECK_FALSE(page.intro.empty());
    CHECK_FALSE(page.why.empty());
    CHECK(page.intro.find('\n') != 0);
    CHECK(page.intro.find("##") == std::string::npos);
    CHECK(page.all.find("# IF") != 0);
    CHECK(shortened(page.intro, 1024).size() <= 1024);
    CHECK(shortened(page.intro, 1024).size() > 20);
  }
}

TEST_CASE("a page falls into its parts", "[report]") {
  const auto page = code_page(
      "# IF1 title\n\nOne\nline.\n\nTwo.\n\n## Wrong\n\nx\n\n## Why\n\nBecause\nof it.\n\n## Related\n\nIF2.\n");
  CHECK(page.intro == "One line.\n\nTwo.");
  CHECK(page.why == "Because of it.");
  CHECK(page.all.substr(0, 4) == "One\n");
  CHECK(code_page("").intro.empty());
  CHECK(code_page("# IF1").all.empty());
}

TEST_CASE("text is shortened after a sentence, else after a word", "[report]") {
  CHECK(shortened("One. Two.", 9) == "One. Two.");
  CHECK(shortened("One. Two. Three.", 9) == "One. Two.");
  CHECK(shortened("One. Two. Three.", 8) == "One.");
  CHECK(shortened("one two three four", 12) == "one two…");
  CHECK(shortened("onetwothreefour", 12) == "…");
}

TEST_CASE("a result has a place, a level of its own and sentences", "[report]") {
  ReportMade made;
  const auto file = made.add("r/\xC3\xA9 a.yaml", "\xF0\x9F\x98\x80x: 1\nb: 2\n");
  made.setting.roots = {"r"};
  auto& one = made.find(codes::unknown_key, "unknown key `x`", file, "x");
  one.severity = Severity::warning;
  one.help = "drop it";
  one.related.push_back({made.at(file, "b"), "known since here"});
  one.related.push_back({made.at(file, "2"), ""});
  const auto run = run_of(made);
  CHECK(run["automationDetails"]["id"] == "inforce/check/r/");
  const auto& result = run["results"][0];
  CHECK(result["level"] == "warning");
  CHECK(result["message"]["text"] == "Unknown key `x`. Drop it.");
  const auto& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"] == nlohmann::json{{"uri", "r/%C3%A9%20a.yaml"}, {"uriBaseId", "%SRCROOT%"}});
  CHECK(place["region"] == nlohmann::json{{"startLine", 1}, {"startColumn", 2}, {"endLine", 1}, {"endColumn", 3}});
  REQUIRE(result["relatedLocations"].size() == 2);
  CHECK(result["relatedLocations"][0]["message"]["text"] == "Known since here.");
  CHECK(result["relatedLocations"][0]["id"] == 1);
  CHECK(result["relatedLocations"][1]["message"]["text"] == "See also here.");
  CHECK(result["suppressions"].empty());
  CHECK_FALSE(result.contains("fixes"));
}

TEST_CASE("files outside of the repository have no base", "[report]") {
  ReportMade made;
  made.find(codes::unknown_key, "x", made.add("../a.yaml", "a"), "a");
  made.find(codes::unknown_key, "x", made.add("/b.yaml", "b"), "b");
  const auto run = run_of(made);
  const auto uri = [&](std::size_t i) {
    return run["results"][i]["locations"][0]["physicalLocation"]["artifactLocation"];
  };
  CHECK(uri(0) == nlohmann::json{{"uri", "../a.yaml"}});
  CHECK(uri(1) == nlohmann::json{{"uri", "file:///b.yaml"}});
}

TEST_CASE("a result without a place is shown at the first line of a file", "[report]") {
  ReportMade made;
  made.setting.roots = {"nowhere"};
  made.report.found.push_back(diagnostics::make(codes::unreadable_file, "cannot read `nowhere`"));
  const auto run = run_of(made);
  const auto& place = run["results"][0]["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "nowhere");
  CHECK(place["region"] == nlohmann::json{{"startLine", 1}, {"startColumn", 1}, {"endLine", 1}, {"endColumn", 2}});
}

TEST_CASE("fingerprints stay where lines are inserted above", "[report]") {
  const auto fingerprints_in = [](const std::string& above) {
    ReportMade made;
    const auto file = made.add("a.yaml", above + "first: 1\nsecond: 2\n");
    made.find(codes::unknown_key, "unknown key", file, "first");
    made.find(codes::unknown_key, "unknown key", file, "second");
    const auto run = run_of(made);
    return std::pair(fingerprint(run["results"][0]), fingerprint(run["results"][1]));
  };
  const auto before = fingerprints_in("");
  CHECK(before.first != before.second);
  CHECK(fingerprints_in("# one\n# two\nthird: 3\n") == before);
}

TEST_CASE("what is suppressed says where and why", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\nb: 2\n");
  made.find(codes::no_time_zone, "x", file, "a");
  made.suppress_last(Suppressed::Where::in_source, "agreed with counsel");
  made.find(codes::no_time_zone, "y", file, "b");
  made.suppress_last(Suppressed::Where::baseline, "");
  const auto results = run_of(made)["results"];
  REQUIRE(results.size() == 2);
  CHECK(results[0]["suppressions"][0] ==
        nlohmann::json{{"kind", "inSource"}, {"status", "accepted"}, {"justification", "agreed with counsel"}});
  CHECK(results[1]["suppressions"][0]["kind"] == "external");
  CHECK(results[1]["suppressions"][0]["justification"] == "listed in the baseline");
}

TEST_CASE("a fix is replacements of exact places", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "x: NO\ny: 1\n");
  auto& one = made.find(codes::unknown_key, "x", file, "NO");
  const Span place{file, 3, 3};
  one.fix = Fix{"put it in quotes", true, {{place, "'"}, {made.at(file, "y: 1\n"), ""}}};
  const auto fix = run_of(made)["results"][0]["fixes"][0];
  CHECK(fix["description"]["text"] == "Put it in quotes.");
  const auto& changes = fix["artifactChanges"];
  REQUIRE(changes.size() == 1);
  CHECK(changes[0]["artifactLocation"]["uri"] == "a.yaml");
  CHECK(changes[0]["replacements"][0]["deletedRegion"] ==
        nlohmann::json{{"startLine", 1}, {"startColumn", 4}, {"endLine", 1}, {"endColumn", 4}});
  CHECK(changes[0]["replacements"][0]["insertedContent"]["text"] == "'");
  CHECK(changes[0]["replacements"][1]["deletedRegion"]["endLine"] == 3);
  CHECK_FALSE(changes[0]["replacements"][1].contains("insertedContent"));
}

TEST_CASE("more results than code scanning takes are cut, the mildest first, and that is said", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\nb: 2\n");
  for (int i = 0; i < 25001; ++i) made.find(codes::no_time_zone, "doubt " + std::to_string(i), file, "a");
  made.find(codes::unknown_key, "an error", file, "b");
  const auto run = run_of(made);
  CHECK(run["results"].size() == 25000);
  CHECK(run["results"][0]["ruleId"] == "IF103");
  const auto& notes = run["invocations"][0]["toolExecutionNotifications"];
  REQUIRE(notes.size() == 1);
  CHECK_THAT(notes[0]["message"]["text"].get<std::string>(), ContainsSubstring("Left out are 2 of"));
  made.report.found.erase(made.report.found.begin() + 1, made.report.found.end());
  CHECK_FALSE(run_of(made)["invocations"][0].contains("toolExecutionNotifications"));
}

TEST_CASE("analyses of several roots, or of the whole folder, have one category", "[report]") {
  ReportMade made;
  made.setting.folder = "/repo";
  CHECK(run_of(made)["automationDetails"]["id"] == "inforce/check/");
  made.setting.roots = {"."};
  CHECK(run_of(made)["automationDetails"]["id"] == "inforce/check/");
  made.setting.roots = {"/repo/law/./rules/"};
  CHECK(run_of(made)["automationDetails"]["id"] == "inforce/check/law/rules/");
  made.setting.roots = {"a", "b"};
  CHECK(run_of(made)["automationDetails"]["id"] == "inforce/check/");
}
