// Writes a tree in the canonical layout, with the comments of its file.
#pragma once

#include <string>

#include "engine/syntax/document.h"

namespace inforce::syntax {

/// The file of which `root` is the whole tree, as `parse_yaml` gave it without any finding.
[[nodiscard]] std::string printed_layout(const Sources& sources, FileId file, const Node& root);

}  // namespace inforce::syntax
