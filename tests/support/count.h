// How often a word stands in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace inforce::test {

/// Also where one begins within another.
inline std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

}  // namespace inforce::test
