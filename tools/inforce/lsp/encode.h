// Values of the protocol as JSON, and back.
#pragma once

#include "tools/inforce/lsp/json.h"
#include "tools/inforce/lsp/workspace.h"

namespace inforce::lsp {

[[nodiscard]] Json to_json(const Range& range);
/// Throws what the JSON library throws where it is no position or range.
[[nodiscard]] Position position_in(const Json& json);
[[nodiscard]] Range range_in(const Json& json);

/// `{"uri", "range"}` of a span of one file of an index.
[[nodiscard]] Json location(Workspace& workspace, const FileIndex& file, Span span);

[[nodiscard]] Json markdown(const std::string& text);

/// The document and the place that a request names. Throws a `Refusal` where no such document is open.
struct Target {
  const Document* document = nullptr;
  RuleSet* set = nullptr;           ///< Null where the document is no rule file. Indexed.
  const FileIndex* file = nullptr;  ///< Null where `set` is.
  std::size_t offset = 0;
};
[[nodiscard]] Target target_of(Workspace& workspace, const Json& params);
/// Without a place.
[[nodiscard]] Target document_of(Workspace& workspace, const Json& params);

}  // namespace inforce::lsp
