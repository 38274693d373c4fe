// The canonical layout of an open document, as `inforce fmt` has it: one edit of the whole, or none where nothing
// changes or the file is no YAML; that has been said as a finding.
#include <nlohmann/json.hpp>

#include "engine/syntax/layout.h"
#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/requests.h"
#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

Json formatting(Session& session, const Json& params) {
  auto& workspace = session.workspace;
  const auto path = path_of(params.at("textDocument").at("uri").get_ref<const std::string&>());
  const auto open = path ? workspace.documents.find(*path) : workspace.documents.end();
  if (open == workspace.documents.end()) return nullptr;
  const auto& document = open->second;
  Sources sources;
  std::vector<Diagnostic> found;
  const auto text = syntax::canonical_layout(sources, sources.add(document.path, document.text), found);
  auto edits = Json::array();
  if (!text || *text == document.text) return edits;
  const Range whole{{0, 0}, document.lines.position_of(document.text, document.text.size(), workspace.encoding)};
  edits.push_back({{"range", to_json(whole)}, {"newText", *text}});
  return edits;
}

}  // namespace inforce::lsp
