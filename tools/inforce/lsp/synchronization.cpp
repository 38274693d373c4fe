// What the editor tells of its documents and of files on the disk.
#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/message.h"
#include "tools/inforce/lsp/session.h"
#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

namespace {

/// Empty for what is no file, such as a document that was never saved: nothing is known of those.
std::optional<std::string> path_in(const Json& params) {
  return path_of(params.at("textDocument").at("uri").get_ref<const std::string&>());
}

void apply(Document& document, const Json& change, Encoding encoding) {
  const auto& text = change.at("text").get_ref<const std::string&>();
  const auto range = change.find("range");
  if (range == change.end() || range->is_null()) {
    document.replace(text);
  } else {
    document.replace(range_in(*range), text, encoding);
  }
}

}  // namespace

void did_open(Session& session, const Json& params) {
  const auto path = path_in(params);
  if (!path) return;
  const auto& told = params.at("textDocument");
  Document document;
  document.uri = told.at("uri").get<std::string>();
  document.path = *path;
  document.version = told.value("version", std::int64_t{0});
  document.replace(told.at("text").get<std::string>());
  session.workspace.documents.insert_or_assign(*path, std::move(document));
  if (session.workspace.rules_have_moved()) find_anew(session);
  session.workspace.touch(*path);
}

void did_change(Session& session, const Json& params) {
  const auto path = path_in(params);
  if (!path) return;
  const auto open = session.workspace.documents.find(*path);
  if (open == session.workspace.documents.end()) throw Refusal{invalid_params, "the document is not open"};
  auto& document = open->second;
  const auto version = params.at("textDocument").find("version");
  const bool told = version != params.at("textDocument").end() && version->is_number_integer();
  if (told && version->get<std::int64_t>() < document.version) {
    throw Refusal{invalid_params, "the change is to an older version of the document"};
  }
  // All or nothing: a change that cannot be understood leaves the text as it was.
  Document changed = document;
  for (const auto& change : params.at("contentChanges")) apply(changed, change, session.workspace.encoding);
  if (told) changed.version = version->get<std::int64_t>();
  document = std::move(changed);
  session.workspace.touch(*path);
}

void did_close(Session& session, const Json& params) {
  const auto path = path_in(params);
  if (!path) return;
  session.workspace.touch(*path);
  session.workspace.documents.erase(*path);
  if (session.workspace.rules_have_moved()) find_anew(session);
  for (const auto& unused : session.workspace.drop_unused()) clear(unused, session.notify);
}

void did_save(Session& session, const Json& params) {
  if (const auto path = path_in(params)) session.workspace.touch(*path);
}

void files_changed(Session& session, const Json& params) {
  (void)params;  // Folders come and go without a word about the files in them, so all is looked at again.
  if (session.workspace.rules_have_moved()) find_anew(session);
  session.workspace.touch_all();
}

}  // namespace inforce::lsp
