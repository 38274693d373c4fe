#include "engine/lint/lints.h"

#include "engine/lint/event_lints.h"
#include "engine/lint/measure_lints.h"

namespace inforce::lint {

void run_lints(const Subject& subject, std::vector<Diagnostic>& found) {
  for (const auto lints : {event_lints(), measure_lints()}) {
    for (const Lint lint : lints) lint(subject, found);
  }
}

}  // namespace inforce::lint
