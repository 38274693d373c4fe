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

/// When an answer shows a measure: `on` by its status, or, of an authorization of no account, only where it is sure;
/// `why` always.
enum class Showing : std::uint8_t { by_status, where_sure, always };

/// The run of days (for a question about a day) or moments around `when` in which the measure is shown alike.
[[nodiscard]] Stable stable_of(const View& view, const Record& record, const When& when,
                               const std::vector<Moment>& changes, Showing showing);

/// Narrows `whole` to what it has in common with `part`.
void narrow(Stable& whole, const Stable& part);

}  // namespace inforce::query
