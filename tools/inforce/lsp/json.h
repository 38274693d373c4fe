// JSON as messages hold it. Whoever looks into a value includes the library itself.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace inforce::lsp {

using Json = nlohmann::json;

}  // namespace inforce::lsp
