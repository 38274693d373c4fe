// The line in a rule file that tells editors where its schema is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/inforce/environment.h"

namespace inforce::cli {

/// Whether a line of `text` tells editors of a schema, in one of the two forms that they read.
[[nodiscard]] bool has_modeline(std::string_view text);

/// The line for the rule file `path`, with its line break. Editors count the path of `schema` from the folder of the
/// rule file; an address stays as it is.
[[nodiscard]] std::string modeline(const std::string& path, const std::string& schema, const Environment& environment);

/// `inforce.schema.json` in the folder of the rule file `path`, or in the nearest one above that has it.
[[nodiscard]] std::optional<std::string> schema_near(const std::string& path, const Environment& environment);

}  // namespace inforce::cli
