// Fixing what `check` finds: `--fix`, `--unsafe-fixes`, `--diff`.
#pragma once

#include <vector>

#include "engine/lint/fixes.h"
#include "tools/inforce/check_output.h"

namespace inforce::cli {

[[nodiscard]] std::vector<Option> fix_options();
[[nodiscard]] bool fixes_wanted(const Arguments& arguments);

/// Fixes what `look` finds, and reports what remains; with `--diff` only shows what would change. Texts are added to
/// `sources`. Gives the exit status.
int fix_and_report(const lint::Look& look, const Sources& sources, const ReportOrder& order, const Arguments& arguments,
                   Environment& environment);

}  // namespace inforce::cli
