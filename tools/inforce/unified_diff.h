// What changed between two texts, as `patch` reads it.
#pragma once

#include <string>
#include <string_view>

namespace inforce::cli {

/// The unified form with three lines around each change; empty where nothing changed.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace inforce::cli
