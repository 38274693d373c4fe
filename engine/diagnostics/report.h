// Building diagnostics: the names of all codes, a sink, and "did you mean".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/diagnostic.h"

namespace inforce::codes {
#define CODE(number, name, severity, title) inline constexpr Code name{number};
#include "engine/diagnostics/codes.def"
#undef CODE
}  // namespace inforce::codes

namespace inforce::diagnostics {

/// A diagnostic of the code's own severity.
[[nodiscard]] Diagnostic make(Code code, std::string message, Span at, std::string help = {});

/// A diagnostic with no place.
[[nodiscard]] Diagnostic make(Code code, std::string message, std::string help = {});

/// By path, place, code, message; duplicates dropped. Errors hide nothing.
void sort(std::vector<Diagnostic>& found, const Sources& sources);

[[nodiscard]] bool has_errors(std::span<const Diagnostic> found);

/// The candidate nearest to `seen` by edit distance (with transpositions), where near enough to be a slip; else empty.
/// Ties go to the first in alphabetical order.
[[nodiscard]] std::string nearest(std::string_view seen, std::span<const std::string_view> candidates);

/// "did you mean `x`?" or empty.
[[nodiscard]] std::string did_you_mean(std::string_view seen, std::span<const std::string_view> candidates);

}  // namespace inforce::diagnostics
