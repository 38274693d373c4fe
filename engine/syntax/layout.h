// The canonical layout of a rule file. What the writer decides stays: the order of keys, flow or block style, breaks
// between lines of folded text, single blank lines, comments. What nobody decides is made alike: indentation by two,
// blanks, needless quotes, lines of folded text over the width.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inforce/diagnostic.h"

namespace inforce::syntax {

/// Columns that folded text, and records joined to one line, may take.
inline constexpr std::size_t layout_width = 120;

/// The file in the canonical layout: every comment in its place, every value as before, which is compared. Laid out
/// again it stays as it is. Empty, with the reasons in `found`, where `parse_yaml` finds anything wrong, or where the
/// layout would not say the same (IF019). What names and words mean plays no part.
[[nodiscard]] std::optional<std::string> canonical_layout(const Sources& sources, FileId file,
                                                          std::vector<Diagnostic>& found);

}  // namespace inforce::syntax
