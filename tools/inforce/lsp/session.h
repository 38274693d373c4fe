// What can be asked of the server, as tables: a function for each method.
#pragma once

#include <string_view>

#include "tools/inforce/lsp/diagnostics.h"
#include "tools/inforce/lsp/workspace.h"

namespace inforce::lsp {

struct Session {
  explicit Session(Host host) : workspace(std::move(host)) {}
  Workspace workspace;
  Notify notify;
  /// Asks the client, which may answer or not.
  std::function<void(const std::string& method, const Json& params)> request;
  bool watches_files = false;  ///< The client can tell of changes on the disk.
};

/// Throws a `Refusal`, or what the JSON library throws where the parameters are not as they should be.
using Request = Json (*)(Session& session, const Json& params);
using Notification = void (*)(Session& session, const Json& params);

/// Null where there is no such method. `initialize`, `shutdown` and `exit` are none of them.
[[nodiscard]] Request request_named(std::string_view method);
[[nodiscard]] Notification notification_named(std::string_view method);

/// What the server can do, for a client that can do this.
[[nodiscard]] Json initialize(Session& session, const Json& params);
void initialized(Session& session);

/// Finds the rule sets anew, and takes back what was told of the old ones.
void find_anew(Session& session);

void did_open(Session& session, const Json& params);
void did_change(Session& session, const Json& params);
void did_close(Session& session, const Json& params);
void did_save(Session& session, const Json& params);
void files_changed(Session& session, const Json& params);
void folders_changed(Session& session, const Json& params);
void settings_changed(Session& session, const Json& params);

}  // namespace inforce::lsp
