// Values of one attribute that between them pass and fail its tests in every way in which a value can.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/model/rulebook.h"

namespace inforce::model {

/// Values are equal where these texts are.
[[nodiscard]] std::string canonical(AttributeType type, std::string_view value);

/// Those values, but for what groups ask: all that the tests name, what lies between and beyond numbers and days, what
/// is under a prefix and under no longer one, and one that is like none of these. Some may be no value of the
/// attribute.
[[nodiscard]] std::vector<std::string> telling_values(const Attribute& attribute,
                                                      std::span<const syntax::Condition* const> tests);

}  // namespace inforce::model
