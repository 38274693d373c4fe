// The facts of a case, as examples and reports tell it under `with`.
#pragma once

#include "engine/check/draft.h"

namespace inforce::check {

/// The facts in `map`, each of a declared attribute and of its type. Errors are reported and leave the fact out.
[[nodiscard]] Facts facts_in(Draft& draft, const syntax::Node& map);

}  // namespace inforce::check
