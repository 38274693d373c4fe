// Walks the effects of each spell in order, with the ends that they give it and its suspensions.
#include "engine/lint/terms.h"

#include <algorithm>
#include <set>

#include "engine/diagnostics/report.h"
#include "engine/lint/spells.h"

namespace inforce::lint {
namespace {

using model::Effect;
using model::EffectId;
using model::MeasureId;
using model::Verb;

/// An extension is early where it acts more than a leap year before the end that it moves.
constexpr std::chrono::days early{366};

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// An end and the effect that gave it.
struct End {
  std::optional<Moment> at;  ///< Empty: not exact. `end_of_time`: none.
  std::optional<EffectId> by;
};

class TermWalk {
 public:
  TermWalk(const timeline::Compiled& compiled, std::vector<Diagnostic>& found)
      : compiled_(compiled), rules_(compiled.rulebook.model()), moments_(rules_), found_(found) {}

  void look_at(MeasureId measure) {
    measure_ = measure;
    const std::vector<Spell> spells = spells_of(compiled_, measure);
    for (std::size_t i = 0; i < spells.size(); ++i) {
      walk(spells[i]);
      if (i > 0) doubt_gap(spells[i - 1], spells[i]);
    }
  }

 private:
  [[nodiscard]] const calendar::Zone& zone() const { return rules_[measure_].zone; }
  [[nodiscard]] const model::Event& event_of(EffectId effect) const { return rules_[rules_[effect].event]; }

  void walk(const Spell& spell) {
    end_ = End{};
    suspension_ = End{};
    for (const EffectId id : spell.effects) {
      const Effect& effect = rules_[id];
      const bool begins = effect.verb == Verb::impose || effect.verb == Verb::enlist;
      if (begins) impose(id);
      if (effect.verb == Verb::amend) amend(id);
      if (effect.verb == Verb::suspend) suspension_ = {moments_.end(id), id};
      if (effect.verb == Verb::resume) suspension_ = End{};
      if (effect.verb == Verb::extend) extend(id, effect.of_suspension ? suspension_ : end_);
    }
    doubt_suspension(spell);
  }

  void impose(EffectId id) {
    const bool begins_anew = !end_.by || moments_.at(id) == end_.at;
    if (begins_anew) {
      end_ = {moments_.end(id), id};
    } else {
      doubt_end_of(id);
    }
  }

  /// An impose beside an amend (S6) is no reason of a spell that runs already, so the amend leads to it.
  void amend(EffectId id) {
    for (const EffectId beside : event_of(id).effects) {
      const Effect& effect = rules_[beside];
      const bool imposes = effect.verb == Verb::impose && effect.named == rules_[id].named && end_.by != beside;
      if (imposes && moments_.at(beside) == moments_.at(id)) doubt_end_of(beside);
    }
  }

  void doubt_end_of(EffectId id) {
    const auto end = moments_.end(id);
    if (end && end_.at && *end != *end_.at && is_first_look(id)) report_end_not_taken(id);
  }

  void extend(EffectId id, End& running) {
    const auto end = moments_.end(id);
    const auto at = moments_.at(id);
    const bool comparable = end && at && running.at && *running.at != end_of_time;
    if (comparable && !is_explained(event_of(id)) && is_first_look(id)) {
      if (*end <= *running.at) {
        report_shortens(id, running, *end == *running.at);
      } else if (*running.at - *at > early) {
        report_early(id, running, *at);
      }
    }
    running = {end, id};
  }

  /// Of an effect on a whole one part speaks for all.
  bool is_first_look(EffectId id) { return seen_.insert(id).second; }

  Diagnostic& report(Code code, std::string message, Span at, std::string help) {
    return found_.emplace_back(diagnostics::make(code, std::move(message), at, std::move(help)));
  }

  void relate_end(Diagnostic& diagnostic, const End& end, std::string_view words) const {
    if (!end.by) return;
    const Effect& by = rules_[*end.by];
    const model::DateExpression* written = written_end(by);
    diagnostic.related.push_back({written != nullptr ? written->span : by.span, std::string(words)});
  }

  [[nodiscard]] std::string told(EffectId id) const {
    return quoted(std::string(to_string(rules_[id].verb)) + ": " + rules_[rules_[id].named].id);
  }

  void report_end_not_taken(EffectId id) {
    const model::DateExpression* written = written_end(rules_[id]);
    const std::string ends = *end_.at == end_of_time ? "has no end" : "ends " + told_end(zone(), *end_.at);
    relate_end(report(codes::end_not_taken, told(id) + " gives no end to the spell that runs already, which " + ends,
                      written != nullptr ? written->span : rules_[id].span,
                      "write the same end here; to move it, write `extend` instead"),
               end_, "the spell that runs");
  }

  void report_shortens(EffectId id, const End& running, bool same) {
    const std::string message = same ? " moves no end: it ends " + told_end(zone(), *running.at) + " already"
                                     : " cuts short what ends " + told_end(zone(), *running.at);
    relate_end(report(codes::extension_shortens, told(id) + message, written_end(rules_[id])->span,
                      "correct the end; if the source says so, tell it in the event's `quote` or `note`"),
               running, "the end so far");
  }

  void report_early(EffectId id, const End& running, Moment at) {
    const auto days = std::chrono::duration_cast<std::chrono::days>(*running.at - at).count();
    relate_end(
        report(codes::early_extension,
               told(id) + " acts " + std::to_string(days) + " days before the end that it moves", rules_[id].span,
               "check both dates; if the source says so, tell it in the event's `quote` or `note`"),
        running, "the end that it moves");
  }

  void doubt_suspension(const Spell& spell) {
    const bool told_longer = spell.ends_suspended && spell.ends_by_itself && spell.before != end_of_time &&
                             suspension_.at && *suspension_.at != end_of_time && *suspension_.at > spell.before;
    if (!told_longer || !suspension_.by || is_explained(event_of(*suspension_.by))) return;
    if (!is_first_look(*suspension_.by)) return;
    relate_end(
        report(
            codes::suspension_outlives,
            "the suspension of " + quoted(rules_[measure_].id) + " lasts longer than it: that ended " +
                told_end(zone(), spell.before),
            written_end(rules_[*suspension_.by])->span,
            "end the suspension with the measure, or extend the measure; if the source says so, tell it in the event's "
            "`quote` or `note`"),
        end_, "the end of the measure");
  }

  /// One day between an end that came by itself and a new spell is most often `before` written for `through`.
  void doubt_gap(const Spell& earlier, const Spell& later) {
    if (!earlier.ends_by_itself || later.effects.empty() || is_explained(event_of(later.effects.front()))) return;
    const Bound end = zone().bound(earlier.before);
    const Bound begin = zone().bound(later.from);
    if (!end.day || !begin.day || *begin.day - *end.day != std::chrono::days{1}) return;
    if (!is_first_look(later.effects.front())) return;
    Diagnostic& diagnostic = report(
        codes::gap_of_a_day, quoted(rules_[measure_].id) + " is not in force on " + to_string(*end.day) + " alone",
        rules_[later.effects.front()].span,
        "write `through` where the last day counts; if there is such a gap, tell it in the event's `note`");
    for (auto by = earlier.effects.rbegin(); by != earlier.effects.rend(); ++by) {
      if (rules_[*by].of_suspension || rules_[*by].verb == Verb::suspend || written_end(rules_[*by]) == nullptr)
        continue;
      return relate_end(diagnostic, {earlier.before, *by}, "the end before it");
    }
  }

  const timeline::Compiled& compiled_;
  const model::Rulebook& rules_;
  const EffectMoments moments_;
  std::vector<Diagnostic>& found_;
  MeasureId measure_;
  End end_;
  End suspension_;
  std::set<EffectId> seen_;
};

}  // namespace

void doubt_terms(const Subject& subject, std::vector<Diagnostic>& found) {
  if (subject.compiled == nullptr) return;
  TermWalk walk(*subject.compiled, found);
  for (std::uint32_t i = 0; i < subject.rules.measures.size(); ++i) walk.look_at({i});
}

}  // namespace inforce::lint
