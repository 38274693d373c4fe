// Examples that are asked again and again while the dates of the rules change.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "engine/query/dependents.h"
#include "engine/query/shifts.h"
#include "engine/query/view.h"
#include "engine/timeline/recompile.h"

namespace inforce::query {

/// What came of one shift, for the examples of one examiner.
struct Examined {
  const model::Example* by = nullptr;     ///< The first example that noticed.
  std::vector<Diagnostic> errors;         ///< Where the rules are wrong now.
  std::vector<model::MeasureId> changed;  ///< Measures whose history differs.
  std::optional<Timeline> timeline;       ///< With the shift. Told until the next one.
};

/// Examples that take the rules alike: with the same events assumed, left out, or counted only where official.
class Examiner {
 public:
  /// Requires: `rules` compile. The examples stand in a rulebook with the same records.
  Examiner(const Rulebook& rules, std::span<const model::Example* const> examples);

  [[nodiscard]] Examined tried(const Shift& shift);
  [[nodiscard]] const Timeline& timeline() const { return timeline_; }

 private:
  /// An example, and what is known of it before any shift.
  struct Asked {
    const model::Example* example;
    Query query;
    std::unique_ptr<View> view;
    std::vector<model::MeasureId> named;     // by its expectation
    std::vector<std::optional<bool>> about;  // by MeasureId: whether it can come to stand in its answer
  };

  [[nodiscard]] bool is_about(Asked& asked, model::MeasureId id) const;
  [[nodiscard]] bool may_differ(Asked& asked, const View& now, std::span<const model::MeasureId> concerned,
                                std::span<const std::uint32_t> regimes) const;
  [[nodiscard]] const model::Example* noticing(const timeline::Compiled& now, const Shift& shift,
                                               std::span<const model::MeasureId> changed);

  Timeline timeline_;
  std::shared_ptr<model::Rulebook> rules_;  // changed in place
  timeline::Recompiler recompiler_;
  Dependents dependents_;
  std::deque<Asked> asked_;
};

}  // namespace inforce::query
