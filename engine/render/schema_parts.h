// What the JSON Schema and the reference of rule files share.
#pragma once

#include <string>

#include "engine/check/fields.h"

namespace inforce::render_schema {

/// `event`, of the record that messages call `an event`.
[[nodiscard]] std::string bare_name(const check::RecordRule& rule);

/// The heading of a record in the reference, and the anchor that a page of Markdown gives it.
[[nodiscard]] std::string heading_of(const check::RecordRule& rule);
[[nodiscard]] std::string anchor_of(const check::RecordRule& rule);

}  // namespace inforce::render_schema
