// Comments that suppress findings, read: `# inforce: ignore[IF804] until 2026-12-31 reason: …`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inforce/date.h"
#include "inforce/diagnostic.h"

namespace inforce::lint {

/// A code between the brackets.
struct ListedCode {
  Span span;
  std::optional<Code> code;  ///< Empty where it suppresses nothing, which has been said.
};

struct Suppression {
  Span span;      ///< From the `#` to the end of what it says.
  Span deletion;  ///< What goes with it: the whole line, or the blanks beside it.
  Span list;      ///< Between the brackets.
  std::vector<ListedCode> codes;
  std::uint32_t line = 0;     ///< The line of which it speaks: its own, or the one below.
  std::optional<Date> until;  ///< The last day on which it suppresses.
  Span until_span;
  std::string reason;
};

/// All comments of a file that suppress something. What is wrong with others that mean to is said in `found`. A file
/// that is no YAML has none.
[[nodiscard]] std::vector<Suppression> read_suppressions(const Sources& sources, FileId file,
                                                         std::vector<Diagnostic>& found);

}  // namespace inforce::lint
