// What `check` found, as editors show it.
#pragma once

#include <functional>
#include <string>

#include "tools/inforce/lsp/json.h"
#include "tools/inforce/lsp/workspace.h"

namespace inforce::lsp {

/// More of one file are not shown: the editor is told how many there are, errors come first.
inline constexpr std::size_t most_shown = 2000;

/// Checks the set and tells the editor, by `send(method, params)`, about every file of which it knows something else.
using Notify = std::function<void(const std::string& method, const Json& params)>;
void check_and_publish(Workspace& workspace, RuleSet& set, const Notify& notify);

/// Takes back all that the editor was told of a set.
void clear(const RuleSet& set, const Notify& notify);

}  // namespace inforce::lsp
