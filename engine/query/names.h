// Looking up what a question names, with "did you mean" where there is none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/query/view.h"

namespace inforce::query {

/// "no restriction, … has the id `x`", with the nearest id.
[[nodiscard]] Diagnostic unknown_measure(const model::Rulebook& rules, std::string_view id);
[[nodiscard]] Diagnostic unknown_event(const model::Rulebook& rules, std::string_view id);
[[nodiscard]] Diagnostic unknown_authority(const model::Rulebook& rules, std::string_view id);

/// All errors of a question: what its kind needs and lacks, and ids that name nothing. Empty where it can be answered.
[[nodiscard]] std::vector<Diagnostic> check_question(const model::Rulebook& rules, const Query& query);

}  // namespace inforce::query
