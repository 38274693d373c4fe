// Files as editors name them: `file:///home/a%20b.yaml`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace inforce::lsp {

/// The path that a `file` URI names, without `.` and `..`; empty for any other scheme, and for a path with a NUL in it.
[[nodiscard]] std::optional<std::string> path_of(std::string_view uri);

/// Requires: `path` is absolute.
[[nodiscard]] std::string uri_of(std::string_view path);

/// `path` seen from `folder`, where it is not absolute; without `.` and `..`.
[[nodiscard]] std::string absolute_path(std::string_view folder, std::string_view path);

/// `/a/b` of `/a/b/c.yaml`.
[[nodiscard]] std::string folder_of(std::string_view path);

/// True of `/a/b/c.yaml` and `/a`, and where they are the same.
[[nodiscard]] bool lies_below(std::string_view path, std::string_view folder);

[[nodiscard]] bool is_yaml(std::string_view path);

}  // namespace inforce::lsp
