// Says in the reader's words what a YAML parser could not read.
#pragma once

#include <optional>
#include <string_view>

#include "engine/syntax/scalar_span.h"
#include "inforce/diagnostic.h"

namespace inforce::syntax {

/// What was understood when the parser gave up.
struct Fault {
  std::string_view text;
  FileId file;
  std::string_view reason;          ///< The parser's own words.
  std::size_t at = 0;               ///< Where it gave up.
  std::optional<Extent> last;       ///< The last scalar before it.
  std::optional<std::size_t> open;  ///< The innermost bracket still open.
};

[[nodiscard]] Diagnostic explain_fault(const Fault& fault);

}  // namespace inforce::syntax
