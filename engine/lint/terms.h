// Doubts about terms: extensions, ends and gaps between spells, and what ended since anybody looked.
#pragma once

#include "engine/lint/lints.h"

namespace inforce::lint {

/// IF831, IF832, IF833, IF836 and IF852, of measures with exact dates.
void doubt_terms(const Subject& subject, std::vector<Diagnostic>& found);

/// IF834 and IF835.
void doubt_effects(const Subject& subject, std::vector<Diagnostic>& found);

/// IF830, IF837 and IF838: what the day of the check brings up.
void doubt_reviews(const Subject& subject, std::vector<Diagnostic>& found);

}  // namespace inforce::lint
