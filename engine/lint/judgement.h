// Which of all that was found counts: by comments, by the rules of the settings, by the baseline.
#pragma once

#include <span>
#include <string>

#include "inforce/check.h"

namespace inforce::lint {

/// Turns all that was found (`report.found`) in these files below these roots into what counts and what
/// is suppressed.
void judge(CheckReport& report, std::span<const FileId> files, std::span<const std::string> roots,
           const CheckSettings& settings, const Sources& sources);

}  // namespace inforce::lint
