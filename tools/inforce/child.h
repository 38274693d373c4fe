// A program run as a child process, without a shell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inforce::cli {

struct ChildResult {
  bool started = false;  ///< False where there is no such program.
  int status = -1;       ///< Its exit status; -1 where a signal ended it.
  std::string out;       ///< Standard output. Standard error is not kept.
};

/// Runs `arguments` (the program first, looked for in PATH) with `input` on its standard input, and waits for it.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input);

}  // namespace inforce::cli
