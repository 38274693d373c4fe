// Diagnostics in each format.
#pragma once

#include <span>
#include <string>

#include "inforce/render.h"

namespace inforce::render_text {

[[nodiscard]] std::string diagnostics_text(std::span<const Diagnostic> diagnostics, const Sources& sources,
                                           const Style& style);

}  // namespace inforce::render_text

namespace inforce::render_json {

/// The object of `check --format json`.
[[nodiscard]] std::string diagnostics_json(std::span<const Diagnostic> diagnostics, const Sources& sources);

}  // namespace inforce::render_json
