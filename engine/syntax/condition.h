// The language of scope (S19) as a tree with spans: text still, no types and no ids.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/diagnostic.h"

namespace inforce::syntax {

enum class Operator : std::uint8_t {
  all_of,
  any_of,
  negate,
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,
  in,
  in_group,
  under
};

/// A node of a condition. `all_of`, `any_of`, `negate` have operands; the others an attribute and values (the group's
/// id for `in_group`, the prefix for `under`).
struct Condition {
  Operator op = Operator::all_of;
  std::string attribute;
  Span attribute_span;
  std::vector<std::string> values;
  std::vector<Span> value_spans;
  std::vector<Condition> operands;
  Span span;
};

/// Reads a condition such as `item = H20 and destination in (CN, HK, MO)`: `not` before `and` before `or`. Nesting is
/// bounded (64) and so is length (4096 bytes). Errors point at the exact place.
[[nodiscard]] std::optional<Condition> parse_condition(std::string_view text, Span where,
                                                       std::vector<Diagnostic>& found);

/// The canonical text of a condition: single blanks, the fewest parentheses. Reading it gives the same tree.
[[nodiscard]] std::string to_string(const Condition& condition);

}  // namespace inforce::syntax
