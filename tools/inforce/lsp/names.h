// The names in one value, each with its place: in a name itself, in a date, in a condition.
#pragma once

#include <vector>

#include "tools/inforce/lsp/index.h"

namespace inforce::lsp {

/// Values that do not stand in the file as they are, for quotes with escapes, have none.
[[nodiscard]] std::vector<Occurrence> names_in_name(const syntax::Node& value, Kind kind);
[[nodiscard]] std::vector<Occurrence> names_in_date(const Sources& texts, const syntax::Node& value);
[[nodiscard]] std::vector<Occurrence> names_in_condition(const Sources& texts, const syntax::Node& value);

/// A value of an attribute, or `group/member`.
[[nodiscard]] std::vector<Occurrence> names_in_value(const std::string& text, Span span, const std::string& attribute);

}  // namespace inforce::lsp
