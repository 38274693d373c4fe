// Paths of files as settings name them, and globs over them.
#pragma once

#include <string>
#include <string_view>

namespace inforce::lint {

/// `path` below `folder`, without dots and double slashes; an absolute path as it is.
[[nodiscard]] std::string path_in(std::string_view folder, std::string_view path);

/// `path`, which is relative to `working_folder`, as seen from `folder`: `rules/a.yaml`. Dots and double slashes are
/// taken out. The folder itself is `.`; what does not lie below it stays absolute; where both folders are empty,
/// relative to them.
[[nodiscard]] std::string path_from(std::string_view folder, std::string_view working_folder, std::string_view path);

/// Whether a path lies at `root` or below it; all lie below `.`.
[[nodiscard]] bool lies_at_or_below(std::string_view path, std::string_view root);

/// `*` stands for any characters within a name, `**` for any at all, `**/` also for no folder, `?` for one character
/// within a name. A pattern without any of these is a file, or a folder with all below it.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace inforce::lint
