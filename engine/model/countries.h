// The countries of ISO 3166-1, and those withdrawn from it, which old rules may name. The table is made from the
// system's iso-codes when the program is built.
#pragma once

#include <span>
#include <string_view>

namespace inforce::model {

struct Country {
  std::string_view code;  ///< Two capital letters.
  bool withdrawn = false;
  std::string_view alpha_3;
  std::string_view name;
  std::string_view common_name;    ///< Where people call it otherwise; may be empty.
  std::string_view official_name;  ///< May be empty.
};

/// Sorted by code; a code that was withdrawn and given anew stands twice, the country that has it now first.
[[nodiscard]] std::span<const Country> countries();

/// Whether it is or was a code of a country: two capital letters.
[[nodiscard]] bool is_country(std::string_view code);

/// The name people use, or empty.
[[nodiscard]] std::string_view name_of(std::string_view code);

/// The code that was probably meant by another spelling: small letters, three letters, a name or the beginning or the
/// initials of one, or a name with a slip. Empty where there is none, or several.
[[nodiscard]] std::string_view code_for(std::string_view text);

}  // namespace inforce::model
