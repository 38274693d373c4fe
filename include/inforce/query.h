// What is asked: a day, moment or period, a state of knowledge, and the facts of a case.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/date.h"
#include "inforce/diagnostic.h"
#include "inforce/rulebook.h"

namespace inforce {

enum class Ask : std::uint8_t { on, when, why, diff, diff_known, events, next };

/// The facts of the case asked about (S18): values as written, for each attribute. Empty means that no case is
/// described, and that the answer is about force alone (S20).
using Facts = std::map<std::string, std::vector<std::string>>;

/// One question. Which members count is said with each kind; the others are ignored.
struct Query {
  Ask ask = Ask::on;
  std::string id;             ///< when, why: the measure or `group/member`. events: the measure touched, or empty.
  std::optional<When> on;     ///< on, why, diff_known: the time asked about. diff: the first of two.
  std::optional<When> then;   ///< diff: the second of two.
  std::optional<When> known;  ///< The state of knowledge (S10); without it all events count. diff_known: the first.
  std::optional<When> known_then;   ///< diff_known: the second of two.
  std::optional<Date> from;         ///< events: first day. next: the day to look forward from.
  std::optional<Date> through;      ///< events: last day.
  std::string authority;            ///< events: only those of this authority, where not empty.
  Facts facts;                      ///< on, when, why, diff.
  bool official_only = false;       ///< Leave out what rests on reports alone (S24).
  std::vector<std::string> assume;  ///< Proposed events to take as happened (S24).
  bool all = false;                 ///< on: also what has ended, has not begun, never was, or is context (S20, S21).
};

/// Reads a question such as `on 2025-04-12 known 2025-04-12`, `when us-h20-licence`, `why us-h20-licence on
/// 2025-04-12`, `diff 2025-04-08 2025-04-09`, `events from 2025-04-01 through 2025-08-31`, `next from 2025-08-01`.
/// Errors point into `text`, which is added to `sources` under the name `question`.
[[nodiscard]] Checked<Query> parse_query(std::string_view text, Sources& sources);

/// Reads a day or a moment of a question, such as `2025-04-09` or `2019-05-16T16:15[America/New_York]`. An ambiguous
/// or foreign form such as `03/04/2025` is an error that shows its readings.
[[nodiscard]] Checked<When> parse_when(std::string_view text, Sources& sources);

}  // namespace inforce
