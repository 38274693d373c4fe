// Comparisons and alternatives of scopes, and whether examples see them met and not.
#pragma once

#include <map>
#include <vector>

#include "engine/query/conditions.h"
#include "engine/query/examples_coverage.h"

namespace inforce::query {

class SeenBranches {
 public:
  explicit SeenBranches(const model::Rulebook& rules);

  /// Judges what the scope that a measure has at a moment is made of. The view's rules have the same places.
  void see(const View& view, const Record& record, Moment moment, const When& asked);

  [[nodiscard]] std::vector<SeenBranch> all() const;

 private:
  void add(const syntax::Condition& condition, model::MeasureId measure, bool alternative);
  void judge_all(const Setting& setting, const syntax::Condition& condition);

  std::map<Span, SeenBranch> branches_;
};

}  // namespace inforce::query
