// A timeline report: what was in force over a period, in lanes, with the events that made it so. Every format shows
// this one value; none adds to it.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "inforce/answer.h"
#include "inforce/calendar_entry.h"
#include "inforce/query.h"
#include "inforce/timeline.h"

namespace inforce {

/// What a report is to show. Where neither measures, regimes, jurisdictions nor events are named, it is everything.
struct ReportRequest {
  struct Lane {
    std::string title;
    std::vector<std::string> measures;
    std::vector<std::string> events;
    std::string note;  ///< Markdown.
  };

  std::string title;
  std::string question;  ///< In words, for the reader.
  std::string notes;     ///< Markdown, by the author.
  /// `facts`, `known`, `on` (the time that is marked and answered), `from` and `through` (the first and the last day
  /// shown), `jurisdictions` and `regimes` (all of theirs are shown), and what is assumed. The rest is ignored.
  Query about;
  std::vector<std::string> measures;   ///< Ids; a whole is its parts, a group its members.
  std::vector<std::string> events;     ///< Besides those that touch a measure shown.
  std::vector<std::string> leave_out;  ///< Ids of measures, groups and events.
  std::vector<Lane> lanes;             ///< What is shown and stands in none comes after them, a lane a regime.
  bool calendar = false;               ///< Also the `calendar` of the report.
};

/// A measure over the period.
struct ReportRow {
  std::string id;
  std::string title;
  std::string kind;  ///< Such as `licence-requirement`; `authorization`; `membership`.
  Force force = Force::binding;
  bool authorization = false;
  std::string jurisdiction;
  std::string authority;
  std::string regime;
  std::string time_zone;  ///< In which its days are days, such as `UTC`.
  std::string scope;      ///< Canonical text; empty: every case.
  std::string basis;
  std::string note;
  std::vector<Interval> intervals;  ///< Of the case, in the knowledge asked for, as `when` gives them (S10).

  /// Days on which what imposes it was known and it was not in force yet (S11), each run through the day before an
  /// interval begins; `state` is `pending`.
  std::vector<Interval> pending;

  /// What was known from a day on: the intervals as `when --known` gives them from that day.
  struct Known {
    Date from{};
    std::vector<Interval> intervals;
  };
  std::vector<Known>
      history;  ///< In order; only days on which the intervals became others. None where `known` is asked.
  std::optional<Status> status;  ///< On the day that is marked.
  std::vector<std::string> sources;
};

/// An event within the period, or named.
struct ReportEvent {
  EventRow row;
  std::optional<Date> first;  ///< The first and the last possible day of its `date`; empty: open.
  std::optional<Date> last;
  bool signal = false;               ///< It has no effect (S2).
  std::vector<std::string> touches;  ///< Ids of rows.
};

struct ReportLane {
  std::string title;
  std::string note;
  std::vector<std::size_t> rows;    ///< Into `rows`; each stands in one lane.
  std::vector<std::size_t> events;  ///< Into `events`; each stands in one lane.
};

/// A run of days on which the case has one verdict.
struct VerdictRun {
  Date from{};
  Date through{};  ///< The last of them, within the period.
  Verdict verdict = Verdict::not_covered;
  std::optional<Verdict> could_be;
  std::vector<std::string> restrictions;  ///< Those that apply or may, as `screen` lists them.
};

/// The verdict for the case on the day or at the moment that is asked about.
struct AskedVerdict {
  Verdict verdict = Verdict::not_covered;
  std::optional<Verdict> could_be;
  std::vector<std::string> restrictions;  ///< As those of a run.
};

struct TimelineReport {
  ReportRequest request;
  Date from{};
  Date through{};
  std::vector<ReportLane> lanes;
  std::vector<ReportRow> rows;
  std::vector<ReportEvent> events;    ///< In order of their days.
  std::vector<Coming> changes;        ///< Of the rows, within the period, in order.
  std::vector<VerdictRun> verdicts;   ///< Over the period; none without facts.
  bool verdicts_cut = false;          ///< There are more than are listed.
  std::optional<AskedVerdict> asked;  ///< Of what `request.about.on` asks about, within the period or not.
  std::size_t out_of_scope = 0;       ///< Measures selected that cannot reach the case.
  std::size_t outside = 0;            ///< Measures selected by regime or jurisdiction with nothing in the period.
  std::vector<Citation> citations;    ///< Every source that a row or an event names, by id.
  std::vector<Coverage> coverage;     ///< Of the regimes shown, and of those that cover the case, by id.
  std::string digest;
  std::string engine_version;
  std::string tzdata_version;

  /// Where it is asked for: the days on which any measure selected turns, whatever the period, in order. Each that was
  /// announced in some state of knowledge up to the one asked for is there, also when it is not to come any more.
  std::vector<CalendarEntry> calendar;
  /// Turns known that have no entry, since their date is open.
  std::size_t open_days = 0;
};

/// The requests that the rules define under `timeline`, in order of their files. `path` is the file of each.
struct DefinedReport {
  std::string path;
  ReportRequest request;
};
[[nodiscard]] std::vector<DefinedReport> defined_reports(const Rulebook& rules);

/// Makes the report. Errors: an id that is nowhere, a period that runs backwards, those of `answer` and of what is
/// assumed.
[[nodiscard]] Checked<TimelineReport> report(const Timeline& timeline, const ReportRequest& request);

}  // namespace inforce
