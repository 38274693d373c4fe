// Rules as a revision of the git repository holds them. git runs as a child process, without a shell; it reads, and
// changes nothing.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/inforce/environment.h"

namespace inforce::cli {

/// Rule files in a revision, or why there are none.
struct Revision {
  std::vector<std::pair<std::string, std::string>> files;  ///< Path, as it would be in the working files, and text.
  std::vector<std::string> roots;
  std::string error;
  std::string help;
};

/// The rule files below `roots` in `name`, such as `main`, `HEAD~1` or `origin/main:rules`: with a colon, those below
/// the path after it, from the top of the repository. `folder`: where the repository is looked for, and what `roots`
/// are relative to.
[[nodiscard]] Revision read_revision(const std::string& name, const std::vector<std::string>& roots,
                                     const std::string& folder);

}  // namespace inforce::cli
