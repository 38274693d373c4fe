// Maps and lists in brackets, read up to the cursor.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace inforce::lsp {

struct FlowLevel {
  bool is_map = false;
  std::size_t opened = 0;  ///< The offset of the bracket.
  std::string key;         ///< Of a map: the key whose value stands at the cursor; empty where a key does.
  std::map<std::string, std::string, std::less<>> siblings;  ///< The other keys of the map, with their values.
  std::string before;  ///< From the beginning of the key, item or value to the cursor.
};

struct Flow {
  std::vector<FlowLevel> levels;  ///< Brackets that are open at the cursor, outermost first.
  bool in_comment = false;
};

/// `text` ends at the cursor; `rest` is what follows on the line.
[[nodiscard]] Flow flow_at(std::string_view text, std::string_view rest);

}  // namespace inforce::lsp
