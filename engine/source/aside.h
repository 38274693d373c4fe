// What a listing of rule files passes over.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace inforce {

/// Whether a name below the folder that was named is of version control, of tools or of packages: nobody's rules,
/// unless it is named itself.
inline bool is_aside(std::string_view name) { return name.starts_with('.') || name == "node_modules"; }

/// Whether some part of a path, which is relative to the folder that was named, is.
inline bool lies_aside(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    if (is_aside(path.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace inforce
