// Diagnostics in each format.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "inforce/check.h"
#include "inforce/render.h"

namespace inforce {

/// `error`, `warning`, `note`.
[[nodiscard]] std::string_view word_for(Severity severity);

}  // namespace inforce

namespace inforce::render_text {

[[nodiscard]] std::string diagnostics_text(std::span<const Diagnostic> diagnostics, const Sources& sources,
                                           const Style& style);

}  // namespace inforce::render_text

namespace inforce::render_json {

/// The object of `check --format json`. `pages` as in `ReportSetting`.
[[nodiscard]] std::string diagnostics_json(std::span<const Diagnostic> found, std::span<const Suppressed> suppressed,
                                           const Sources& sources, const ReportSetting& setting);

}  // namespace inforce::render_json
