// Whose answers rest on whom: the other way round from `dependencies`, whatever the facts.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/query/conditions.h"

namespace inforce::query {

/// Whether some membership would make a condition true, or open, of the facts.
[[nodiscard]] bool may_hold(const Setting& setting, const syntax::Condition& condition);

/// For one rulebook. Its dates may change; nothing else of it may.
class Dependents {
 public:
  explicit Dependents(const model::Rulebook& rules);

  /// The measures whose status may change where those of `changed` do: themselves, what they release, and what asks for
  /// membership in their groups. In order of id.
  [[nodiscard]] std::vector<model::MeasureId> of(std::span<const model::MeasureId> changed) const;

  /// The regimes, by index, whose scope asks for membership in a group of those of `changed`.
  [[nodiscard]] std::vector<std::uint32_t> regimes(std::span<const model::MeasureId> changed) const;

  /// All scopes that a measure has, as declared and as amended.
  [[nodiscard]] const std::vector<const syntax::Condition*>& scopes(model::MeasureId id) const {
    return scopes_[id.value];
  }

 private:
  void depend(model::MeasureId id);

  const model::Rulebook& rules_;
  std::vector<std::vector<const syntax::Condition*>> scopes_;
  std::vector<std::vector<model::MeasureId>> on_measure_;
  std::map<std::string, std::vector<model::MeasureId>, std::less<>> on_group_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> covered_by_group_;
};

}  // namespace inforce::query
