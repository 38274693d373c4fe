// What became of small shifts of dates, as text for people and as JSON.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/query/mutation.h"
#include "inforce/render.h"

namespace inforce {

struct MutationReport {
  std::vector<query::ShiftResult> results;  ///< In order of files and places.
  std::size_t left_out = 0;                 ///< Shifts that a limit left out.

  [[nodiscard]] std::size_t count(query::ShiftFate fate) const;

  /// Of the shifts that could be noticed, those that were, by an example or by `check`, in percent, rounded down; 100
  /// where there are none.
  [[nodiscard]] unsigned percent() const;
};

namespace render_text {

/// The totals, by kind, and a line for each survivor. Quiet: the latter alone.
[[nodiscard]] std::string mutation_text(const MutationReport& report, const model::Rulebook& rules, bool quiet,
                                        const Style& style);

/// What example would notice, in words; empty where none can be told.
[[nodiscard]] std::string advice_for(const query::ShiftResult& result, const model::Rulebook& rules);

}  // namespace render_text

}  // namespace inforce
