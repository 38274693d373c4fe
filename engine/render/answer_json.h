// An answer as the JSON of interface.md.
#pragma once

#include <string>

#include "inforce/answer.h"

namespace inforce::render_json {

[[nodiscard]] std::string to_json(const Answer& answer);

}  // namespace inforce::render_json
