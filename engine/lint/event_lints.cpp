#include "engine/lint/event_lints.h"

namespace inforce::lint {

std::span<const Lint> event_lints() { return {}; }

}  // namespace inforce::lint
