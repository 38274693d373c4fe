// Which values an attribute may have, by its type and by what its vocabulary says (S18).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/model/rulebook.h"

namespace inforce::model {

/// Why a value is none of an attribute.
enum class Misfit : std::uint8_t { none, number, day, flag, country, listed, empty };

[[nodiscard]] Misfit misfit(const Attribute& attribute, std::string_view value);

/// What the attribute takes instead of a misfit: "a number such as `4800`". Empty for `none`.
[[nodiscard]] std::string_view wanted(Misfit misfit);

/// Whether the value is written as one of the attribute's shapes says; true where it declares none. In a shape `9`
/// stands for a digit, `A` for a capital letter, a final `*` for all that is `under` what stands before it, anything
/// else for itself.
[[nodiscard]] bool has_shape(const Attribute& attribute, std::string_view value);

/// Whether some value of those shapes is `under` the prefix.
[[nodiscard]] bool may_begin_shape(const Attribute& attribute, std::string_view prefix);

/// For a misfit of `country` or `listed` the way out: what was probably meant, else what there is.
[[nodiscard]] std::string remedy(const Attribute& attribute, std::string_view value);

/// Whether some attribute of the vocabulary, or the list of countries, has this code of a country.
[[nodiscard]] bool is_country_of(const Rulebook& rulebook, std::string_view code);

}  // namespace inforce::model
