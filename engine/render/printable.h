// Text of strangers, fit for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace inforce::render_text {

/// One character, as shown: bytes that are not UTF-8, control characters and direction marks become U+FFFD, a tab
/// becomes blanks.
struct Shown {
  std::string_view bytes;
  std::size_t begin = 0;  ///< The offset of its first byte in the text.
};

/// The character that begins at `at`, which is moved past it. A byte that is not UTF-8 is a character of its own.
/// Requires: `at < text.size()`.
[[nodiscard]] Shown next_character(std::string_view text, std::size_t& at);

/// The whole text as shown, on one line.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace inforce::render_text
