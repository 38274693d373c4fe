// What the day of the check brings up: reviews that are due, and ends that came since anybody looked.
#include <algorithm>
#include <map>

#include "engine/diagnostics/report.h"
#include "engine/lint/spells.h"
#include "engine/lint/terms.h"
#include "engine/syntax/interval.h"

namespace inforce::lint {
namespace {

using model::EffectId;
using model::Regime;

/// A day ahead it may be that day somewhere already.
constexpr std::chrono::days ahead{1};

const Regime* regime_named(const model::Rulebook& rules, std::string_view id) {
  const auto at = std::ranges::lower_bound(rules.regimes, id, {}, &Regime::id);
  return at != rules.regimes.end() && at->id == id ? &*at : nullptr;
}

void doubt_review(const Regime& regime, Date today, std::vector<Diagnostic>& found) {
  const std::string reviewed = to_string(regime.reviewed);
  if (regime.reviewed > today + ahead) {
    found.push_back(
        diagnostics::make(codes::reviewed_in_future,
                          "`" + regime.id + "` is told to be complete through " + reviewed + ", which is to come",
                          regime.reviewed_span, "write the last day whose events were looked for"));
    return;
  }
  const auto every = syntax::read_interval(regime.review_every);
  if (!every) return;
  const auto due = syntax::day_after(regime.reviewed, *every);
  if (!due || today <= *due) return;
  found.push_back(diagnostics::make(
      codes::review_overdue,
      "`" + regime.id + "` was to be reviewed by " + to_string(*due) + ": it is reviewed every " + regime.review_every,
      regime.reviewed_span, "look for what happened since, and move `reviewed` on"));
}

/// Ends that nobody has looked past, by the place where they are written: one effect may end many measures.
class EndsUnseen {
 public:
  EndsUnseen(const timeline::Compiled& compiled, Date today)
      : compiled_(compiled), rules_(compiled.rulebook.model()), today_(today) {}

  void look_at(model::MeasureId id) {
    const model::Measure& measure = rules_[id];
    const Regime* regime = regime_named(rules_, measure.regime);
    if (regime == nullptr) return;
    const auto spells = spells_of(compiled_, id);
    if (spells.empty()) return;
    const Spell& last = spells.back();
    if (last.ends_by_itself) look_at(id, *regime, last.before, last_end(last, false), "");
    if (last.last_resumed) look_at(id, *regime, *last.last_resumed, last_end(last, true), "the suspension of ");
  }

  void report(std::vector<Diagnostic>& found) const {
    for (const auto& [span, unseen] : by_place_) {
      const std::string others = unseen.count > 1 ? " and " + std::to_string(unseen.count - 1) + " more" : "";
      Diagnostic& diagnostic = found.emplace_back(
          diagnostics::make(codes::ended_unseen,
                            unseen.what + "`" + unseen.measure + "`" + others + " ended by itself " + unseen.end +
                                ", and its regime was not reviewed since",
                            span, "look for an extension, and move `reviewed` of `" + unseen.regime->id + "` on"));
      diagnostic.related.push_back({unseen.regime->reviewed_span, "the last review"});
    }
  }

 private:
  struct Unseen {
    std::string what, measure, end;
    const Regime* regime = nullptr;
    std::size_t count = 0;
  };

  [[nodiscard]] std::optional<Span> last_end(const Spell& spell, bool of_suspension) const {
    for (auto id = spell.effects.rbegin(); id != spell.effects.rend(); ++id) {
      const model::Effect& effect = rules_[*id];
      const bool suspends = effect.of_suspension || effect.verb == model::Verb::suspend;
      if (of_suspension && effect.verb == model::Verb::resume) return std::nullopt;
      if (suspends != of_suspension || written_end(effect) == nullptr) continue;
      return written_end(effect)->span;
    }
    return std::nullopt;
  }

  void look_at(model::MeasureId id, const Regime& regime, Moment end, const std::optional<Span>& written,
               std::string_view what) {
    if (!written || end == end_of_time) return;
    const calendar::Zone& zone = rules_[id].zone;
    const Date day = zone.day_of(end);
    if (day > today_ || day <= regime.reviewed) return;
    Unseen& unseen = by_place_[*written];
    if (unseen.count++ == 0) unseen = {std::string(what), rules_[id].id, told_end(zone, end), &regime, 1};
  }

  const timeline::Compiled& compiled_;
  const model::Rulebook& rules_;
  Date today_;
  std::map<Span, Unseen> by_place_;
};

}  // namespace

void doubt_reviews(const Subject& subject, std::vector<Diagnostic>& found) {
  if (!subject.today) return;
  for (const Regime& regime : subject.rules.regimes) doubt_review(regime, *subject.today, found);
  if (subject.compiled == nullptr) return;
  EndsUnseen ends(*subject.compiled, *subject.today);
  for (std::uint32_t i = 0; i < subject.rules.measures.size(); ++i) ends.look_at({i});
  ends.report(found);
}

}  // namespace inforce::lint
