// Which rule files a test rests on, and which of them it is about.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/inforce/command.h"

namespace inforce::cli {

/// One name for one file, however it was written.
[[nodiscard]] std::string plain_path(const Environment& environment, std::string_view path);

/// All rule files below the roots, by their plain paths.
[[nodiscard]] std::set<std::string> files_below(const std::vector<std::string>& roots, const Environment& environment);

/// The rules that a test rests on: `--rules`; else the default ones, if the named paths are part of them; else those.
[[nodiscard]] std::vector<std::string> roots_for_test(const Arguments& arguments, const Environment& environment);

/// The first path on the command line under which no file of the rules stands; empty where there is none.
[[nodiscard]] std::string path_outside(const std::set<std::string>& rules, const Arguments& arguments,
                                       const Environment& environment);

}  // namespace inforce::cli
