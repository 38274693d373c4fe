// What the client asks for at the beginning, and what it is told that it can ask.
#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/session.h"
#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

namespace {

/// The value at a path such as `/a/b`; null where there is none.
const Json* find(const Json& json, const char* pointer) {
  const Json::json_pointer path(pointer);
  return json.contains(path) ? &json.at(path) : nullptr;
}

bool is_true(const Json* json) { return json != nullptr && json->is_boolean() && json->get<bool>(); }

Encoding chosen_encoding(const Json& params) {
  const auto* offered = find(params, "/capabilities/general/positionEncodings");
  if (offered == nullptr || !offered->is_array()) return Encoding::utf16;
  for (const auto& each : *offered) {
    if (each == "utf-8") return Encoding::utf8;
    if (each == "utf-16") return Encoding::utf16;
    if (each == "utf-32") return Encoding::utf32;
  }
  return Encoding::utf16;
}

std::string_view name_of(Encoding encoding) {
  return encoding == Encoding::utf8 ? "utf-8" : encoding == Encoding::utf16 ? "utf-16" : "utf-32";
}

void add_folder(const Json& uri, std::vector<std::string>& folders) {
  if (!uri.is_string()) return;
  if (auto path = path_of(uri.get_ref<const std::string&>())) folders.push_back(std::move(*path));
}

std::vector<std::string> folders_in(const Json& params, const std::string& working_folder) {
  std::vector<std::string> folders;
  const auto* listed = find(params, "/workspaceFolders");
  if (listed != nullptr && listed->is_array()) {
    for (const auto& each : *listed) add_folder(each.value("uri", Json()), folders);
  }
  if (const auto* root = find(params, "/rootUri"); folders.empty() && root != nullptr) add_folder(*root, folders);
  const auto* root = find(params, "/rootPath");
  if (folders.empty() && root != nullptr && root->is_string()) {
    folders.push_back(absolute_path(working_folder, root->get_ref<const std::string&>()));
  }
  return folders;
}

/// `rules`, `pages` and `inlayHints`, where they are given.
void take_options(const Json& options, const std::string& working_folder, Wishes& wishes) {
  if (!options.is_object()) return;
  if (const auto* rules = find(options, "/rules")) {
    wishes.rules.clear();
    const auto& folder = wishes.folders.empty() ? working_folder : wishes.folders.front();
    for (const auto& each : rules->is_array() ? *rules : Json::array({*rules})) {
      if (!each.is_string() || each.get_ref<const std::string&>().empty()) continue;
      const auto path = absolute_path(folder, each.get_ref<const std::string&>());
      wishes.rules.push_back(path);
    }
  }
  if (const auto* pages = find(options, "/pages"); pages != nullptr && pages->is_string()) {
    wishes.page_base = pages->get<std::string>();
    if (!wishes.page_base.empty() && !wishes.page_base.ends_with('/')) wishes.page_base += '/';
  }
  if (const auto* hints = find(options, "/inlayHints"); hints != nullptr && hints->is_boolean()) {
    wishes.hints = hints->get<bool>();
  }
}

Json capabilities(Encoding encoding) {
  return {{"positionEncoding", name_of(encoding)},
          {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", {{"includeText", false}}}}},
          {"hoverProvider", true},
          {"completionProvider", {{"triggerCharacters", {" ", ":", "(", ",", "[", "{", ".", "/", "="}}}},
          {"definitionProvider", true},
          {"referencesProvider", true},
          {"documentHighlightProvider", true},
          {"documentSymbolProvider", true},
          {"workspaceSymbolProvider", true},
          {"renameProvider", {{"prepareProvider", true}}},
          {"documentLinkProvider", Json::object()},
          {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}},
          {"inlayHintProvider", true},
          {"documentFormattingProvider", true},
          {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
}

}  // namespace

void find_anew(Session& session) {
  for (const auto& old : session.workspace.start_anew()) clear(old, session.notify);
}

Json initialize(Session& session, const Json& params) {
  auto& workspace = session.workspace;
  workspace.encoding = chosen_encoding(params);
  workspace.wishes.folders = folders_in(params, workspace.host.folder);
  if (const auto* options = find(params, "/initializationOptions")) {
    take_options(*options, workspace.host.folder, workspace.wishes);
  }
  session.watches_files = is_true(find(params, "/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"));
  return {{"capabilities", capabilities(workspace.encoding)},
          {"serverInfo", {{"name", "inforce"}, {"version", workspace.host.version}}}};
}

void initialized(Session& session) {
  if (!session.watches_files) return;
  Json watchers = Json::array();
  for (const auto* pattern : {"**/*.yaml", "**/*.yml", "**/inforce.toml"})
    watchers.push_back({{"globPattern", pattern}});
  const Json registration = {
      {"id", "files"}, {"method", "workspace/didChangeWatchedFiles"}, {"registerOptions", {{"watchers", watchers}}}};
  session.request("client/registerCapability", {{"registrations", Json::array({registration})}});
}

void folders_changed(Session& session, const Json& params) {
  auto& folders = session.workspace.wishes.folders;
  const auto& event = params.at("event");
  std::vector<std::string> removed;
  for (const auto& each : event.at("removed")) add_folder(each.at("uri"), removed);
  for (const auto& each : removed) std::erase(folders, each);
  for (const auto& each : event.at("added")) add_folder(each.at("uri"), folders);
  find_anew(session);
}

void settings_changed(Session& session, const Json& params) {
  const auto* settings = find(params, "/settings/inforce");
  if (settings != nullptr) take_options(*settings, session.workspace.host.folder, session.workspace.wishes);
  find_anew(session);
}

}  // namespace inforce::lsp
