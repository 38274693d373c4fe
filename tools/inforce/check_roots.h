// Which files `check` reads.
#pragma once

#include "tools/inforce/command.h"

namespace inforce::cli {

/// The named paths; where definitions of reports are below them, also the rules that these rest on. Without any:
/// `--rules`, else $INFORCE_RULES, else `from_settings`, else the default rules.
[[nodiscard]] std::vector<std::string> roots_of_check(const Arguments& arguments, const Environment& environment,
                                                      const std::vector<std::string>& from_settings);

}  // namespace inforce::cli
