// A timeline report as a calendar, made of text by strangers.
#include "inforce/render.h"
#include "tests/support/catch.h"
#include "tests/support/count.h"

using namespace inforce;
using inforce::test::count;

namespace {

const std::string hostile = "a\r\nEND:VEVENT\nBEGIN:VEVENT, b; c\\";

CalendarEntry entry_of_strangers() {
  CalendarEntry entry;
  entry.measure = "m";
  entry.cause = "e";
  entry.what = "effective";
  entry.title = entry.kind = entry.jurisdiction = entry.authority = entry.local = entry.evidence = hostile;
  entry.by = {{hostile, hostile}};
  entry.sources = {"bad", "good"};
  entry.first = entry.last = std::chrono::year{2025} / 12 / 31;
  entry.announced = entry.revised = std::chrono::year{2025} / 4 / 9;
  return entry;
}

TimelineReport report_of(const CalendarEntry& entry) {
  TimelineReport report;
  report.request.title = report.request.question = hostile;
  report.digest = report.engine_version = report.tzdata_version = hostile;
  report.citations = {{"bad", hostile, hostile, hostile, hostile, "javascript:alert(1)", hostile},
                      {"good", hostile, hostile, hostile, hostile, "https://example.org/a,b;c", hostile}};
  report.calendar = {entry};
  return report;
}

std::string calendar_of(const CalendarEntry& entry, const Style& style = {}) {
  auto text = render(report_of(entry), TimelineFormat::ics, style);
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("nothing in a rule file is a line of the calendar") {
  const auto text = calendar_of(entry_of_strangers());
  CHECK(count(text, "\r\nBEGIN:VEVENT\r\n") == 1);
  CHECK(count(text, "\r\nEND:VEVENT\r\n") == 1);
  CHECK(count(text, "\n") == count(text, "\r\n"));
  CHECK(count(text, "SUMMARY:Comes into force: a\\nEND:VEVENT\\nBEGIN:VEVENT\\, b\\; c\\\\\r\n") == 1);
  CHECK(count(text, "\r\nURL:https://example.org/a,b;c\r\n") == 1);
  CHECK(count(text, "\r\nURL:") == 1);
}

TEST_CASE("an entry ends on the day after its last, also over the end of a year") {
  const auto text = calendar_of(entry_of_strangers());
  CHECK(count(text, "\r\nDTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n") == 1);
  CHECK(count(text, "\r\nDTSTAMP:20250409T000000Z\r\n") == 1);
}

TEST_CASE("the identity of an entry has no date in it") {
  auto entry = entry_of_strangers();
  CHECK(count(calendar_of(entry), "\r\nUID:m_effective_e@inforce\r\n") == 1);
  entry.first = entry.last = std::chrono::year{2026} / 2 / 1;
  entry.revised = entry.last;
  entry.revisions = 3;
  CHECK(count(calendar_of(entry), "\r\nUID:m_effective_e@inforce\r\n") == 1);
  CHECK(count(calendar_of(entry), "\r\nSEQUENCE:3\r\n") == 1);
  entry.number = 2;
  CHECK(count(calendar_of(entry), "\r\nUID:m_effective_e_2@inforce\r\n") == 1);
}

TEST_CASE("alarms are as many as asked for, and none where the entry is withdrawn") {
  auto entry = entry_of_strangers();
  CHECK(count(calendar_of(entry), "BEGIN:VALARM") == 2);
  CHECK(count(calendar_of(entry), "\r\nTRIGGER:-P7D\r\n") == 1);
  Style style;
  style.alarms = {0};
  CHECK(count(calendar_of(entry, style), "\r\nTRIGGER:PT0S\r\n") == 1);
  entry.withdrawn = true;
  CHECK(count(calendar_of(entry), "BEGIN:VALARM") == 0);
  CHECK(count(calendar_of(entry), "\r\nSTATUS:CANCELLED\r\n") == 1);
}

TEST_CASE("what is open is counted, not shown") {
  auto report = report_of(entry_of_strangers());
  report.open_days = 2;
  report.calendar.clear();
  const auto text = render(report, TimelineFormat::ics, {});
  CHECK(count(text, "VEVENT\r\n") == 0);
  CHECK(count(text, "2 dates.") > 0);
}
