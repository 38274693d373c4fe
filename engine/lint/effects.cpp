// Effects that can never act as written, whatever the measure is by then.
#include <algorithm>
#include <set>

#include "engine/diagnostics/report.h"
#include "engine/lint/spells.h"
#include "engine/lint/terms.h"

namespace inforce::lint {
namespace {

using model::EffectId;
using model::EventId;

class EffectDoubts {
 public:
  EffectDoubts(const timeline::Compiled& compiled, std::vector<Diagnostic>& found)
      : compiled_(compiled),
        rules_(compiled.rulebook.model()),
        moments_(rules_),
        happened_(lint::happened(compiled)),
        found_(found) {}

  void look_at(EffectId id) {
    if (!happened_[rules_[id].event.value]) return;
    const auto& dates = moments_.dates(id);
    if (!report_never_comes(id, dates.at, rules_[id].effective)) {
      const model::Effect& effect = rules_[id];
      (void)report_never_comes(id, dates.end, effect.through ? effect.through : effect.before);
      (void)report_never_comes(id, dates.compliance, effect.compliance);
    }
    doubt_length(id);
  }

 private:
  /// A date that waits for a bill is no doubt; one counted from what turned out never to have happened is.
  bool report_never_comes(EffectId id, const std::optional<timeline::MovingDate>& date,
                          const std::optional<model::DateExpression>& written) {
    if (!date) return false;
    const auto gone = std::ranges::find_if(
        date->anchors, [&](EventId event) { return compiled_.events[event.value].counts && !happened_[event.value]; });
    if (gone == date->anchors.end()) return false;
    const model::Event& event = rules_[rules_[id].event];
    const auto& of_event = event.dates[static_cast<std::size_t>(model::Field::effective)];
    const model::DateExpression& at = written ? *written : of_event ? *of_event : *event.dates[0];
    if (!reported_.insert(at.span).second) return true;
    Diagnostic& diagnostic = found_.emplace_back(diagnostics::make(
        codes::date_never_comes,
        "this date never comes: it is counted from `" + rules_[*gone].id + "`, which was retracted", at.span,
        "count it from another event, or retract `" + event.id + "` too, if it falls with that"));
    diagnostic.related.push_back({rules_[*gone].span, "retracted"});
    return true;
  }

  void doubt_length(EffectId id) {
    const model::Effect& effect = rules_[id];
    const bool begins = effect.verb == model::Verb::impose || effect.verb == model::Verb::enlist;
    const model::DateExpression* end = written_end(effect);
    if (!begins || end == nullptr || moments_.at(id) != moments_.end(id) || !moments_.at(id)) return;
    found_.push_back(diagnostics::make(codes::spell_of_no_length,
                                       "`" + rules_[effect.named].id + "` ends when it begins, so it is never in force",
                                       end->span, "write `through`, if the day itself counts"));
  }

  const timeline::Compiled& compiled_;
  const model::Rulebook& rules_;
  const EffectMoments moments_;
  const std::vector<bool> happened_;
  std::vector<Diagnostic>& found_;
  std::set<Span> reported_;
};

}  // namespace

void doubt_effects(const Subject& subject, std::vector<Diagnostic>& found) {
  if (subject.compiled == nullptr) return;
  EffectDoubts doubts(*subject.compiled, found);
  for (std::uint32_t i = 0; i < subject.rules.effects.size(); ++i) doubts.look_at({i});
}

}  // namespace inforce::lint
