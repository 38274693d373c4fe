// Reads YAML through yaml-cpp's events into a Document tree, and refuses what a legal record must not hold.
#pragma once

#include <optional>
#include <vector>

#include "engine/syntax/document.h"
#include "inforce/diagnostic.h"

namespace inforce::syntax {

/// The tree of one file. Refused with a diagnostic each, all in one run where the text allows going on: text that is
/// not UTF-8, control characters, duplicate keys, anchors, aliases, merge keys, tags, more than one document, nesting
/// too deep, truncated quotes, conflict marks. Empty where no tree could be made. Never throws, never hangs.
[[nodiscard]] std::optional<Node> parse_yaml(const Sources& sources, FileId file, std::vector<Diagnostic>& found);

}  // namespace inforce::syntax
