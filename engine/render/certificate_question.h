// The question of a certificate, read back from JSON. nlohmann-json stays in certificate_question.cpp.
#pragma once

#include <optional>
#include <string>

#include "inforce/query.h"

namespace inforce::render_json {

/// The word for a kind of question, such as `on` or `diff-known`.
[[nodiscard]] std::string word_of(Ask ask);

struct ReadQuestion {
  std::optional<Query> query;
  std::string error;  ///< Why there is none.
};

/// Reads the object `question` of an answer's JSON with the word for its kind as `ask`. A member that is not known, or
/// of another shape, is an error.
[[nodiscard]] ReadQuestion read_question(const std::string& json);

}  // namespace inforce::render_json
