// The comments of a YAML file, with their places.
#pragma once

#include <vector>

#include "engine/syntax/document.h"

namespace inforce::syntax {

struct Comment {
  Span span;           ///< From the `#` to the last byte before the line break.
  bool alone = false;  ///< Nothing but white space stands before it on its line.
};

/// All comments of a file, in order. `root` is its tree, as `parse_yaml` gives it: what looks like a comment in
/// quotes, in a plain scalar or in a block scalar is none.
[[nodiscard]] std::vector<Comment> comments(const Sources& sources, FileId file, const Node& root);

}  // namespace inforce::syntax
