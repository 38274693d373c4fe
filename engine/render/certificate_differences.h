// Where two JSON documents differ. nlohmann-json stays in certificate_differences.cpp.
#pragma once

#include <string>
#include <vector>

#include "inforce/certificate.h"

namespace inforce::render_json {

/// The differences of two objects, members in the order given and then by name, without those of `left_out`. Rows of a
/// list that all have an `id` (or `regime`, or `fact`) of their own are compared by it. Adds to `verification`.
void compare(const std::string& was, const std::string& is, const std::vector<std::string>& first,
             const std::vector<std::string>& left_out, Verification& verification);

}  // namespace inforce::render_json
