// Compiles a rulebook measure by measure: all of them, or those alone on which other dates bear.
#pragma once

#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "engine/timeline/knowledge.h"
#include "engine/timeline/stage_history.h"

namespace inforce::timeline {

class Compiler {
 public:
  /// Resolves every date. Findings are added to `found`, now and in `run`.
  Compiler(const Rulebook& rulebook, std::vector<Diagnostic>& found);

  [[nodiscard]] const ResolvedDates& dates() const { return dates_; }
  [[nodiscard]] const std::vector<EventTimes>& times() const { return compiled_->events; }

  /// What bears on each measure, by MeasureId.
  [[nodiscard]] std::vector<Narrative> narratives() const;

  /// All measures. To be called once, as the one below.
  [[nodiscard]] std::shared_ptr<const Compiled> run();

  /// The measures `again` anew, all others as `earlier` has them. Requires: the rules of `earlier` are these but for
  /// dates that bear on no other measure. Findings are those of the measures compiled; idle effects are not told.
  [[nodiscard]] std::shared_ptr<const Compiled> run(const Compiled& earlier, std::span<const model::MeasureId> again);

 private:
  void compile_measure(model::MeasureId id, const Knowledge& knowledge);
  std::uint32_t put(model::MeasureId id, const Narrative& narrative, const std::vector<Stage>& stages,
                    MeasureHistory& history);
  void note_fates(const Narrative& narrative, const std::vector<Fate>& fates);
  void report(model::MeasureId id, const Narrative& narrative, const StageHistory& at);
  [[nodiscard]] Span first_inexact(const Narrative& narrative) const;
  void report_contradiction(model::MeasureId id, const Act& a, const Act& b);
  [[nodiscard]] std::vector<InexactPlace> places_of(const Narrative& narrative) const;
  void report_idle();

  const model::Rulebook& rulebook_;
  std::vector<Diagnostic>& found_;
  ResolvedDates dates_;
  Narratives narratives_;
  std::shared_ptr<Compiled> compiled_;
  Interner interner_;
  std::vector<bool> acted_;
  std::vector<bool> idle_;
  std::set<std::pair<model::EffectId, model::EffectId>> contradictions_;
  std::set<std::pair<model::MeasureId, Trouble>> troubled_;
};

}  // namespace inforce::timeline
