#include "tests/unit/render/report_support.h"

using namespace inforce;
using namespace inforce::render_report;

TEST_CASE("JSON holds fixes, fingerprints and what is suppressed", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "x: NO\ny: 1\n");
  made.setting.pages = "https://example.org/codes/";
  auto& one = made.find(codes::unknown_key, "unknown key", file, "NO");
  one.fix = Fix{"put `NO` in quotes", true, {{made.at(file, "NO"), "\"NO\""}}};
  made.find(codes::no_time_zone, "no zone", file, "y");
  made.suppress_last(Suppressed::Where::in_source, "known to us");
  made.find(codes::no_time_zone, "no zone at all", file, "1");
  made.suppress_last(Suppressed::Where::baseline, "");
  const auto json = made.json(ReportFormat::json);
  REQUIRE(json["diagnostics"].size() == 1);
  const auto& first = json["diagnostics"][0];
  CHECK(first["name"] == "unknown_key");
  CHECK(first["url"] == "https://example.org/codes/IF103.md");
  CHECK(first["fingerprint"].get<std::string>().size() == 64);
  CHECK(first["fix"]["title"] == "put `NO` in quotes");
  CHECK(first["fix"]["safe"] == true);
  CHECK(first["fix"]["edits"][0] ==
        nlohmann::json{
            {"file", "a.yaml"}, {"line", 1}, {"column", 4}, {"end_line", 1}, {"end_column", 6}, {"text", "\"NO\""}});
  REQUIRE(json["suppressed"].size() == 2);
  CHECK(json["suppressed"][0]["where"] == "comment");
  CHECK(json["suppressed"][0]["reason"] == "known to us");
  CHECK(json["suppressed"][0]["fix"].is_null());
  CHECK(json["suppressed"][1]["where"] == "baseline");
  CHECK(json["suppressed"][1]["reason"].is_null());
  CHECK(json["errors"] == 1);
  CHECK(json["warnings"] == 0);
  CHECK(json["notes"] == 0);
}

TEST_CASE("no format throws at bytes that are not UTF-8", "[report]") {
  const std::string bad = "\xFF\xC3(\xED\xA0\x80 \x01";
  ReportMade made;
  const auto file = made.add("a" + bad + ".yaml", "x" + bad + ": 1\n");
  auto& one = made.find(codes::unknown_key, "unknown " + bad, file, bad);
  one.help = bad;
  one.related.push_back({made.at(file, "1"), bad});
  one.fix = Fix{bad, false, {{made.at(file, bad), bad}}};
  made.find(codes::unknown_key, bad, file, "1");
  made.suppress_last(Suppressed::Where::in_source, bad);
  made.setting.roots = {bad};
  made.setting.folder = "/" + bad;
  for (const auto format : {ReportFormat::text, ReportFormat::concise, ReportFormat::json, ReportFormat::sarif,
                            ReportFormat::junit, ReportFormat::github, ReportFormat::gitlab, ReportFormat::rdjson}) {
    INFO(to_string(format));
    const auto text = made.shown(format);
    CHECK_FALSE(text.empty());
    CHECK(text.find('\xFF') == std::string::npos);
    CHECK(text.find('\x01') == std::string::npos);
  }
}

TEST_CASE("GitLab knows path, line and weight, and no two fingerprints are equal", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\nb:\n  a: 1\n");
  made.setting.folder = "/repo/law";
  made.setting.top = "/repo";
  made.find(codes::unknown_key, "unknown key", file, "a").help = "drop it";
  made.report.found.push_back(diagnostics::make(codes::unknown_key, "unknown key", Span{file, 10, 11}));
  made.find(codes::no_time_zone, "no zone", file, "b:\n  a: 1");
  made.find(codes::no_time_zone, "a note", file, "b").severity = Severity::note;
  made.find(codes::no_time_zone, "quiet", file, "1");
  made.suppress_last(Suppressed::Where::in_source, "why");
  made.report.found.push_back(diagnostics::make(codes::no_rule_files, "none"));
  const auto list = made.json(ReportFormat::gitlab);
  REQUIRE(list.size() == 5);
  CHECK(list[0]["description"] == "IF103: Unknown key. Drop it.");
  CHECK(list[0]["check_name"] == "IF103");
  CHECK(list[0]["severity"] == "critical");
  CHECK(list[0]["location"]["path"] == "law/a.yaml");
  CHECK(list[1]["location"]["lines"]["begin"] == 3);
  CHECK(list[0]["fingerprint"] != list[1]["fingerprint"]);
  CHECK(list[2]["severity"] == "minor");
  CHECK(list[2]["location"]["lines"] == nlohmann::json{{"begin", 2}, {"end", 3}});
  CHECK(list[3]["severity"] == "info");
  CHECK(list[4]["location"]["path"] == "law/a.yaml");
  CHECK(list[4]["location"]["lines"]["begin"] == 1);
}

TEST_CASE("rdjson counts bytes, and a fix of several edits is one suggestion", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "\xE4\xB8\xAD: [NO, b, SE]\n");
  auto& one = made.find(codes::unknown_key, "unknown key", file, "NO");
  one.help = "quote it";
  one.related.push_back({made.at(file, "SE"), "this too"});
  one.fix = Fix{"put them in quotes", true, {{made.at(file, "SE"), "'SE'"}, {made.at(file, "NO"), "'NO'"}}};
  made.find(codes::no_time_zone, "no zone", file, "b");
  const auto json = made.json(ReportFormat::rdjson);
  CHECK(json["source"]["name"] == "inforce");
  CHECK(json["severity"] == "ERROR");
  const auto& first = json["diagnostics"][0];
  CHECK(first["message"] == "Unknown key. Quote it.");
  CHECK(first["severity"] == "ERROR");
  CHECK(first["code"] == nlohmann::json{{"value", "IF103"}});
  CHECK(first["location"]["path"] == "a.yaml");
  CHECK(first["location"]["range"]["start"] == nlohmann::json{{"line", 1}, {"column", 7}});
  CHECK(first["location"]["range"]["end"] == nlohmann::json{{"line", 1}, {"column", 9}});
  REQUIRE(first["suggestions"].size() == 1);
  CHECK(first["suggestions"][0]["text"] == "'NO', b, 'SE'");
  CHECK(first["suggestions"][0]["range"]["start"]["column"] == 7);
  CHECK(first["suggestions"][0]["range"]["end"]["column"] == 16);
  CHECK(first["related_locations"][0]["message"] == "this too");
  CHECK(json["diagnostics"][1]["severity"] == "WARNING");
  CHECK_FALSE(json["diagnostics"][1].contains("suggestions"));
}
