// The calendar of a report: entries that keep their identity while what is known of them changes.
#include <algorithm>
#include <map>

#include "inforce/timeline_report.h"
#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {
namespace {

using Lines = std::vector<std::string>;

/// `m effective e1: 2025-02-01..2025-02-03 revised 2, known 2025-01-01, last 2025-01-05, withdrawn by e2`.
std::string told(const CalendarEntry& entry) {
  std::string text = entry.measure + " " + entry.what + " " + entry.cause;
  if (entry.number > 1) text += " " + std::to_string(entry.number);
  text += ": " + to_string(entry.first);
  if (entry.last != entry.first) text += ".." + to_string(entry.last);
  if (entry.moment) text += " at " + entry.local;
  if (!entry.certain) text += " possibly";
  if (entry.evidence != "official") text += " " + entry.evidence;
  if (entry.revisions > 0) text += " revised " + std::to_string(entry.revisions);
  text += ", known " + to_string(entry.announced);
  if (entry.revised != entry.announced) text += ", last " + to_string(entry.revised);
  if (entry.withdrawn) text += ", withdrawn";
  for (const auto& event : entry.by) text += " by " + event.id;
  return text;
}

TimelineReport made(const Files& files, ReportRequest request = {}) {
  const Compiled compiled(files);
  REQUIRE(compiled.timeline);
  request.calendar = true;
  auto found = report(*compiled.timeline, request);
  if (!found) throw std::runtime_error(found.diagnostics().front().message);
  return *found;
}

Lines lines(const std::string& events, ReportRequest request = {}) {
  Lines told_all;
  for (const auto& entry : made({{"rules.yaml", prelude() + "events:\n" + events}}, std::move(request)).calendar) {
    told_all.push_back(told(entry));
  }
  return told_all;
}

ReportRequest as_known(const std::string& day) {
  Sources sources;
  ReportRequest request;
  request.about.known = *parse_when(day, sources);
  return request;
}

std::string event(const std::string& id, const std::string& rest) {
  return "  - {id: " + id + ", title: Event " + id + ", sources: [s], " + rest + "}\n";
}

const std::string imposed = event("e1",
                                  "date: 2025-01-01, effects: [{impose: m, effective: 2025-02-01, "
                                  "compliance: 2025-02-15, through: 2025-03-31}]");

}  // namespace

TEST_CASE("calendar: a spell has a first day, a day of compliance and a last day") {
  CHECK(lines(imposed) == Lines{"m effective e1: 2025-02-01, known 2025-01-01 by e1",
                                "m compliance e1: 2025-02-15, known 2025-01-01 by e1",
                                "m end e1: 2025-03-31, known 2025-01-01 by e1"});
}

TEST_CASE("calendar: only a request that asks for it has one") {
  const Compiled compiled(prelude() + "events:\n" + imposed);
  CHECK(report(*compiled.timeline, {})->calendar.empty());
}

TEST_CASE("calendar: the period hides no entry, and what is all withdrawn still makes a report") {
  Sources sources;
  ReportRequest request;
  request.about.from = parse_when("2030-01-01", sources)->day;
  CHECK(lines(imposed, request) == lines(imposed));
  const auto gone = imposed + event("e2", "date: 2025-01-10, retracts: [e1], reason: withdrawn, effects: []");
  CHECK(lines(gone) ==
        Lines{"m effective e1: 2025-02-01 revised 1, known 2025-01-01, last 2025-01-10, withdrawn by e2",
              "m compliance e1: 2025-02-15 revised 1, known 2025-01-01, last 2025-01-10, withdrawn by e2",
              "m end e1: 2025-03-31 revised 1, known 2025-01-01, last 2025-01-10, withdrawn by e2"});
}

TEST_CASE("calendar: an end that moves is the same entry, once more revised with each thing known") {
  const auto longer = imposed + event("e2", "date: 2025-03-01, effects: [{extend: m, through: 2025-04-30}]") +
                      event("e3", "date: 2025-04-01, effects: [{lift: m, effective: 2025-04-11}]");
  const auto end_as_known = [&](const std::string& day) { return lines(longer, as_known(day)).back(); };
  CHECK(end_as_known("2025-02-28") == "m end e1: 2025-03-31, known 2025-01-01 by e1");
  CHECK(end_as_known("2025-03-01") == "m end e1: 2025-04-30 revised 1, known 2025-01-01, last 2025-03-01 by e2");
  CHECK(end_as_known("2025-04-01") == "m end e1: 2025-04-10 revised 2, known 2025-01-01, last 2025-04-01 by e3");
  CHECK(lines(longer).back() == end_as_known("2025-04-01"));
  CHECK(end_as_known("2025-04-01T12:00:00Z") == end_as_known("2025-04-01"));
  CHECK(end_as_known("2025-03-31T23:59:59Z") == end_as_known("2025-03-01"));
}

TEST_CASE("calendar: a later thing known never lowers a revision") {
  const auto moves = imposed + event("e2", "date: 2025-01-10, retracts: [e1], reason: withdrawn, effects: []") +
                     event("e3", "date: 2025-01-20, retracts: [e2], reason: corrected, effects: []") +
                     event("e4", "date: 2025-03-01, effects: [{extend: m, through: 2025-04-30}]");
  std::map<std::string, std::size_t> seen;
  for (int day = 1; day <= 90; ++day) {
    ReportRequest request;
    request.about.known = When::on_day(Date{std::chrono::year{2025} / 1 / 1} + std::chrono::days{day - 1});
    for (const auto& entry : made({{"a.yaml", prelude() + "events:\n" + moves}}, request).calendar) {
      auto& revisions = seen[entry.what];
      CHECK(entry.revisions >= revisions);
      revisions = entry.revisions;
    }
  }
  CHECK(seen == std::map<std::string, std::size_t>{{"compliance", 2}, {"effective", 2}, {"end", 3}});
}

TEST_CASE("calendar: an event that takes the place of another keeps its entries") {
  const auto anew = "date: 2025-01-10, effects: [{impose: m, effective: 2025-02-08}]";
  const auto first = event("e1", "date: 2025-01-01, effects: [{impose: m, effective: 2025-02-01}]");
  const Lines moved{"m effective e1: 2025-02-08 revised 1, known 2025-01-01, last 2025-01-10 by e2"};
  CHECK(lines(first + event("e2", std::string("retracts: [e1], reason: corrected, ") + anew)) == moved);
  CHECK(lines(first + event("e2", std::string("supersedes: [e1], effective: 2025-01-15, ") + anew)) == moved);
  CHECK(lines(first + event("e2", std::string("effective: 2025-01-15, ") + anew)) ==
        Lines{"m effective e1: 2025-02-01, known 2025-01-01 by e1"});
}

TEST_CASE("calendar: where one rule follows another without a gap nothing ends and nothing begins") {
  const auto two = event("e1", "date: 2025-01-01, effects: [{impose: m, through: 2025-03-31}]") +
                   event("e2",
                         "date: 2025-04-01, known: 2025-03-01, effects: [{impose: m, policy: strict, through: "
                         "2025-05-31}]");
  CHECK(lines(two).front() == "m effective e1: 2025-01-01, known 2025-01-01 by e1");
  CHECK(lines(two).back() == "m end e2: 2025-05-31, known 2025-03-01 by e2");
  CHECK(lines(two)[1] == "m end e1: 2025-03-31 revised 1, known 2025-01-01, last 2025-03-01, withdrawn by e2");
}

TEST_CASE("calendar: suspensions have entries of their own") {
  const auto stayed = imposed + event("e2", "date: 2025-02-20, effects: [{suspend: m}]") +
                      event("e3", "date: 2025-02-25, effects: [{resume: m}]");
  const auto all = lines(stayed);
  CHECK(std::count(all.begin(), all.end(), "m suspension e2: 2025-02-20, known 2025-02-20 by e2") == 1);
  CHECK(std::count(all.begin(), all.end(), "m resumption e2: 2025-02-25, known 2025-02-25 by e3") == 1);
  CHECK(all.size() == 5);
}

TEST_CASE("calendar: inexact dates are one entry from the first to the last possible day") {
  CHECK(lines(event("e1", "date: \"[2025-07-10..2025-07-12]\", effects: [{impose: m, through: 2025-08-31}]")) ==
        Lines{"m effective e1: 2025-07-10..2025-07-12, known 2025-07-12 by e1",
              "m end e1: 2025-08-31, known 2025-07-12 by e1"});
  CHECK(lines(event("e1", "date: 2025-01-01, effects: [{impose: m, through: 2025-08}]")).back() ==
        "m end e1: 2025-08-01..2025-08-31, known 2025-01-01 by e1");
  const auto open = made({{"a.yaml", prelude() + "events:\n" +
                                         event("e1",
                                               "date: 2025-01-01, effects: [{impose: m, effective: "
                                               "\"[2025-07-15..]\"}]")}});
  CHECK(open.calendar.empty());
  CHECK(open.open_days == 1);
  const auto past =
      made({{"a.yaml", prelude() + "events:\n" +
                           event("e1", "date: \"[..2025-01-01]\", effects: [{impose: m, through: 2025-02-01}]")}});
  REQUIRE(past.calendar.size() == 1);
  CHECK(told(past.calendar.front()) == "m end e1: 2025-02-01, known 2025-01-01 by e1");
  CHECK(past.open_days == 1);
}

TEST_CASE("calendar: what rests on reports says so, and a moment is on its day") {
  CHECK(lines(event("e1", "date: 2025-01-01, evidence: reported, effects: [{impose: m}]")) ==
        Lines{"m effective e1: 2025-01-01 reported, known 2025-01-01 by e1"});
  CHECK(
      lines(event("e1", "date: \"2025-01-01T23:30:00Z\", effects: [{impose: m, before: \"2025-01-03T08:00:00Z\"}]")) ==
      Lines{"m effective e1: 2025-01-01 at 23:30 in UTC, known 2025-01-01 by e1",
            "m end e1: 2025-01-03 at 08:00 in UTC, known 2025-01-01 by e1"});
}

TEST_CASE("calendar: two spells by one event are told apart") {
  CHECK(lines(event("e1",
                    "date: 2025-01-01, effects: [{impose: m, through: 2025-01-31}, {impose: m, effective: "
                    "2025-03-01}]")) == Lines{"m effective e1: 2025-01-01, known 2025-01-01 by e1",
                                              "m end e1: 2025-01-31, known 2025-01-01 by e1",
                                              "m effective e1 2: 2025-03-01, known 2025-01-01 by e1"});
}

TEST_CASE("calendar: with a case entries tell its verdict, and what cannot reach it has none") {
  const auto text = std::string(
      "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC, regime: r}\nvocabulary: {item: {type: code}}\n"
      "coverage: {r: {title: R, from: 2024-01-01, reviewed: 2025-12-31}}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
      "restrictions: {k: {title: K, kind: prohibition, scope: item = A}}\nevents:\n");
  const auto rules = text + event("e1", "date: 2025-01-01, effects: [{impose: k, through: 2025-01-31}]");
  ReportRequest request;
  request.about.on = When::on_day(std::chrono::year{2025} / 1 / 1);
  request.about.facts["item"] = {"A"};
  const auto reached = made({{"a.yaml", rules}}, request).calendar;
  REQUIRE(reached.size() == 2);
  CHECK(reached[0].verdict == Verdict::prohibited);
  CHECK(reached[1].verdict == Verdict::prohibited);
  request.about.facts["item"] = {"B"};
  CHECK(made({{"a.yaml", rules}}, request).calendar.empty());
}

TEST_CASE("calendar: files and their order change nothing") {
  const auto other = event("e2", "date: 2025-02-10, effects: [{extend: m, through: 2025-04-30}]");
  const auto head = std::string("inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC}\nevents:\n");
  const auto told_all = [](const TimelineReport& report) {
    Lines found;
    for (const auto& entry : report.calendar) found.push_back(told(entry));
    return found;
  };
  CHECK(told_all(made({{"a.yaml", head + other}, {"b.yaml", head + imposed}, {"c.yaml", prelude()}})) ==
        told_all(made({{"z.yaml", prelude() + "events:\n" + imposed + other}})));
}

}  // namespace inforce::test
