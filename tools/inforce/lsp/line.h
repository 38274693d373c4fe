// One line of YAML in block style, taken apart: dashes, a key, a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inforce::lsp {

struct Line {
  std::vector<std::size_t> dashes;  ///< Columns of the dashes that begin items.
  std::size_t column = 0;           ///< Of the first thing after them.
  bool empty = true;                ///< Nothing but blanks, dashes and a comment.
  bool has_key = false;
  std::string key;
  std::size_t value = 0;  ///< Where the value begins, past blanks.

  [[nodiscard]] std::size_t outermost() const { return dashes.empty() ? column : dashes.front(); }
};

[[nodiscard]] Line line_of(std::string_view text);

/// A text without the quotes around it.
[[nodiscard]] std::string_view unquoted(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace inforce::lsp
