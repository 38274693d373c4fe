// Where in a document the cursor stands, found by indentation and brackets alone: it works in a text that is half
// typed, never fails, and looks at no more than it needs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace inforce::lsp {

struct Cursor {
  /// The keys from the top of the file to the map or list that the cursor stands in; lists add nothing.
  std::vector<std::string> path;
  std::string key;        ///< The key whose value is being written; empty where a key is, or an item of a list.
  bool in_value = false;  ///< Whether `key` counts.
  /// The other keys of the same map, with their values as they are written on their lines.
  std::map<std::string, std::string, std::less<>> siblings;
  /// Of an item of a list: the keys of the map that the list stands in, likewise.
  std::map<std::string, std::string, std::less<>> around;
  std::string before;          ///< What stands between the beginning of the key, item or value and the cursor.
  std::size_t word_begin = 0;  ///< The offset of the word that the cursor ends.
  bool in_comment = false;
};

[[nodiscard]] Cursor cursor_at(std::string_view text, std::size_t offset);

}  // namespace inforce::lsp
