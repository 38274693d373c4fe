#include "tools/inforce/lsp/encode.h"

#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/message.h"
#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

namespace {

Json to_json(const Position& position) { return {{"line", position.line}, {"character", position.character}}; }

std::uint32_t count_in(const Json& json, const char* key) {
  const auto& value = json.at(key);
  if (!value.is_number_unsigned()) throw Refusal{invalid_params, std::string("`") + key + "` is not a whole number"};
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), UINT32_MAX));
}

}  // namespace

Json to_json(const Range& range) { return {{"start", to_json(range.start)}, {"end", to_json(range.end)}}; }

Position position_in(const Json& json) { return {count_in(json, "line"), count_in(json, "character")}; }

Range range_in(const Json& json) { return {position_in(json.at("start")), position_in(json.at("end"))}; }

Json location(Workspace& workspace, const FileIndex& file, Span span) {
  return {{"uri", workspace.uri(file.path)}, {"range", to_json(workspace.range(file.texts, span))}};
}

Json markdown(const std::string& text) { return {{"kind", "markdown"}, {"value", text}}; }

Target document_of(Workspace& workspace, const Json& params) {
  const auto& uri = params.at("textDocument").at("uri").get_ref<const std::string&>();
  const auto path = path_of(uri);
  const auto open = path ? workspace.documents.find(*path) : workspace.documents.end();
  if (open == workspace.documents.end()) throw Refusal{invalid_params, "no such document is open: " + uri};
  Target target;
  target.document = &open->second;
  target.set = workspace.set_of(*path);
  if (target.set == nullptr) return target;
  target.file = workspace.indexed(*target.set).index.file(*path);
  if (target.file == nullptr) target.set = nullptr;
  return target;
}

Target target_of(Workspace& workspace, const Json& params) {
  auto target = document_of(workspace, params);
  target.offset = workspace.offset(*target.document, position_in(params.at("position")));
  return target;
}

}  // namespace inforce::lsp
