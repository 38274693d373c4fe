#include "tools/inforce/lsp/requests.h"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

namespace inforce::lsp {

namespace {

constexpr std::array<std::pair<std::string_view, Request>, 13> requests = {
    {{"textDocument/hover", hover},
     {"textDocument/completion", completion},
     {"textDocument/definition", definition},
     {"textDocument/references", references},
     {"textDocument/documentHighlight", document_highlight},
     {"textDocument/documentLink", document_link},
     {"textDocument/documentSymbol", document_symbol},
     {"textDocument/prepareRename", prepare_rename},
     {"textDocument/rename", rename},
     {"textDocument/codeAction", code_action},
     {"textDocument/formatting", formatting},
     {"textDocument/inlayHint", inlay_hint},
     {"workspace/symbol", workspace_symbol}}};

constexpr std::array<std::pair<std::string_view, Notification>, 8> notifications = {
    {{"initialized", [](Session& session, const Json& /*params*/) { initialized(session); }},
     {"textDocument/didOpen", did_open},
     {"textDocument/didChange", did_change},
     {"textDocument/didClose", did_close},
     {"textDocument/didSave", did_save},
     {"workspace/didChangeWatchedFiles", files_changed},
     {"workspace/didChangeWorkspaceFolders", folders_changed},
     {"workspace/didChangeConfiguration", settings_changed}}};

template <class Table>
auto found_in(const Table& table, std::string_view method) -> decltype(table.front().second) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.first == method; });
  return found == table.end() ? nullptr : found->second;
}

}  // namespace

Request request_named(std::string_view method) { return found_in(requests, method); }

Notification notification_named(std::string_view method) { return found_in(notifications, method); }

}  // namespace inforce::lsp
