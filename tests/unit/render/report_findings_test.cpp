#include "engine/render/report_findings.h"

#include "engine/render/report.h"
#include "tests/unit/render/report_support.h"

using namespace inforce;
using namespace inforce::render_report;

TEST_CASE("each format has a word, and each word a format", "[report]") {
  for (const auto format : {ReportFormat::text, ReportFormat::concise, ReportFormat::json, ReportFormat::sarif,
                            ReportFormat::junit, ReportFormat::github, ReportFormat::gitlab, ReportFormat::rdjson}) {
    CHECK(report_format(to_string(format)) == format);
  }
  CHECK_FALSE(report_format("xml"));
  CHECK_FALSE(report_format(""));
}

TEST_CASE("columns are characters or bytes, and the end is one past", "[report]") {
  Sources sources;
  // Two bytes, then four: one code point each.
  const auto file = sources.add("a.yaml", "x: 1\n\xC3\xA9\xF0\x9F\x98\x80: bad\r\nlast");
  const Span word{file, 13, 16};
  CHECK(sources.text(word) == "bad");
  CHECK(region_of(word, sources) == Region{2, 5, 2, 8});
  CHECK(byte_region_of(word, sources) == Region{2, 9, 2, 12});
  CHECK(byte_region_of({file, 0, 18}, sources) == Region{1, 1, 3, 1});
  CHECK(byte_region_of({file, 18, 22}, sources) == Region{3, 1, 3, 5});
}

TEST_CASE("what is shown has a character, and no line break at its end", "[report]") {
  Sources sources;
  const auto file = sources.add("a.yaml", "a: \xC3\xA9\r\n\nb:");
  CHECK(shown_span({file, 0, 7}, sources) == Span{file, 0, 5});
  CHECK(shown_span({file, 3, 3}, sources) == Span{file, 3, 5});
  CHECK(shown_span({file, 5, 5}, sources) == Span{file, 3, 5});
  CHECK(shown_span({file, 5, 7}, sources) == Span{file, 3, 5});
  CHECK(shown_span({file, 7, 7}, sources) == Span{file, 7, 7});
  CHECK(shown_span({file, 10, 10}, sources) == Span{file, 9, 10});
  const auto empty = sources.add("b.yaml", "");
  CHECK(shown_span({empty, 0, 0}, sources) == Span{empty, 0, 0});
}

TEST_CASE("paths count from where readers start", "[report]") {
  ReportSetting setting;
  CHECK(path_of("./rules//us/../a.yaml", setting) == "rules/a.yaml");
  CHECK(path_of("../a.yaml", setting) == "../a.yaml");
  setting.folder = "/home/me/repo/law";
  CHECK(path_of("rules/a.yaml", setting) == "rules/a.yaml");
  CHECK(path_of("/home/me/repo/law/rules/", setting) == "rules");
  CHECK(path_of(".", setting) == ".");
  CHECK(path_of("../a.yaml", setting) == "/home/me/repo/a.yaml");
  setting.top = "/home/me/repo/";
  CHECK(path_of("rules/a.yaml", setting) == "law/rules/a.yaml");
  CHECK(path_of("../a.yaml", setting) == "a.yaml");
  CHECK(path_of("/etc/a.yaml", setting) == "/etc/a.yaml");
  CHECK(path_of("..", setting) == ".");
  setting.top = "/elsewhere";
  CHECK(path_of("rules/a.yaml", setting) == "rules/a.yaml");
  setting.top = "/home/me/re";
  CHECK(path_of("rules/a.yaml", setting) == "rules/a.yaml");
}

TEST_CASE("a URI holds letters, digits and four signs; the rest is percent-encoded", "[report]") {
  CHECK(uri_of("rules/a-b_c.d~1.yaml") == "rules/a-b_c.d~1.yaml");
  CHECK(uri_of("a b/\xC3\xA9%:?#.yaml") == "a%20b/%C3%A9%25%3A%3F%23.yaml");
  CHECK(uri_of("\xFF") == "%FF");
  CHECK(uri_of("/tmp/a b") == "file:///tmp/a%20b");
  CHECK(uri_of("../a.yaml") == "../a.yaml");
}

TEST_CASE("what has no place is shown in the first file, else at the first root", "[report]") {
  ReportMade made;
  made.report.found.push_back(diagnostics::make(codes::no_rule_files, "no rule files below `x`"));
  const auto& one = made.report.found.front();
  CHECK(path_of(one, made.report, made.sources, made.setting) == ".");
  made.setting.roots = {"x/", "y"};
  CHECK(path_of(one, made.report, made.sources, made.setting) == "x");
  made.add("a.yaml", "");
  CHECK(path_of(one, made.report, made.sources, made.setting) == "a.yaml");
}

TEST_CASE("a fingerprint stays where a twin of its finding is suppressed", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\nb: 2\na: 1\n");
  made.report.found.push_back(diagnostics::make(codes::unknown_key, "first", Span{file, 0, 1}));
  made.report.found.push_back(diagnostics::make(codes::unknown_key, "second", Span{file, 10, 11}));
  const auto before = entries_of(made.report.found, made.report.suppressed, made.sources, made.setting);
  REQUIRE(before.size() == 2);
  CHECK(before[0].fingerprint != before[1].fingerprint);
  made.report.suppressed.push_back({made.report.found.front(), Suppressed::Where::in_source, "why"});
  made.report.found.erase(made.report.found.begin());
  const auto after = entries_of(made.report.found, made.report.suppressed, made.sources, made.setting);
  CHECK(after[0].suppressed == nullptr);
  CHECK(after[1].suppressed != nullptr);
  CHECK(after[0].fingerprint == before[1].fingerprint);
  CHECK(after[1].fingerprint == before[0].fingerprint);
}

TEST_CASE("a fingerprint stays however the path is written, the line laid out and commented on", "[report]") {
  const auto print = [](const std::string& path, const std::string& text) {
    ReportMade made;
    made.setting.folder = "/w/rules";
    const auto file = made.add(path, text);
    const auto at = static_cast<std::uint32_t>(text.find("bb"));
    made.report.found.push_back(diagnostics::make(codes::unknown_key, "first", Span{file, at, at + 2}));
    return entries_of(made.report.found, {}, made.sources, made.setting).front().fingerprint;
  };
  const auto before = print("a.yaml", "x: [aa, bb, cc]\n");
  for (const auto* path : {"./a.yaml", "../rules/a.yaml", "/w/rules/a.yaml"}) {
    CHECK(print(path, "x: [aa, bb, cc]\n") == before);
  }
  CHECK(print("a.yaml", "# more\n\n    x:  [aa,\tbb, cc] # why\n") == before);
  CHECK(print("b.yaml", "x: [aa, bb, cc]\n") != before);
  CHECK(print("a.yaml", "x: [a a, bb, cc]\n") != before);
  CHECK(print("a.yaml", "x: ['#', bb, cc]\n") != print("a.yaml", "x: ['#', bb, cd]\n"));
}

TEST_CASE("sentences begin large and end in a stop", "[report]") {
  CHECK(sentence("no such day") == "No such day.");
  CHECK(sentence("`x` is none") == "`x` is none.");
  CHECK(sentence("did you mean `y`?") == "Did you mean `y`?");
  CHECK(sentence("").empty());
  CHECK(sentences_of(diagnostics::make(codes::unknown_key, "unknown key `x`", "drop it")) ==
        "Unknown key `x`. Drop it.");
}

TEST_CASE("the summary counts what counts, and tells of the rest", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\n");
  CHECK(summary(made.report) == "Checked 1 file: 0 errors, 0 warnings.\n");
  made.find(codes::unknown_key, "x", file, "a");
  made.find(codes::no_time_zone, "y", file, "a").severity = Severity::note;
  made.find(codes::no_time_zone, "z", file, "a");
  made.suppress_last(Suppressed::Where::in_source, "why");
  CHECK(summary(made.report) == "Checked 1 file: 1 error, 0 warnings, 1 note; 1 suppressed.\n");
  CHECK(totals(made.report) == "1 error, 0 warnings, 1 note in 1 file");
}

TEST_CASE("the text report is the findings and the summary", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\n");
  CHECK(made.shown(ReportFormat::text) == "Checked 1 file: 0 errors, 0 warnings.\n");
  made.find(codes::unknown_key, "unknown key", file, "a");
  CHECK(made.shown(ReportFormat::text) ==
        "error[IF103]: unknown key\n --> a.yaml:1:1\n  |\n1 | a: 1\n  | ^\n\nChecked 1 file: 1 error, 0 warnings.\n");
}

TEST_CASE("concise is a line a finding", "[report]") {
  ReportMade made;
  const auto file = made.add("a\nb.yaml", "\xC3\xA9: 1\n");
  made.find(codes::unknown_key, "unknown \x1B key", file, "1");
  made.report.found.push_back(diagnostics::make(codes::no_rule_files, "none"));
  CHECK(made.shown(ReportFormat::concise) ==
        "a b.yaml:1:4: error[IF103] unknown \xEF\xBF\xBD key\nerror[IF002] none\n");
}
