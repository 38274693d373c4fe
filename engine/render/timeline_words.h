// What every format of a timeline report says in words, in one place: so that none says it otherwise.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inforce/timeline_report.h"

namespace inforce::render_text {

/// `in force`, `possibly in force`, `in force, announced as not enforced`, `suspended`, `grace`, `released`,
/// `pending`.
[[nodiscard]] std::string state_text(const Interval& interval);

/// The intervals that people are shown: those that are only possible where they say more than the certain ones, and the
/// days before on which the measure was pending.
[[nodiscard]] std::vector<const Interval*> told_intervals(const ReportRow& row);

/// The first and the last day on which the interval holds, if only for a part of the day: civil days in the zone of
/// the measure. Every format places an interval by these two; empty: open.
[[nodiscard]] std::optional<Date> first_day(const Interval& interval);
[[nodiscard]] std::optional<Date> last_day(const Interval& interval);

/// `2025-04-09`, `always`; of a moment also its day: `2019-05-17T03:30:00Z (2019-05-16 there)`.
[[nodiscard]] std::string first_text(const Interval& interval);
/// `2025-05-13`, `no end known`, `before 2019-08-20T01:00:00Z (2019-08-19 there)`.
[[nodiscard]] std::string last_text(const Interval& interval);

/// The date of an event as written; of a moment also its day, as `first_text` has it.
[[nodiscard]] std::string date_text(const ReportEvent& event);

/// What an event does: `imposes us-h20-licence`, `suspends a and b`; `no effect on any measure`.
[[nodiscard]] std::string deeds_text(const EventRow& event);

/// What a change is, in words, such as `comes into force`, `ends`, `may end`.
[[nodiscard]] std::string change_text(const Coming& change);

/// Ids in one field of a table for machines, apart by blanks: no id has one.
[[nodiscard]] std::string joined(const std::vector<std::string>& ids);

/// `binding`, `advisory`, `context`; of an authorization `relieves`.
[[nodiscard]] std::string force_text(const ReportRow& row);

/// `2025-04-01 through 2025-09-30`.
[[nodiscard]] std::string period_text(const TimelineReport& report);

/// Sentences on the case, on what is assumed and on the knowledge. Each without markup.
[[nodiscard]] std::vector<std::string> case_sentences(const TimelineReport& report);

/// Sentences that say what the report is about: the case, what is assumed, the knowledge, the period, the verdict on
/// the day that is marked. Each without markup.
[[nodiscard]] std::vector<std::string> about_sentences(const TimelineReport& report);

/// Sentences on what the report can be relied on for: what was left out, what rests on reports alone, through which
/// day each regime is reviewed, what is projected, that it is no official text, and what it was made from.
[[nodiscard]] std::vector<std::string> limit_sentences(const TimelineReport& report);

/// The last of them: that it is no official text, and what it was made from.
[[nodiscard]] std::vector<std::string> closing_sentences(const TimelineReport& report);

}  // namespace inforce::render_text
