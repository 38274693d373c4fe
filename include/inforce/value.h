// What is said of cases and of measures: facts, and attributes with their values.
//
// Plain values; any thread may use them.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace inforce {

/// A value of an attribute: a number is a number, a flag a boolean, all else text.
using Value = std::variant<std::string, double, bool>;
using Attributes = std::map<std::string, Value>;

/// The facts of a case (S18): for each attribute its values as written; several values are several facts. Without
/// any, no case is described, and answers are about force alone (S20).
using Facts = std::map<std::string, std::vector<std::string>>;

}  // namespace inforce
