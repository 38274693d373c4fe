// Values of attributes: facts of items and examples, attributes of effects, and the values that scopes name.
#pragma once

#include <string_view>

#include "engine/check/draft.h"

namespace inforce::check {

/// The declared attribute of that name; null where there is none.
[[nodiscard]] const model::Attribute* attribute_named(Draft& draft, std::string_view name);

/// Says that the value, or the beginning of values, has none of the attribute's shapes (IF851).
void doubt_shape(Draft& draft, const model::Attribute& attribute, std::string_view value, Span at);

/// Reports a country that does not exist (IF314) and a value beside those declared (IF315), and doubts one that has
/// none of the declared shapes. True where it is neither of the first two.
bool is_value_of(Draft& draft, const model::Attribute& attribute, std::string_view value, Span at);

}  // namespace inforce::check
