// One test of a scope against one value (S19), by the type of its attribute.
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/rulebook.h"

namespace inforce::model {

/// A finite number, written whole; else empty.
[[nodiscard]] std::optional<double> number_of(std::string_view text);

/// Less, equal or greater; empty where the two cannot be compared. Numbers by value, all else as text; days are
/// written so that their text orders as they do.
[[nodiscard]] std::optional<int> compare(AttributeType type, std::string_view left, std::string_view right);

/// True of `prefix` and of codes that continue it with another kind of character (S19).
[[nodiscard]] bool is_under(std::string_view code, std::string_view prefix);

/// Whether `fact` passes the test with `value`. `unequal` is asked as `equal`: it is the negation over all values.
[[nodiscard]] bool matches(AttributeType type, syntax::Operator op, std::string_view fact, std::string_view value);

/// The declared type; `text` where no vocabulary declares the attribute.
[[nodiscard]] AttributeType type_of(const Rulebook& rulebook, std::string_view attribute);

}  // namespace inforce::model
