// Any text is a condition or an error, and the canonical text of a condition reads as the same condition.
#include "engine/syntax/condition.h"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  inforce::Sources sources;
  const auto file = sources.add("fuzz", std::string(data, data + size));
  const auto text = sources.text(file);
  std::vector<inforce::Diagnostic> found;
  const inforce::Span where{file, 0, static_cast<std::uint32_t>(text.size())};
  const auto condition = inforce::syntax::parse_condition(text, where, found);
  if (condition.has_value() != found.empty()) std::abort();
  if (!condition) return 0;
  const auto written = inforce::syntax::to_string(*condition);
  if (written.size() > 4096) return 0;  // over the bound of length
  const auto again = inforce::syntax::parse_condition(written, where, found);
  if (!again || inforce::syntax::to_string(*again) != written) std::abort();
  return 0;
}
