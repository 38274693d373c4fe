// Rules compiled again after a change of dates: only the measures on which the changed dates bear, so that a thousand
// changes can be tried one after the other.
#pragma once

#include <vector>

#include "engine/timeline/compiler.h"

namespace inforce::timeline {

/// What came of a change.
struct Recompiled {
  std::optional<Timeline> timeline;       ///< Empty where the rules have errors now.
  std::vector<model::MeasureId> changed;  ///< Measures whose periods, or who knew of them when, are no longer the same.
  std::vector<Diagnostic> found;          ///< The errors, sorted.
};

/// For one thread.
class Recompiler {
 public:
  /// Requires: `rules` compile without error. While this lives their dates may be changed in place, and nothing else
  /// of them; timelines that were given out do not change with them, but what they say of dates as written does.
  explicit Recompiler(std::shared_ptr<const model::Rulebook> rules);

  /// The rules as their dates are now, compared with what they were at first.
  [[nodiscard]] Recompiled again() const;

 private:
  [[nodiscard]] bool other_times(std::size_t measure, const std::vector<EventTimes>& now) const;
  [[nodiscard]] bool is_same(const Compiled& now, model::MeasureId id) const;

  Rulebook rulebook_;
  std::shared_ptr<const Compiled> first_;
  std::vector<Variable> variables_;
  std::vector<Narrative> narratives_;
};

}  // namespace inforce::timeline
