// Fingerprints of findings in files that go by other names than those under which they were read.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/diagnostic.h"

namespace inforce::lint {

using Naming = std::function<std::string(std::string_view path)>;

/// As `inforce::fingerprints`, with the paths that `name_of` gives.
[[nodiscard]] std::vector<std::string> fingerprints(std::span<const Diagnostic> found, const Sources& sources,
                                                    const Naming& name_of);

}  // namespace inforce::lint
