// What `check` reads and what of its findings counts: the command line and `inforce.toml`.
#pragma once

#include <optional>

#include "tools/inforce/command.h"

namespace inforce::cli {

struct CheckRequest {
  CheckSettings settings;
  std::vector<std::string> roots;  ///< The rules to check.
  std::string new_baseline;        ///< The file to which the baseline is written; empty: it is not.
};

/// The request of the command line, over the settings of the nearest `inforce.toml` upward from the working folder.
/// Nothing where either is not understood, which has been said. The files that were read for it are in `sources`.
[[nodiscard]] std::optional<CheckRequest> check_request(const Arguments& arguments, Environment& environment,
                                                        Sources& sources);

/// The options of a command that checks.
[[nodiscard]] std::vector<Option> check_options();

}  // namespace inforce::cli
