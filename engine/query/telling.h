// What tells two histories of one measure apart: the first moment at which it is something else.
#pragma once

#include <optional>
#include <string>

#include "engine/query/view.h"

namespace inforce::query {

/// What a record is at a moment, in words: `in-force`, `not in force`, `possibly grace or in-force`.
[[nodiscard]] std::string change_at(const Record& record, Moment moment);

/// Where two histories first differ, in one state of knowledge.
struct Parting {
  When on;
  std::optional<When> known;
  std::string is;
  std::string would_be;
};

/// With today's knowledge, else with the first state of it in which they do. Empty where they never do.
[[nodiscard]] std::optional<Parting> parting_of(const timeline::Compiled& was, const timeline::Compiled& is,
                                                model::MeasureId id);

}  // namespace inforce::query
