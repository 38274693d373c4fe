// Resolves every date of every event: references followed, circles shown, arithmetic done (S12–S17).
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/timeline/moving_date.h"
#include "inforce/diagnostic.h"

namespace inforce::timeline {

/// The dates of one effect. Empty where a date could not be resolved, which was then reported.
struct EffectDates {
  std::optional<MovingDate> at;
  std::optional<MovingDate> end;
  bool end_is_through = false;  ///< `end` is the last day, not the day after.
  std::optional<MovingDate> compliance;
};

using EventDates = std::array<std::optional<MovingDate>, model::field_count>;

struct ResolvedDates {
  std::vector<EventDates> events;    ///< By EventId and Field; `effective` falls back to `date` (S4).
  std::vector<EffectDates> effects;  ///< By EffectId.
  std::vector<Variable> variables;
};

/// All dates of the rulebook. Adds IF401–IF407 to `found`, all in one run.
[[nodiscard]] ResolvedDates resolve_dates(const model::Rulebook& rulebook, std::vector<Diagnostic>& found);

}  // namespace inforce::timeline
