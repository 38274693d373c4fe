// Scopes over the facts of a case, in Kleene's logic (S18, S19): an unknown fact spreads only where it matters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/query/status.h"
#include "engine/query/view.h"

namespace inforce::query {

enum class Truth : std::uint8_t { no, unknown, yes };
[[nodiscard]] Truth opposite(Truth truth);

/// Where a condition is judged. `asked` is the time that the question named; membership is that of `moment`, in the
/// view's state of knowledge.
struct Setting {
  const View& view;
  Moment moment;
  const When& asked;
  Detail detail = Detail::bare;
};

/// What a condition is of the facts, and what decided it.
struct Judgement {
  Truth truth = Truth::yes;
  std::vector<std::string> missing{};       ///< Unknown: attributes without a fact that would decide.
  std::vector<model::MeasureId> members{};  ///< Memberships through which a test is met, or may be.
  bool dated = false;                       ///< Unknown also because of an inexact date of a membership.
  std::vector<std::string> because{};       ///< With full detail: texts of the tests that decided.
  std::vector<Reason> steps{};              ///< With full detail: each of those tests, with the fact that it met.
};

[[nodiscard]] Judgement judge(const Setting& setting, const syntax::Condition& condition);

/// The scope that a measure has while it has that set of attributes: as amended, else as declared; null: every case.
[[nodiscard]] const syntax::Condition* scope_of(const View& view, const model::Measure& measure,
                                                std::uint32_t attributes);

/// The scopes that a measure has in the segments that `counts` holds of, each once; null among them: every case.
[[nodiscard]] std::vector<const syntax::Condition*> scopes_of(
    const View& view, const Record& record,
    bool (*counts)(const timeline::Segment&) = [](const auto&) { return true; });

/// The members of groups that a condition names and that the facts match.
void members_matched(const View& view, const syntax::Condition& condition, std::vector<model::MeasureId>& found);

/// Adds the attributes that a condition asks for and that are not there yet.
void attributes_in(const syntax::Condition& condition, std::vector<std::string>& found);

/// Whether an authorization releases a measure that binds at the moment: certainly, possibly, or not (S20).
[[nodiscard]] Truth release_at(const Setting& setting, const Record& record);

/// The status at a moment for the facts of the question; without facts, of force alone (S20).
[[nodiscard]] Standing standing_at(const Setting& setting, const Record& record);

}  // namespace inforce::query
