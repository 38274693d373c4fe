// The words and characters of conditions, for reading, printing and explaining.
#pragma once

#include <string>
#include <string_view>

namespace inforce::syntax {

/// A character of a value without quotes.
[[nodiscard]] bool is_value_char(char c);

/// A word of the language, which as a value needs quotes.
[[nodiscard]] bool is_reserved(std::string_view word);

/// The bytes of what stands at the beginning of `rest`: a word, an operator, or one character. Not zero.
/// Requires: `rest` is not empty.
[[nodiscard]] std::size_t seen_length(std::string_view rest);

/// The way out where `seen` stands in the place of `wanted`; or empty.
[[nodiscard]] std::string remedy(std::string_view seen, std::string_view wanted);

}  // namespace inforce::syntax
