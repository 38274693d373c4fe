// What can be asked about a document, each as the protocol has it: parameters in, result out.
#pragma once

#include "tools/inforce/lsp/session.h"

namespace inforce::lsp {

[[nodiscard]] Json definition(Session& session, const Json& params);
[[nodiscard]] Json references(Session& session, const Json& params);
[[nodiscard]] Json document_highlight(Session& session, const Json& params);
[[nodiscard]] Json document_link(Session& session, const Json& params);

[[nodiscard]] Json document_symbol(Session& session, const Json& params);
[[nodiscard]] Json workspace_symbol(Session& session, const Json& params);

/// A name is changed wherever it is written, or not at all.
[[nodiscard]] Json prepare_rename(Session& session, const Json& params);
[[nodiscard]] Json rename(Session& session, const Json& params);

[[nodiscard]] Json hover(Session& session, const Json& params);
[[nodiscard]] Json completion(Session& session, const Json& params);
[[nodiscard]] Json code_action(Session& session, const Json& params);
[[nodiscard]] Json inlay_hint(Session& session, const Json& params);
[[nodiscard]] Json formatting(Session& session, const Json& params);

}  // namespace inforce::lsp
