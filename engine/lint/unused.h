// Doubts about names: what is declared and never used, and what is one slip away from another.
#pragma once

#include "engine/lint/lints.h"

namespace inforce::lint {

/// IF842 to IF848. A rule set without events is a library, of which nothing needs to be used.
void doubt_unused(const Subject& subject, std::vector<Diagnostic>& found);

/// IF849 and IF850.
void doubt_slips(const Subject& subject, std::vector<Diagnostic>& found);

/// IF841.
void doubt_members_alike(const Subject& subject, std::vector<Diagnostic>& found);

}  // namespace inforce::lint
