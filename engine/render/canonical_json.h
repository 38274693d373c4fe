// JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it, so that equal values have equal bytes.
// nlohmann-json stays in canonical_json.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace inforce::render_json {

/// Nothing that is nested deeper, or that is longer, is read.
inline constexpr std::size_t deepest_json = 512;
inline constexpr std::size_t longest_json = std::size_t{64} << 20U;

/// The canonical form of a text, or the sentence that says why it has none.
struct Canonical {
  std::string text;
  std::string error;  ///< Empty where there is a form.

  [[nodiscard]] bool ok() const { return error.empty(); }
};

/// Reads any JSON text. Refused are what I-JSON (RFC 7493) leaves out: text that is not UTF-8, surrogates that stand
/// alone, names that stand twice in an object, numbers beyond those of a double; and what is deeper or longer than
/// the above.
[[nodiscard]] Canonical canonical_json(std::string_view json);

/// A number as ECMAScript writes it: the fewest digits that tell it from all others. Requires: it is finite.
[[nodiscard]] std::string canonical_number(double number);

}  // namespace inforce::render_json
