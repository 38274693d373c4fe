// compile: dates resolved, narratives replayed for every state of knowledge, histories laid out flat.
#include "engine/diagnostics/report.h"
#include "engine/timeline/compiler.h"

namespace inforce {

Timeline::Timeline(std::shared_ptr<const timeline::Compiled> compiled) : compiled_(std::move(compiled)) {}

const Rulebook& Timeline::rulebook() const { return compiled_->rulebook; }

Checked<Timeline> compile(const Rulebook& rulebook) {
  std::vector<Diagnostic> found;
  auto compiled = timeline::Compiler(rulebook, found).run();
  diagnostics::sort(found, rulebook.model().texts);
  if (diagnostics::has_errors(found)) return found;
  return {Timeline(std::move(compiled)), std::move(found)};
}

}  // namespace inforce
