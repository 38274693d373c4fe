// Where things end that a parser marks only where they begin: scalars, brackets, tags and anchors.
#pragma once

#include <cstddef>
#include <string_view>

namespace inforce::syntax {

/// Offsets into `text`.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ScalarExtent {
  Extent whole;           ///< Quotes and all; of a block scalar, its indicator.
  Extent content;         ///< Between the quotes.
  bool quoted = false;    ///< In quotes, or a block scalar.
  bool closed = true;     ///< False where the closing quote is missing.
  bool verbatim = false;  ///< The content is the value byte for byte, on one line.
};

/// The extent of the scalar that begins at `begin` and has the value `value`.
[[nodiscard]] ScalarExtent scalar_extent(std::string_view text, std::size_t begin, std::string_view value);

/// The lines that a block scalar's text takes, blank ones at its end too. `head` is the end of its indicator, `holder`
/// the column of the map or list in which it stands, -1 for none.
struct BlockLines {
  Extent extent;
  std::size_t indent = 0;  ///< Blanks before each line that do not belong to the value.
};
[[nodiscard]] BlockLines block_lines(std::string_view text, Extent head, std::ptrdiff_t holder);

/// The offset past the quoted text that begins at `begin`; npos where it is not closed.
[[nodiscard]] std::size_t end_of_quoted(std::string_view text, std::size_t begin);

/// The first offset from `at` on that is neither white space nor in a comment.
[[nodiscard]] std::size_t skip_gap(std::string_view text, std::size_t at);

/// The first offset from `at` on that is no blank or tab.
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t at);

/// The end of the word (tag, anchor, alias) that begins at `begin`.
[[nodiscard]] std::size_t end_of_word(std::string_view text, std::size_t begin);

/// The word that stands for nothing (`~`, `null`, `Null`, `NULL`) at `at`; empty where there is none.
[[nodiscard]] std::string_view null_word(std::string_view text, std::size_t at);

[[nodiscard]] std::size_t line_begin(std::string_view text, std::size_t at);

/// The offset of the line feed that ends the line of `at`; the end of the text where there is none.
[[nodiscard]] std::size_t line_end(std::string_view text, std::size_t at);

/// `text[at]`, or a NUL past the end.
[[nodiscard]] char char_at(std::string_view text, std::size_t at);

}  // namespace inforce::syntax
