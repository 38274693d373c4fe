// Timeline reports: what they select, the period, the knowledge, the verdicts.
#include "inforce/timeline_report.h"
#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {
namespace {

std::string rules() {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: UTC, regime: chips}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}, t: {title: Other, publisher: B, kind: "
         "press}}\n"
         "vocabulary: {item: {type: code}}\n"
         "coverage: {chips: {title: Chips, from: 2025-01-01, reviewed: 2025-12-31, scope: item = H20}}\n"
         "restrictions:\n"
         "  m: {title: Measure m, kind: licence-requirement, scope: item = H20}\n"
         "  n: {title: Measure n, kind: prohibition, scope: item = H200}\n"
         "  o: {title: Measure o, kind: guidance, jurisdiction: CN, regime: other}\n"
         "events:\n"
         "  - {id: e1, title: First, date: 2025-02-01, known: 2025-02-10, sources: [s], effects: [{impose: m}]}\n"
         "  - {id: e2, title: Second, date: 2025-04-01, sources: [s], effects: [{lift: m}]}\n"
         "  - {id: e3, title: Third, date: 2025-03-01, sources: [t], effects: [{impose: n}, {impose: o}]}\n"
         "  - {id: e4, title: A signal, date: 2025-03-15, sources: [t], effects: []}\n";
}

TimelineReport made(const ReportRequest& request) {
  const Compiled compiled(rules());
  REQUIRE(compiled.timeline);
  auto found = report(*compiled.timeline, request);
  if (!found) throw std::runtime_error(found.diagnostics().front().message);
  return *found;
}

std::string message_of(const ReportRequest& request) {
  const Compiled compiled(rules());
  const auto found = report(*compiled.timeline, request);
  return found ? "" : found.diagnostics().front().message;
}

std::vector<std::string> rows_of(const TimelineReport& report) {
  std::vector<std::string> ids;
  for (const auto& row : report.rows) ids.push_back(row.id);
  return ids;
}

std::vector<std::string> events_of(const TimelineReport& report) {
  std::vector<std::string> ids;
  for (const auto& event : report.events) ids.push_back(event.row.id);
  return ids;
}

using Ids = std::vector<std::string>;

Date day(int month, unsigned number) {
  return std::chrono::sys_days{std::chrono::year{2025} / month / static_cast<int>(number)};
}

}  // namespace

TEST_CASE("report: a request that names nothing shows all, over the days on which anything changes") {
  const auto all = made({});
  CHECK(rows_of(all) == Ids{"m", "n", "o"});
  CHECK(events_of(all) == Ids{"e1", "e3", "e4", "e2"});
  CHECK(to_string(all.from) == "2025-02-01");
  CHECK(to_string(all.through) == "2025-04-01");
  REQUIRE(all.lanes.size() == 2);
  CHECK(all.lanes[0].title == "other");
  CHECK(all.lanes[1].title == "Chips");
  CHECK(all.lanes[1].rows == std::vector<std::size_t>{0, 1});
  CHECK(all.verdicts.empty());
}

TEST_CASE("report: that all of a measure was withdrawn is part of its history") {
  const Compiled compiled(rules() +
                          "  - {id: e5, title: Withdrawn, date: 2025-02-20, sources: [s], retracts: [e1], reason: "
                          "withdrawn, effects: []}\n");
  REQUIRE(compiled.timeline);
  ReportRequest request;
  request.measures = {"m"};
  request.about.on = When::on_day(day(3, 1));
  const auto found = report(*compiled.timeline, request);
  REQUIRE(found);
  const auto& history = found->rows.front().history;
  REQUIRE(history.size() == 2);
  CHECK(to_string(history[0].from) == "2025-02-10");
  CHECK(to_string(history[1].from) == "2025-02-20");
  CHECK(history[1].intervals.empty());
}

TEST_CASE("report: a measure is pending from the day that tells of it until the day before it begins, as on says") {
  const Compiled compiled(
      "inforce: 1\n"
      "defaults: {jurisdiction: US, time_zone: UTC}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
      "restrictions: {m: {title: M, kind: prohibition}, n: {title: N, kind: prohibition}}\n"
      "events:\n"
      "  - {id: a, title: A, date: 2025-03-01, effective: 2025-03-10, sources: [s], effects: [{impose: m, through: "
      "2025-03-20}]}\n"
      "  - {id: b, title: B, date: 2025-03-15, effective: 2025-03-21, sources: [s], effects: [{impose: m}]}\n"
      "  - {id: c, title: C, date: 2025-04-01, known: 2025-04-05, sources: [s], effects: [{impose: n}]}\n");
  REQUIRE(compiled.timeline);
  const auto all = *report(*compiled.timeline, {});
  REQUIRE(all.rows.size() == 2);
  REQUIRE(all.rows[0].pending.size() == 1);  // Where one spell leads to the next, nothing is pending.
  const auto& pending = all.rows[0].pending.front();
  CHECK(pending.first == day(3, 1));
  CHECK(pending.through == day(3, 9));
  CHECK(pending.by == Ids{"a"});
  CHECK(all.rows[1].pending.empty());  // It was known only later.
  const auto status_on = [&](Date date) {
    ReportRequest request;
    request.about.on = When::on_day(date);
    return report(*compiled.timeline, request)->rows[0].status;
  };
  CHECK(status_on(day(2, 28)) == Status::not_yet);
  CHECK(status_on(day(3, 1)) == Status::pending);
  CHECK(status_on(day(3, 9)) == Status::pending);
  CHECK(status_on(day(3, 10)) == Status::applies);
}

TEST_CASE("report: a moment is judged too, and a bound that is asked for stands") {
  ReportRequest request;
  request.measures = {"m"};
  request.about.facts = {{"item", {"H20"}}};
  request.about.on = When::at(std::chrono::sys_days{day(4, 1)} - std::chrono::seconds{1});
  auto found = made(request);
  REQUIRE(found.asked);
  CHECK(found.asked->verdict == Verdict::licence_required);
  request.about.on = When::at(std::chrono::sys_days{day(4, 1)});
  request.about.through = day(1, 15);
  found = made(request);
  REQUIRE(found.asked);
  CHECK(found.asked->verdict == Verdict::clear);
  CHECK(found.through == day(1, 15));
  CHECK(found.from == day(1, 15));
}

TEST_CASE("report: what is named is shown, with the events that touch it, and nothing else") {
  ReportRequest request;
  request.measures = {"m"};
  const auto one = made(request);
  CHECK(rows_of(one) == Ids{"m"});
  CHECK(events_of(one) == Ids{"e1", "e2"});
  request.events = {"e4"};
  request.leave_out = {"e2"};
  CHECK(events_of(made(request)) == Ids{"e1", "e4"});
}

TEST_CASE("report: regimes and jurisdictions select all that is theirs") {
  ReportRequest request;
  request.about.regimes = {"other"};
  CHECK(rows_of(made(request)) == Ids{"o"});
  request.about.regimes.clear();
  request.about.jurisdictions = {"US"};
  CHECK(rows_of(made(request)) == Ids{"m", "n"});
  CHECK(events_of(made(request)) == Ids{"e1", "e3", "e4", "e2"});
}

TEST_CASE("report: what cannot reach the case is counted and not shown") {
  ReportRequest request;
  request.about.facts = {{"item", {"H20"}}};
  const auto of_case = made(request);
  CHECK(rows_of(of_case) == Ids{"m", "o"});
  CHECK(of_case.out_of_scope == 1);
}

TEST_CASE("report: what has nothing in the period is counted, but for what is named") {
  ReportRequest request;
  request.about.from = day(5, 1);
  request.about.through = day(6, 1);
  const auto late = made(request);
  CHECK(rows_of(late) == Ids{"n", "o"});
  CHECK(late.outside == 1);
  CHECK(events_of(late) == Ids{"e3"});
  request.measures = {"m"};
  CHECK(rows_of(made(request)) == Ids{"m"});
}

TEST_CASE("report: the last day of an interval lies in the period, the day after does not") {
  ReportRequest request;
  request.about.regimes = {"chips"};
  request.about.from = day(3, 31);
  request.about.through = day(3, 31);
  CHECK(rows_of(made(request)) == Ids{"m", "n"});
  request.about.from = day(4, 1);
  request.about.through = day(4, 1);
  CHECK(rows_of(made(request)) == Ids{"n"});
}

TEST_CASE("report: lanes stand in the order of the request, and nothing stands in two") {
  ReportRequest request;
  request.lanes = {{"Second", {"n"}, {"e4"}, "A note"}, {"First", {"m"}, {}, ""}};
  const auto laid = made(request);
  REQUIRE(laid.lanes.size() == 2);
  CHECK(laid.lanes[0].title == "Second");
  CHECK(laid.lanes[0].note == "A note");
  CHECK(laid.rows[laid.lanes[0].rows.front()].id == "n");
  std::size_t events = 0;
  for (const auto& lane : laid.lanes) events += lane.events.size();
  CHECK(events == laid.events.size());
}

TEST_CASE("report: how it came to be known is told day by day, unless one state of knowledge is asked for") {
  ReportRequest request;
  request.measures = {"m"};
  const auto all = made(request);
  REQUIRE(all.rows.front().history.size() == 2);
  CHECK(to_string(all.rows.front().history[0].from) == "2025-02-10");
  CHECK_FALSE(all.rows.front().history[0].intervals.front().before);
  CHECK(to_string(all.rows.front().history[1].from) == "2025-04-01");
  CHECK(to_string(*all.rows.front().history[1].intervals.front().through) == "2025-03-31");
  request.about.known = When::on_day(day(2, 9));
  request.about.from = day(1, 1);
  request.about.through = day(12, 31);
  const auto early = made(request);
  CHECK(early.rows.front().intervals.empty());
  CHECK(early.rows.front().history.empty());
  CHECK(early.events.empty());
}

TEST_CASE("report: the verdicts of the period touch, and change on the day on which the answer does") {
  ReportRequest request;
  request.measures = {"m"};
  request.about.facts = {{"item", {"H20"}}};
  request.about.from = day(1, 30);
  request.about.through = day(4, 2);
  const auto of_case = made(request);
  std::vector<std::string> runs;
  for (const auto& run : of_case.verdicts) {
    runs.push_back(to_string(run.from) + " " + to_string(run.through) + " " + std::string(to_string(run.verdict)));
  }
  CHECK(runs == Ids{"2025-01-30 2025-01-31 clear", "2025-02-01 2025-02-28 licence-required",
                    "2025-03-01 2025-03-31 licence-required", "2025-04-01 2025-04-02 clear"});
  CHECK(of_case.verdicts[2].restrictions == Ids{"m", "o"});
}

TEST_CASE("report: coverage begins a run of its own") {
  ReportRequest request;
  request.measures = {"m"};
  request.about.facts = {{"item", {"H20"}}};
  request.about.from = std::chrono::sys_days{std::chrono::year{2024} / 12 / 30};
  request.about.through = day(1, 2);
  const auto early = made(request);
  REQUIRE(early.verdicts.size() == 2);
  CHECK(early.verdicts[0].verdict == Verdict::not_covered);
  CHECK(to_string(early.verdicts[1].from) == "2025-01-01");
  CHECK(early.verdicts[1].verdict == Verdict::clear);
}

TEST_CASE("report: changes lie within the period and are those of the rows") {
  ReportRequest request;
  request.measures = {"m"};
  std::vector<std::string> changes;
  for (const auto& change : made(request).changes) changes.push_back(to_string(change.at) + " " + change.what);
  CHECK(changes == Ids{"2025-02-01 effective", "2025-04-01 end"});
  request.about.through = day(3, 31);
  CHECK(made(request).changes.size() == 1);
}

TEST_CASE("report: sources are those of rows and events, each once") {
  ReportRequest request;
  request.measures = {"m", "n"};
  const auto both = made(request);
  REQUIRE(both.citations.size() == 2);
  CHECK(both.citations[0].id == "s");
  CHECK(both.citations[1].id == "t");
}

TEST_CASE("report: an id that is nowhere, a period that runs backwards, and nothing to show are errors") {
  ReportRequest request;
  request.measures = {"mm"};
  CHECK(message_of(request) == "no restriction, authorization, group or member has the id `mm`");
  request.measures = {"m"};
  request.lanes = {{"A lane", {}, {"e9"}, ""}};
  CHECK(message_of(request) == "no event has the id `e9`");
  request.lanes.clear();
  request.about.from = day(2, 1);
  request.about.through = day(1, 1);
  CHECK(message_of(request).substr(0, 28) == "the last day asked for, 2025");
  ReportRequest nothing;
  nothing.about.regimes = {"chips"};
  nothing.leave_out = {"m", "n", "e1"};
  CHECK(message_of(nothing).empty());
}

}  // namespace inforce::test
