// Scopes, with every attribute and group in them known to exist and every test one that its attribute takes.
#pragma once

#include <optional>

#include "engine/check/draft.h"

namespace inforce::check {

/// The condition in `value`, a scalar on one line; nothing where it is null. Errors are reported and give nothing.
[[nodiscard]] std::optional<model::Scope> scope_in(Draft& draft, const syntax::Node* value);

}  // namespace inforce::check
