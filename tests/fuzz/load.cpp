// Any file makes a rule set that answers, or diagnostics that can be shown.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "inforce/inforce.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = inforce::memory_files({{"fuzz.yaml", std::string(data, data + size)}});
  const std::vector<std::string> roots{"."};
  inforce::Sources sources;
  const auto rules = inforce::load(*files, roots, sources);
  if (!rules) {
    if (inforce::render(rules.diagnostics(), sources, {}).empty()) std::abort();
    return 0;
  }
  const auto timeline = inforce::compile(*rules);
  if (!timeline) return 0;
  for (const auto* text : {"on 2025-04-12", "on 2025-04-12 known 2025-04-12", "events", "next from 2025-01-01"}) {
    const auto query = inforce::parse_query(text, sources);
    if (!query) std::abort();
    const auto answer = inforce::answer(*timeline, *query);
    if (answer && inforce::render(*answer, {}).empty()) std::abort();
  }
  return 0;
}
