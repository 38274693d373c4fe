#include "engine/render/report.h"
#include "tests/unit/render/report_support.h"

using namespace inforce;
using namespace inforce::render_report;

TEST_CASE("an annotation names place, code and title, and no sign of it can be forged", "[report]") {
  ReportMade made;
  const auto file = made.add("a,b:c%\n.yaml", "\xC3\xA9: bad\n");
  made.find(codes::bad_date, "50% of `x::y`\n::error::fake", file, "bad").help = "write it, as said";
  CHECK(made.shown(ReportFormat::github) ==
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=1,endLine=1,col=4,endColumn=7,title=IF201 date not understood::"
        "50%25 of `x::y`%0A::error::fake. Write it, as said.\n");
}

TEST_CASE("columns are left out where a place has several lines, and all of it where there is none", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a:\n  b\n");
  made.find(codes::unknown_key, "unknown", file, "a:\n  b\n");
  made.report.found.push_back(diagnostics::make(codes::no_rule_files, "none"));
  CHECK(made.shown(ReportFormat::github) ==
        "::error file=a.yaml,line=1,endLine=2,title=IF103 unknown key::Unknown.\n"
        "::error title=IF002 no rule files found::None.\n");
}

TEST_CASE("the worst stand first, and nothing that is suppressed", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\n");
  made.find(codes::no_time_zone, "note", file, "a").severity = Severity::note;
  made.find(codes::no_time_zone, "warning", file, "a");
  made.find(codes::unknown_key, "first", file, "a");
  made.find(codes::unknown_key, "second", file, "a");
  made.find(codes::unknown_key, "third", file, "a");
  made.suppress_last(Suppressed::Where::in_source, "why");
  const std::string place = " file=a.yaml,line=1,endLine=1,col=1,endColumn=2,title=";
  CHECK(made.shown(ReportFormat::github) == "::error" + place + "IF103 unknown key::First.\n" +                 //
                                                "::error" + place + "IF103 unknown key::Second.\n" +            //
                                                "::warning" + place + "IF801 no time zone given::Warning.\n" +  //
                                                "::notice" + place + "IF801 no time zone given::Note.\n");
}

TEST_CASE("where more are found than are shown, that is said before the notes", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\n");
  made.find(codes::no_time_zone, "note", file, "a").severity = Severity::note;
  for (int i = 0; i < 10; ++i) made.find(codes::unknown_key, "unknown", file, "a");
  CHECK_THAT(made.shown(ReportFormat::github), !ContainsSubstring("inforce check"));
  made.find(codes::unknown_key, "unknown", file, "a");
  const auto text = made.shown(ReportFormat::github);
  const auto notice = text.find(
      "::notice title=inforce check::11 errors, 0 warnings, 1 note in 1 file. At most 10 of a kind are shown here; "
      "the log has all of them.\n");
  REQUIRE(notice != std::string::npos);
  CHECK(text.find("::notice file=") > notice);
}

TEST_CASE("the job summary is a table in which nothing breaks out of its cell", "[report]") {
  ReportMade made;
  CHECK(github_summary(made.report, made.sources, made.setting) ==
        "### inforce check: 0 errors, 0 warnings in 0 files\n\n");
  const auto file = made.add("a|`<b.yaml", "a: 1\n");
  made.find(codes::no_time_zone, "a | b <i> & `x | <y>`", file, "a");
  made.find(codes::unknown_key, "an open `tick", file, "1").help = "drop\nit";
  made.report.found.push_back(diagnostics::make(codes::no_rule_files, "none"));
  made.find(codes::unknown_key, "y", file, "1");
  made.suppress_last(Suppressed::Where::in_source, "why");
  made.setting.pages = "https://example.org/";
  CHECK(github_summary(made.report, made.sources, made.setting) ==
        "### inforce check: 2 errors, 1 warning in 1 file\n\n"
        "Suppressed: 1.\n\n"
        "|  | Code | Place | Finding |\n|---|---|---|---|\n"
        "| error | [IF103](https://example.org/IF103.md) | <code>a\\|\\`\\<b.yaml:1:4</code> | An open `tick. "
        "Drop it.` |\n"
        "| error | [IF002](https://example.org/IF002.md) | <code>a\\|\\`\\<b.yaml</code> | None. |\n"
        "| warning | [IF801](https://example.org/IF801.md) | <code>a\\|\\`\\<b.yaml:1:1</code> | A \\| b &lt;i> "
        "&amp; `x \\| <y>`. |\n\n");
}

TEST_CASE("a job summary is cut before it is too long to be taken, and says so", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\n");
  for (int i = 0; i < 201; ++i) made.find(codes::unknown_key, "unknown", file, "a");
  CHECK_THAT(github_summary(made.report, made.sources, made.setting), ContainsSubstring("\nThe worst 200 of 201.\n"));
  made.report.found.clear();
  for (int i = 0; i < 20; ++i) made.find(codes::unknown_key, std::string(100000, 'x'), file, "a");
  const auto text = github_summary(made.report, made.sources, made.setting);
  CHECK(text.size() < 1000000);
  CHECK_THAT(text, ContainsSubstring("\nThe worst 9 of 20.\n"));
}
