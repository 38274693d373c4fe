// The facts of a question: what is wrong with them, what is doubtful, and what follows from them (S18).
#pragma once

#include <string>
#include <vector>

#include "engine/model/rulebook.h"
#include "inforce/answer.h"

namespace inforce::query {

/// The facts of a case with those that follow from the catalogue of items; given ones win (S18).
struct Case {
  Facts facts{};
  /// Attributes that follow for some of several items only: they may have other values too (D13).
  std::vector<std::string> partial{};
};
[[nodiscard]] Case complete(const model::Rulebook& rules, const Facts& given);

/// Those that follow, with the item that each follows from.
[[nodiscard]] std::vector<Derived> derived_facts(const model::Rulebook& rules, const Facts& given);

/// Errors for facts that no vocabulary declares, whose values are not of the declared type, that name a country or a
/// member that does not exist.
[[nodiscard]] std::vector<Diagnostic> check_facts(const model::Rulebook& rules, const Facts& facts);

/// Sentences about values that are almost, and not quite, those of a member or an item.
[[nodiscard]] std::vector<std::string> doubts_about(const model::Rulebook& rules, const Facts& facts);

}  // namespace inforce::query
