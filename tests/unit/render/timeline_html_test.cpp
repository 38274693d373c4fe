// A timeline report as a page and as a picture of its own, made of text by strangers.
#include "engine/render/html.h"
#include "engine/render/page_files.h"
#include "engine/render/timeline_data.h"
#include "engine/render/timeline_tables.h"
#include "inforce/render.h"
#include "tests/support/catch.h"
#include "tests/support/count.h"

using namespace inforce;
using inforce::test::count;

namespace {

using std::chrono::days;

const std::string hostile = "</title></style></script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

Date day(int month, int number) { return std::chrono::year{2025} / month / number; }

Interval interval(Date first, Date last) {
  Interval made;
  made.from = Bound{Moment{first}, first};
  made.first = first;
  made.before = Bound{Moment{last + days{1}}, last + days{1}};
  made.through = last;
  made.state = "in-force";
  made.evidence = hostile;
  made.by = {hostile};
  made.attributes["policy"] = hostile;
  return made;
}

/// A report whose every text is hostile.
TimelineReport report_of_strangers() {
  TimelineReport report;
  auto& request = report.request;
  request.title = request.question = request.notes = hostile;
  request.leave_out = {hostile};
  request.about.on = When::on_day(day(4, 12));
  report.from = day(4, 1);
  report.through = day(6, 30);
  ReportRow row;
  row.id = row.title = row.jurisdiction = row.authority = row.regime = row.scope = row.basis = row.note = hostile;
  row.intervals = {interval(day(4, 9), day(5, 1))};
  row.history = {{day(4, 10), row.intervals}, {day(4, 15), {interval(day(4, 9), day(4, 30))}}};
  row.sources = {hostile};
  report.rows = {row};
  ReportEvent event;
  event.row.id = event.row.title = event.row.date = event.row.evidence = hostile;
  event.row.effects.resize(1);
  event.row.effects[0].effect = hostile;
  event.row.effects[0].measure = hostile;
  event.row.sources = {hostile};
  event.first = event.last = day(4, 9);
  report.events = {event};
  report.lanes = {{hostile, hostile, {0}, {0}}};
  report.changes = {{Bound{Moment{day(4, 9)}, day(4, 9)}, hostile, hostile, {hostile}, true}};
  report.verdicts = {{day(4, 1), day(6, 30), Verdict::prohibited, std::nullopt, {hostile}}};
  report.citations = {{hostile, hostile, hostile, hostile, hostile, "javascript:alert(3)", hostile}};
  report.coverage = {{hostile, hostile, day(1, 1), day(6, 1), hostile, hostile, hostile, hostile, {}}};
  report.digest = report.engine_version = report.tzdata_version = hostile;
  return report;
}

}  // namespace

TEST_CASE("nothing in a rule file is markup on the page, and nothing is fetched") {
  const auto page = render(report_of_strangers(), TimelineFormat::html, {});
  CHECK(count(page, "<script") == 2);
  CHECK(count(page, "</script") == 2);
  CHECK(count(page, "</title>") == count(page, "<title"));
  CHECK(count(page, "<img") == 0);
  CHECK(count(page, "javascript:") == 0);
  CHECK(count(page, "src=\"") == 0);
  CHECK(count(page, "<link") == 0);
  CHECK(count(page, " style=\"") == 0);
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("the policy of the page names its style and its script by hash and allows nothing else") {
  const auto page = render(report_of_strangers(), TimelineFormat::html, {});
  const auto begin = page.find("<style>") + 7;
  const auto style = page.substr(begin, page.find("</style>") - begin);
  CHECK(count(page, "default-src 'none'; style-src '" + html::policy_hash(style) + "'; script-src '" +
                        html::policy_hash(render_timeline::page_script()) + "'; base-uri 'none'; form-action 'none'") ==
        1);
  CHECK(count(page, "<style") == 1);
  CHECK(count(page, std::string("<script>") + std::string(render_timeline::page_script()) + "</script>") == 1);
}

TEST_CASE("a picture of its own has its style in it and no script") {
  const auto picture = render(report_of_strangers(), TimelineFormat::svg, {});
  CHECK(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(picture.ends_with("</svg>\n"));
  CHECK(count(picture, "<script") == 0);
  CHECK(count(picture, "<img") == 0);
  CHECK(count(picture, "<style>") == 1);
  CHECK(count(picture, "role=\"img\"") == 1);
  CHECK(count(picture, "in force from 2025-04-09 through 2025-05-01, by ") == 1);
}

TEST_CASE("a page says what its tables do not list") {
  auto report = report_of_strangers();
  for (int i = 0; i < 9; ++i) {
    report.lanes[0].rows.push_back(report.rows.size());
    report.rows.push_back(report.rows.front());
  }
  render_timeline::PageLimits limits;
  limits.intervals = 4;
  render_timeline::Tables tables(report, limits);
  const auto lane = tables.lane(report.lanes[0]);
  CHECK(count(lane, "<th scope=\"rowgroup\"") == 4);
  CHECK(count(lane, "Not listed here: 6 more measures; the formats csv and json have them all.") == 1);
}

TEST_CASE("a page that cannot hold what was known when leaves it out and says so") {
  const auto report = report_of_strangers();
  render_timeline::PageLimits limits;
  CHECK(!render_timeline::data_of(report, limits).past_left_out);
  CHECK(count(render_timeline::data_of(report, limits).json, "\"known\":[]") == 0);
  limits.past = 1;
  const auto data = render_timeline::data_of(report, limits);
  CHECK(data.past_left_out);
  CHECK(count(data.json, "\"known\":[]") == 1);
}

TEST_CASE("a page that cannot hold its intervals has no data, whether by their number or by their size") {
  const auto report = report_of_strangers();
  render_timeline::PageLimits limits;
  limits.searched = 0;
  CHECK(render_timeline::data_of(report, limits).json.empty());
  limits = {};
  limits.data_bytes = 10;
  CHECK(render_timeline::data_of(report, limits).json.empty());
}

TEST_CASE("a page lists no more once its tables have their size") {
  auto report = report_of_strangers();
  for (int i = 0; i < 9; ++i) {
    report.lanes[0].rows.push_back(report.rows.size());
    report.rows.push_back(report.rows.front());
  }
  render_timeline::PageLimits limits;
  limits.table_bytes = 1;
  render_timeline::Tables tables(report, limits);
  const auto lane = tables.lane(report.lanes[0]);
  CHECK(count(lane, "Not listed here: 9 more measures; the formats csv and json have them all.") == 1);
  CHECK(count(lane, "Not listed here: 1 more event; the formats csv and json have them all.") == 1);
}

TEST_CASE("what a measure reaches and the words that set a date are on the page") {
  auto report = report_of_strangers();
  report.rows[0].scope = "item = H20";
  report.rows[0].basis = "Article 5";
  report.rows[0].note = "A note on it";
  report.events[0].row.quote = "effective on 9 April";
  report.events[0].row.note = "The gazette says so";
  render_timeline::Tables tables(report, {});
  const auto lane = tables.lane(report.lanes[0]);
  CHECK(count(lane, "Scope <code>item = H20</code>") == 1);
  CHECK(count(lane, "Article 5") == 1);
  CHECK(count(lane, "A note on it") == 1);
  CHECK(count(lane, "<q>effective on 9 April</q>") == 1);
  CHECK(count(lane, "The gazette says so") == 1);
}
