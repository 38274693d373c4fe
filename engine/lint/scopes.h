// Doubts about scopes that need the days too: what another restriction covers wholly, what can release nothing.
#pragma once

#include "engine/lint/lints.h"

namespace inforce::lint {

/// IF839. All that is spent on searches in a run is bounded; past the bound nothing more is doubted.
void doubt_shadowed(const Subject& subject, std::vector<Diagnostic>& found);

/// IF840, bounded likewise.
void doubt_releases(const Subject& subject, std::vector<Diagnostic>& found);

}  // namespace inforce::lint
