// What is refused in a text before any parser sees it.
#pragma once

#include <vector>

#include "inforce/diagnostic.h"

namespace inforce::syntax {

/// Reports bytes that are not UTF-8, control characters and invisible direction marks, lone carriage returns, lines
/// that begin with a tab, and conflict marks. True where the text may be parsed.
[[nodiscard]] bool guard_text(const Sources& sources, FileId file, std::vector<Diagnostic>& found);

}  // namespace inforce::syntax
