// Doubts about rules that can be loaded: each lint is a function over one subject.
#pragma once

#include <optional>
#include <vector>

#include "engine/model/rulebook.h"
#include "engine/timeline/compiled.h"
#include "inforce/diagnostic.h"

namespace inforce::lint {

/// What is doubted.
struct Subject {
  const model::Rulebook& rules;
  const timeline::Compiled* compiled = nullptr;  ///< Null where the rules do not compile.
  std::optional<Date> today;
};

using Lint = void (*)(const Subject& subject, std::vector<Diagnostic>& found);

/// All lints, in order of their concerns.
void run_lints(const Subject& subject, std::vector<Diagnostic>& found);

}  // namespace inforce::lint
