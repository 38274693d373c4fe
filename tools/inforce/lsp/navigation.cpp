// Where names are defined and where they stand.
#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/requests.h"

namespace inforce::lsp {

namespace {

std::optional<Symbol> symbol_at(const Target& target) {
  if (target.file == nullptr) return std::nullopt;
  const auto* occurrence = target.file->best().at(target.offset);
  return occurrence == nullptr ? std::nullopt : std::optional(target.set->index.symbol_of(*occurrence));
}

Json places(Workspace& workspace, const std::vector<RuleIndex::Found>& found) {
  Json list = Json::array();
  for (const auto& each : found) list.push_back(location(workspace, *each.file, each.occurrence->span));
  return list;
}

}  // namespace

Json definition(Session& session, const Json& params) {
  const auto target = target_of(session.workspace, params);
  const auto symbol = symbol_at(target);
  if (!symbol) return nullptr;
  auto found = target.set->index.all(*symbol);
  std::erase_if(found, [](const auto& each) { return !each.occurrence->defines; });
  return places(session.workspace, found);
}

Json references(Session& session, const Json& params) {
  const auto target = target_of(session.workspace, params);
  const auto symbol = symbol_at(target);
  if (!symbol) return nullptr;
  auto found = target.set->index.all(*symbol);
  const auto context = params.find("context");
  if (context != params.end() && !context->value("includeDeclaration", true)) {
    std::erase_if(found, [](const auto& each) { return each.occurrence->defines; });
  }
  return places(session.workspace, found);
}

Json document_highlight(Session& session, const Json& params) {
  const auto target = target_of(session.workspace, params);
  const auto symbol = symbol_at(target);
  if (!symbol) return nullptr;
  Json list = Json::array();
  for (const auto& each : target.set->index.all(*symbol)) {
    if (each.file->path != target.file->path) continue;
    const int kind = each.occurrence->defines ? 3 : 2;  // Write, Read
    list.push_back(
        {{"range", to_json(session.workspace.range(each.file->texts, each.occurrence->span))}, {"kind", kind}});
  }
  return list;
}

Json document_link(Session& session, const Json& params) {
  const auto target = document_of(session.workspace, params);
  Json list = Json::array();
  if (target.file == nullptr) return list;
  for (const auto& place : target.file->places) {
    const auto& value = place.entry->value;
    const bool is_link = place.field != nullptr && place.field->name == "url" && value.verbatim &&
                         (value.text.starts_with("https://") || value.text.starts_with("http://"));
    if (!is_link) continue;
    list.push_back(
        {{"range", to_json(session.workspace.range(target.file->texts, value.content))}, {"target", value.text}});
  }
  return list;
}

}  // namespace inforce::lsp
