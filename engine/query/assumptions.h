// What if (S24): the rules as a question takes them.
#pragma once

#include <optional>
#include <vector>

#include "inforce/query.h"
#include "inforce/rulebook.h"

namespace inforce::query {

/// Errors for events that are not there, and for one that is both assumed and left out.
[[nodiscard]] std::vector<Diagnostic> check_assumptions(const model::Rulebook& rules, const Query& query);

/// The rules as the question takes them: assumed events count, on the day that is given with them; those left out
/// count as merely proposed, and without reports so do reported ones. Empty where nothing differs. The digest stays
/// that of the files.
[[nodiscard]] std::optional<Rulebook> reassessed(const Rulebook& rules, const Query& query);

}  // namespace inforce::query
