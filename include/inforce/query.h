// What is asked: a day, moment or period, a state of knowledge, and the facts of a case.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/date.h"
#include "inforce/diagnostic.h"
#include "inforce/rulebook.h"
#include "inforce/value.h"

namespace inforce {

enum class Ask : std::uint8_t { on, when, why, diff, diff_known, events, next, coverage, conflicts };

/// A change to what happened, for the sake of argument (S24): an event counts although it is only proposed, or on
/// another day than the files say.
struct Assumption {
  std::string event;
  std::optional<When> on;  ///< The day or moment that its `date` is taken to be; empty: as written.

  friend bool operator==(const Assumption&, const Assumption&) = default;
};

/// `us-bill` or `us-bill=2027-01-01`.
[[nodiscard]] std::string to_string(const Assumption& assumption);

/// One question. Which members count is said with each kind; the others are ignored.
struct Query {
  Ask ask = Ask::on;
  std::string id;             ///< when, why: the measure or `group/member`. events: the measure touched, or empty.
  std::optional<When> on;     ///< on, why, diff_known: the time asked about. diff: the first of two.
  std::optional<When> then;   ///< diff: the second of two.
  std::optional<When> known;  ///< The state of knowledge (S10); without it all events count. diff_known: the first.
  std::optional<When> known_then;          ///< diff_known: the second of two.
  std::optional<Date> from;                ///< events, conflicts: first day. next: the day to look forward from.
  std::optional<Date> through;             ///< events, conflicts: last day.
  std::string authority;                   ///< events: only those of this authority, where not empty.
  Facts facts;                             ///< on, when, why, diff, coverage, conflicts.
  bool official_only = false;              ///< Leave out what rests on reports alone (S24).
  std::vector<Assumption> assume;          ///< Events to take as having happened (S24).
  std::vector<std::string> without;        ///< Events to take as never having happened (S17, S24).
  std::vector<std::string> jurisdictions;  ///< on, diff, events, next: only these, where any is given; no verdict then.
  std::vector<std::string> regimes;        ///< The same, of regimes.
  bool all = false;  ///< on: also what has ended, has not begun, never was, is context or out of scope (S20, S21).
};

/// Reads a question such as `on 2025-04-12 known 2025-04-12`, `when us-h20-licence`, `why us-h20-licence on
/// 2025-04-12`, `diff 2025-04-08 2025-04-09`, `events from 2025-04-01 through 2025-08-31`, `next from 2025-08-01`.
/// Errors point into `text`, which is added to `sources` under the name `question`.
[[nodiscard]] Checked<Query> parse_query(std::string_view text, Sources& sources);

/// Reads facts such as `item=H20, end_user="Acme, Inc."`: a value with a comma or a blank stands in double quotes, and
/// a name that stands twice has two values.
[[nodiscard]] Checked<Facts> parse_facts(std::string_view text, Sources& sources);

/// Reads a day or a moment of a question, such as `2025-04-09` or `2019-05-16T16:15[America/New_York]`. An ambiguous
/// or foreign form such as `03/04/2025` is an error that shows its readings.
[[nodiscard]] Checked<When> parse_when(std::string_view text, Sources& sources);

}  // namespace inforce
