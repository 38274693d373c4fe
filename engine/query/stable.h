// For how long an answer stays the same (S26): found at the boundaries around the time asked about, never by counting
// days.
#pragma once

#include "engine/query/finding.h"

namespace inforce::query {

/// What of a measure an answer shows at a time; two times with equal keys have the same answer for it.
struct Shown {
  bool shown = false;
  Finding finding;  ///< Bare, and empty where not shown.
};
[[nodiscard]] bool same(const Shown& a, const Shown& b);

/// What `on` shows of a measure, or `why`, which always shows it.
enum class Showing : std::uint8_t { by_status, always };

/// The run of days (for a question about a day) or moments around `when` in which the measure is shown alike.
[[nodiscard]] Stable stable_of(const View& view, const Record& record, const When& when,
                               const std::vector<Moment>& changes, Showing showing);

/// Narrows `whole` to what it has in common with `part`.
void narrow(Stable& whole, const Stable& part);

}  // namespace inforce::query
