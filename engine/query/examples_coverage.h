// What of a rule set its examples reach: effects, measures in and out of their scope, and the days on which something
// begins or ends, asked on both sides. Examples count for the rules as they take them: with their knowledge and their
// assumptions.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/model/rulebook.h"
#include "inforce/answer.h"

namespace inforce::query {

/// An effect that acts on some measure. It is reached by an example whose answer rests on it: on a measure whose scope
/// the case meets, or on the membership of a party that the case names, in a spell that it shaped or ended.
struct ReachedEffect {
  model::EffectId effect;
  bool reached = false;
};

/// A day or moment at which an interval of a measure begins or ends, as all that is known tells it; of an inexact date
/// its first and its last possible day. A side is asked by an example about a case in the measure's scope, or, but for
/// members of groups, about no case: the day before; the day itself. Within a day, either side of the moment.
struct AskedBoundary {
  model::MeasureId measure;
  Bound at;
  Date day_before{};  ///< The days to ask about, in the measure's zone.
  Date day_itself{};
  std::string change;  ///< What it is from then on: `in-force`, `not in force`, `possibly grace or in-force`.
  model::EffectId by;  ///< What it follows from.
  bool before_asked = false;
  bool itself_asked = false;

  [[nodiscard]] bool asked() const { return before_asked && itself_asked; }
};

/// A restriction or authorization: whether an example sees it apply (or that it may, where its dates leave no more),
/// and sees a case near its scope to which it does not apply although it is in force: a part of the scope is met, or it
/// is released or suspended. One that never binds needs not be seen.
struct SeenMeasure {
  model::MeasureId measure;
  bool applying = false;
  bool otherwise = false;
};

/// A comparison in a scope, or one of the alternatives of an `or`: whether some example sees it met, and some not,
/// while the measure is in force or suspended. Parts share those of their whole.
struct SeenBranch {
  Span span;  ///< Where it is written.
  std::string text;
  model::MeasureId measure;
  bool met = false;
  bool unmet = false;
};

struct ExamplesCoverage {
  std::vector<ReachedEffect> effects;     ///< In the order of the rulebook.
  std::vector<AskedBoundary> boundaries;  ///< By measure, then in order of time.
  std::vector<SeenMeasure> measures;      ///< By id.
  std::vector<SeenBranch> branches;       ///< In order of their places.
};

/// Requires: the examples stand in the timeline's rulebook.
[[nodiscard]] ExamplesCoverage coverage_of(const Timeline& timeline, std::span<const model::Example* const> examples);

}  // namespace inforce::query
