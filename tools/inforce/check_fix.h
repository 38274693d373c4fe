// Fixing what `check` finds: `--fix`, `--unsafe-fixes`, `--diff`.
#pragma once

#include <functional>
#include <vector>

#include "engine/lint/fixes.h"
#include "tools/inforce/command.h"

namespace inforce::cli {

[[nodiscard]] std::vector<Option> fix_options();
[[nodiscard]] bool fixes_wanted(const Arguments& arguments);

/// What a run of `check` ends with: writes what is to be said of a report, and the baseline. Gives the exit status.
using EndOfCheck = std::function<int(const CheckReport&, const Sources&)>;

/// Fixes what `look` finds, and ends with what remains; with `--diff` only shows what would change. Texts are added to
/// `sources`. Gives the exit status.
int fix_and_report(const lint::Look& look, const Sources& sources, const EndOfCheck& end, const Arguments& arguments,
                   Environment& environment);

}  // namespace inforce::cli
