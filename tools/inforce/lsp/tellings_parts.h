// Parts of tellings.
#pragma once

#include "engine/model/rulebook.h"
#include "tools/inforce/lsp/tellings.h"

namespace inforce::lsp {

[[nodiscard]] std::string of_measure(const Asked& asked, const model::Measure& measure);
[[nodiscard]] std::string of_group(const Asked& asked, const model::Group& group);
/// An item, a country, a member of groups: what is known of a value, `attribute=value`.
[[nodiscard]] std::string of_value(const Asked& asked, const std::string& id);

/// **id** title, and an empty line.
[[nodiscard]] std::string title_line(const std::string& id, const std::string& title);
/// `name: value`, or nothing where there is no value.
[[nodiscard]] std::string optional_line(const std::string& name, const std::string& value);

}  // namespace inforce::lsp
