// Which small changes of dates no example notices: each shift is applied to the rules in memory, what it bears on is
// compiled again, and the examples whose answers can rest on that are asked again.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/query/shifts.h"
#include "inforce/query.h"
#include "inforce/timeline.h"

namespace inforce::query {

enum class ShiftFate : std::uint8_t {
  noticed,    ///< An example has another answer than it expects.
  stillborn,  ///< The rules are wrong with it, which `check` notices.
  idle,       ///< No period, and no knowledge of one, differs: nothing could notice.
  survived,   ///< No example notices.
};
[[nodiscard]] std::string_view word_of(ShiftFate fate);

/// A question whose answer tells the rules from the shifted ones.
struct Telling {
  std::string measure;        ///< Or the regime, of coverage.
  std::optional<When> on;     ///< Empty: no day does, such as where only what comes of a report is known later.
  std::optional<When> known;  ///< The state of knowledge in which it does; empty: today's.
  std::string is;             ///< What the measure is then: `in-force`, `not in force`.
  std::string would_be;       ///< The same with the shift.
  const model::Measure* of = nullptr;  ///< Null for a regime.
  std::vector<Assumption> assume{};    ///< What has to be assumed for it.
};

struct ShiftResult {
  Shift shift;
  ShiftFate fate = ShiftFate::survived;
  const model::Example* by = nullptr;  ///< Noticed: the example that did.
  std::string error;                   ///< Stillborn: what is wrong.
  std::optional<Telling> telling;      ///< Survived: what would notice.
};

/// Told of each shift done, of all.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// Requires: `examples` stand in the timeline's rulebook; those that fail are left out. One result a shift, in order.
[[nodiscard]] std::vector<ShiftResult> try_shifts(const Timeline& timeline, std::span<const Shift> shifts,
                                                  std::span<const model::Example* const> examples,
                                                  const Progress& progress);

}  // namespace inforce::query
