// Scopes over the facts of a case, in Kleene's logic (S18, S19): an unknown fact spreads only where it matters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/query/status.h"
#include "engine/query/view.h"

namespace inforce::query {

enum class Truth : std::uint8_t { no, unknown, yes };

/// What a condition is of the facts, and what decided it.
struct Judgement {
  Truth truth = Truth::yes;
  std::vector<std::string> missing{};  ///< Unknown: attributes without a fact that would decide.
  std::vector<std::string> because{};  ///< Texts of the tests that decided, such as `destination = CN`.
  bool dated = false;                  ///< Unknown also because of an inexact date of a membership.
};

/// The given facts, with those that follow from the catalogue of items; given ones win (S18).
[[nodiscard]] Facts complete(const model::Rulebook& rules, const Facts& given);

/// The condition at a moment; membership in groups is that of the moment, in the view's state of knowledge.
[[nodiscard]] Judgement judge(const View& view, const syntax::Condition& condition, Moment moment, const When& asked);

/// The scope of a measure at a moment: as amended there, else as declared; a missing scope is always true.
[[nodiscard]] Judgement judge_scope(const View& view, const Record& record, const Standing& standing, Moment moment,
                                    const When& asked);

/// Adds the members of groups that the scope of a measure names and that the facts may match.
void members_named(const View& view, model::MeasureId id, std::vector<model::MeasureId>& found);

/// The status at a moment for the facts of the question; without facts, of force alone (S20).
[[nodiscard]] Standing standing_at(const View& view, const Record& record, Moment moment, const When& asked);

/// Errors for facts that no vocabulary declares, or whose values are not of the declared type.
[[nodiscard]] std::vector<Diagnostic> check_facts(const model::Rulebook& rules, const Facts& facts);

}  // namespace inforce::query
