#include "tests/unit/render/report_support.h"

using namespace inforce;
using namespace inforce::render_report;

TEST_CASE("JUnit has a suite a file and a case a code", "[report]") {
  ReportMade made;
  made.add("b.yaml", "");
  const auto file = made.add("a.yaml", "a: 1\nb: 2\n");
  made.find(codes::unknown_key, "unknown key `a`", file, "a");
  made.find(codes::unknown_key, "unknown key `b`", file, "b");
  made.find(codes::no_time_zone, "no zone", file, "1");
  CHECK(made.shown(ReportFormat::junit) == R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="inforce check" tests="3" failures="1" errors="0">
  <testsuite name="a.yaml" tests="2" failures="1" errors="0" skipped="0" file="a.yaml">
    <testcase name="IF103 unknown key" classname="a.yaml">
      <failure type="error" message="a.yaml:1:1: unknown key `a` (and 1 more)">
error[IF103]: unknown key `a`
 --&gt; a.yaml:1:1
  |
1 | a: 1
  | ^

error[IF103]: unknown key `b`
 --&gt; a.yaml:2:1
  |
2 | b: 2
  | ^
</failure>
    </testcase>
    <testcase name="IF801 no time zone given" classname="a.yaml">
      <system-out>
warning[IF801]: no zone
 --&gt; a.yaml:1:4
  |
1 | a: 1
  |    ^
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="0" errors="0" skipped="0" file="b.yaml">
    <testcase name="no findings" classname="b.yaml"/>
  </testsuite>
</testsuites>
)xml");
}

TEST_CASE("a warning fails where the gate says so", "[report]") {
  ReportMade made;
  made.find(codes::no_time_zone, "no zone", made.add("a.yaml", "a: 1\n"), "a");
  made.setting.gate = Severity::warning;
  CHECK_THAT(made.shown(ReportFormat::junit), ContainsSubstring("<failure type=\"warning\" message=\"a.yaml:1:1: no"));
}

TEST_CASE("what is suppressed is skipped, with each reason once", "[report]") {
  ReportMade made;
  const auto file = made.add("a.yaml", "a: 1\nb: 2\n");
  made.find(codes::no_time_zone, "x", file, "a");
  made.suppress_last(Suppressed::Where::in_source, "agreed");
  made.find(codes::no_time_zone, "y", file, "b");
  made.suppress_last(Suppressed::Where::baseline, "");
  made.find(codes::no_time_zone, "z", file, "1");
  made.suppress_last(Suppressed::Where::in_source, "agreed");
  const auto text = made.shown(ReportFormat::junit);
  CHECK_THAT(text, ContainsSubstring("tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\""));
  CHECK_THAT(text, ContainsSubstring("<testcase name=\"IF801 no time zone given (suppressed)\""));
  CHECK_THAT(text, ContainsSubstring("<skipped message=\"agreed; listed in the baseline\">"));
}

TEST_CASE("what XML cannot hold is replaced, and its signs are escaped", "[report]") {
  ReportMade made;
  const auto file = made.add("a<&\">.yaml", "a: 1\n");
  made.find(codes::unknown_key, "<x> & \"y\" \x1B \xEF\xBF\xBE \xFF", file, "a");
  const auto text = made.shown(ReportFormat::junit);
  CHECK_THAT(text, ContainsSubstring("<testsuite name=\"a&lt;&amp;&quot;&gt;.yaml\""));
  CHECK_THAT(text, ContainsSubstring("&lt;x&gt; &amp; &quot;y&quot; \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD\""));
}

TEST_CASE("a finding without a place stands in the suite of the root", "[report]") {
  ReportMade made;
  made.setting.roots = {"nowhere"};
  made.report.found.push_back(diagnostics::make(codes::unreadable_file, "cannot read `nowhere`"));
  CHECK_THAT(made.shown(ReportFormat::junit), ContainsSubstring("message=\"nowhere: cannot read `nowhere`\""));
}
