// Whether scopes can be met at all, together or always: logic over all cases, where `query/` judges one.
#pragma once

#include <span>

#include "engine/model/rulebook.h"

namespace inforce::model {

/// Whether some case meets all `conditions`; a null one is met by every case. A case has one value for each attribute,
/// of those that its type and its vocabulary allow, and has `fixed` as given: complete, as for a question, and any
/// number of values. Who is ever a member of a group may be one or not, each by itself; nobody else is.
/// Exact, but where the search is longer than a fixed bound the answer is `true`. Requires: a linked rulebook.
[[nodiscard]] bool satisfiable(const Rulebook& rulebook, std::span<const syntax::Condition* const> conditions,
                               const Facts& fixed = {});

/// Whether every such case meets `condition`; `false` where the search is longer than that bound.
[[nodiscard]] bool always_met(const Rulebook& rulebook, const syntax::Condition& condition);

}  // namespace inforce::model
