// On which days a measure turns in one state of knowledge, each with the effect that began what turns.
#pragma once

#include <string>
#include <vector>

#include "engine/query/view.h"

namespace inforce::query {

/// As `next` tells them, but a turn whose date is inexact is one, with all moments on which it may come.
struct Turning {
  std::string what;  ///< `effective`, `compliance`, `end`, `suspension` or `resumption`.
  model::EffectId cause;
  Moment first{};
  Moment last{};
  bool certain = true;  ///< In every completion (S15).
  std::vector<model::EventId> by;
  std::string evidence;
};

struct Turnings {
  std::vector<Turning> dated;
  std::size_t open = 0;  ///< Those of which no first or no last possible moment is known.
};

[[nodiscard]] Turnings turnings_of(const View& view, const Record& record);

}  // namespace inforce::query
