// Differences of two documents, as people read them.
#pragma once

#include <cstddef>
#include <string>

#include "inforce/certificate.h"

namespace inforce::render_text {

/// Each with its place, what was there and what is; the first ones, and how many more there are.
[[nodiscard]] std::string differences_text(const Verification& verification, std::size_t width);

}  // namespace inforce::render_text
