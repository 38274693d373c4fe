// Any text has a layout or a reason why not; laid out again it stays as it is.
#include "engine/syntax/layout.h"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  inforce::Sources sources;
  std::vector<inforce::Diagnostic> found;
  const auto file = sources.add("fuzz", std::string(data, data + size));
  const auto once = inforce::syntax::canonical_layout(sources, file, found);
  if (once.has_value() != found.empty()) std::abort();
  if (!once) return 0;
  const auto twice = inforce::syntax::canonical_layout(sources, sources.add("again", *once), found);
  if (!twice || *twice != *once) std::abort();
  return 0;
}
