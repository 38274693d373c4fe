// Any text is a date or an error, and the canonical text of a date reads as the same date.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/syntax/date_grammar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  inforce::Sources sources;
  const auto file = sources.add("fuzz", text);
  const auto length = static_cast<std::uint32_t>(sources.text(file).size());
  std::vector<inforce::Diagnostic> found;
  const auto date = inforce::syntax::parse_date(sources.text(file), {file, 0, length}, found);
  if (date.has_value() != found.empty()) std::abort();
  if (!date) return 0;
  const auto again = inforce::syntax::parse_date(date->text, {file, 0, 0}, found);
  if (!again || again->text != date->text) std::abort();
  return 0;
}
