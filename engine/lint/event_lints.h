// Doubts about events, their dates, sources and citations.
#pragma once

#include <span>

#include "engine/lint/lints.h"

namespace inforce::lint {

[[nodiscard]] std::span<const Lint> event_lints();

}  // namespace inforce::lint
