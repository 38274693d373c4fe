// Any bytes give a tree or a diagnostic: no crash, no hang, no tree without a reason.
#include "engine/syntax/yaml.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/diagnostics/report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  inforce::Sources sources;
  const auto file = sources.add("fuzz.yaml", std::string(data, data + size));
  std::vector<inforce::Diagnostic> found;
  const auto tree = inforce::syntax::parse_yaml(sources, file, found);
  if (!tree && !inforce::diagnostics::has_errors(found)) std::abort();
  for (const auto& diagnostic : found) {
    if (diagnostic.primary && diagnostic.primary->span.end > sources.text(file).size()) std::abort();
  }
  return 0;
}
