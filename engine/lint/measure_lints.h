// Doubts about measures, effects, groups, scopes, and what nothing uses.
#pragma once

#include <span>

#include "engine/lint/lints.h"

namespace inforce::lint {

[[nodiscard]] std::span<const Lint> measure_lints();

}  // namespace inforce::lint
