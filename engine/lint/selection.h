// Which codes settings speak of, and what their rules make of a finding.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "inforce/check.h"

namespace inforce::lint {

/// Whether the words for codes in a setting (`IF804`, `scope_never_met`, `IF8`, `all`) mean this code.
[[nodiscard]] bool means(std::string_view words, Code code);

/// How exactly the words name codes: the higher, the fewer they can mean.
[[nodiscard]] std::size_t exactness(std::string_view words);

/// Whether a code is an error of the files by itself: then it always counts.
[[nodiscard]] bool always_counts(Code code);

/// What is wrong with the words for codes, without a place. `touching`: the setting leaves out or changes what they
/// mean, which errors do not allow.
[[nodiscard]] std::optional<Diagnostic> fault_in_codes(std::string_view words, bool touching);

/// "did you mean `IF804`?" or empty.
[[nodiscard]] std::string nearest_code(std::string_view seen);

/// `error`, `warning`, `note`.
[[nodiscard]] std::optional<Severity> severity_named(std::string_view word);

/// Sets the severity that the rules give to the finding in a file of this path; false where it does not count.
[[nodiscard]] bool select(std::span<const FindingRule> rules, std::string_view path, Diagnostic& diagnostic);

}  // namespace inforce::lint
