// Any text is a question or an error; an error never comes with a question.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "inforce/inforce.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  inforce::Sources sources;
  const auto query = inforce::parse_query(text, sources);
  if (!query.ok() && query.diagnostics().empty()) std::abort();
  const auto when = inforce::parse_when(text, sources);
  if (!when.ok() && when.diagnostics().empty()) std::abort();
  if (inforce::render(query.diagnostics(), sources, {}).empty() && !query.diagnostics().empty()) std::abort();
  return 0;
}
