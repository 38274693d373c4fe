// The compiled history: for each measure, the periods in which it is in force, as known from each moment on.
#pragma once

#include <memory>

#include "inforce/rulebook.h"

namespace inforce {

namespace timeline {
struct Compiled;
}

/// What the events of a rulebook do to its measures (S1–S17). Cheap to copy, never changes, and any thread may ask
/// it.
class Timeline {
 public:
  explicit Timeline(std::shared_ptr<const timeline::Compiled> compiled);

  [[nodiscard]] const Rulebook& rulebook() const;

  /// The whole of it, for the layers of the engine. Not part of the stable interface.
  [[nodiscard]] const timeline::Compiled& compiled() const { return *compiled_; }

 private:
  std::shared_ptr<const timeline::Compiled> compiled_;
};

/// Resolves every date and replays every event. Errors: dates that cannot be computed, effects that contradict each
/// other at one moment (S6), more inexact dates on one measure than can be told apart exactly (S15). Warnings: effects
/// that do nothing (S7).
[[nodiscard]] Checked<Timeline> compile(const Rulebook& rulebook);

}  // namespace inforce
