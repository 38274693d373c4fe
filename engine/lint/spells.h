// What is known today of measures with exact dates, as doubts ask for it: spells with the effects that shaped them, and
// the moments of effects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lint/lints.h"
#include "engine/timeline/resolve.h"

namespace inforce::lint {

/// A spell with all that acted on it, first to last.
struct Spell {
  Moment from = beginning_of_time;
  Moment before = end_of_time;
  bool ends_by_itself = false;
  std::optional<Moment> last_resumed;  ///< The end of its last suspension, where the spell goes on after it.
  bool ends_suspended = false;
  std::vector<model::EffectId> effects;
};

/// The spells of a measure in order; none where an inexact date bears on it.
[[nodiscard]] std::vector<Spell> spells_of(const timeline::Compiled& compiled, model::MeasureId measure);

/// The exact moments of effects.
class EffectMoments {
 public:
  explicit EffectMoments(const model::Rulebook& rules);

  /// When the effect acts; empty where that is not exact.
  [[nodiscard]] std::optional<Moment> at(model::EffectId effect) const;

  /// The moment at which what it sets has ended; `end_of_time` where it writes no end, empty where that is not exact.
  [[nodiscard]] std::optional<Moment> end(model::EffectId effect) const;

  [[nodiscard]] const timeline::EffectDates& dates(model::EffectId effect) const {
    return resolved_.effects[effect.value];
  }

 private:
  const model::Rulebook& rules_;
  timeline::ResolvedDates resolved_;
};

/// The end that an effect writes; null where it writes none.
[[nodiscard]] const model::DateExpression* written_end(const model::Effect& effect);

/// `after 2025-06-30` or `at 2025-06-30T16:00:00Z`: when what ends at this moment was over.
[[nodiscard]] std::string told_end(const calendar::Zone& zone, Moment end);

/// Whether its event tells the reader more than dates: what it says is then taken at its word.
[[nodiscard]] bool is_explained(const model::Event& event);

/// By event, whether it has happened for whoever knows all that is recorded (S8, S24).
[[nodiscard]] std::vector<bool> happened(const timeline::Compiled& compiled);

}  // namespace inforce::lint
