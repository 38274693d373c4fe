// The pages of all codes, built into the program. The source is generated from engine/diagnostics/codes/ at build time.
#pragma once

#include <cstdint>
#include <string_view>

namespace inforce::diagnostics {

/// The Markdown page of a code; empty where there is none.
[[nodiscard]] std::string_view page_text(std::uint16_t number);

}  // namespace inforce::diagnostics
