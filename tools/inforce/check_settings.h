// What of the findings of `check` counts: the command line and `inforce.toml`.
#pragma once

#include <optional>

#include "tools/inforce/command.h"

namespace inforce::cli {

/// Nothing where they are not understood, which has been said.
[[nodiscard]] std::optional<CheckSettings> check_settings(const Arguments& arguments, Environment& environment);

}  // namespace inforce::cli
