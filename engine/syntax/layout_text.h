// How scalars are written in the canonical layout.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/document.h"

namespace inforce::syntax {

/// Columns: characters, not bytes.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// `node`, a scalar that is no block scalar, on one line: as written, but that needless quotes go and single quotes
/// become double where nothing has to be escaped.
[[nodiscard]] std::string on_one_line(const Node& node, std::string_view text);

/// Whether `value` can be written as folded text (`>-`) without changing.
[[nodiscard]] bool can_fold(std::string_view value);

/// `value` in lines of at most `width` columns, if its words allow it. Requires: `can_fold(value)`.
[[nodiscard]] std::vector<std::string> folded(std::string_view value, std::size_t width);

/// A block scalar: `>-` and its lines, without indentation.
struct BlockText {
  std::string head;
  std::vector<std::string> lines;
  std::size_t end = 0;  ///< Past its last line in the file.
};

/// The block scalar `node` with lines of at most `width` columns where it is folded text; where no line is longer than
/// that, its lines stay as written. `holder` is the column of the map or list in which it stands, -1 for none.
[[nodiscard]] BlockText block_text(const Node& node, std::string_view text, std::ptrdiff_t holder, std::size_t width);

}  // namespace inforce::syntax
