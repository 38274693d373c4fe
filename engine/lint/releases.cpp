// Authorizations that can release nothing: their scope excludes what they are to release, or they are never in force
// with it.
#include <algorithm>
#include <array>
#include <set>

#include "engine/diagnostics/report.h"
#include "engine/lint/scopes.h"
#include "engine/model/scope_logic.h"

namespace inforce::lint {
namespace {

using model::MeasureId;
using timeline::Certainty;
using timeline::Segment;
using timeline::State;

enum class Meeting : std::uint8_t { never, in_time, wholly };

class ReleaseDoubts {
 public:
  ReleaseDoubts(const timeline::Compiled& compiled, std::vector<Diagnostic>& found)
      : compiled_(compiled), rules_(compiled.rulebook.model()), released_(rules_.measures.size()), found_(found) {
    for (std::uint32_t i = 0; i < rules_.measures.size(); ++i) {
      for (const MeasureId by : rules_.measures[i].released_by) released_[by.value].push_back({i});
    }
  }

  void look_at(MeasureId id) {
    const model::Measure& measure = rules_[id];
    if (measure.kind != model::Kind::authorization || !measure.parts.empty()) return;
    const std::vector<Segment> own = in_force(id);
    if (own.empty()) return;
    Meeting best = Meeting::never;
    std::optional<MeasureId> released;
    for (const MeasureId leaf : released_[id.value]) {
      const std::vector<Segment> theirs = in_force(leaf);
      if (theirs.empty() || left_ == 0) return;  // a bill, or no time to judge
      best = std::max(best, meeting(id, own, leaf, theirs));
      if (best == Meeting::wholly) return;
      released = leaf;
    }
    if (released) report(measure, best, *released);
  }

 private:
  /// When it may be in force and bind or relieve.
  [[nodiscard]] std::vector<Segment> in_force(MeasureId id) const {
    const auto certainty = compiled_.measures[id.value].inexact ? Certainty::possible : Certainty::certain;
    std::vector<Segment> segments = timeline::history(compiled_, id, std::nullopt, certainty);
    std::erase_if(segments, [](const Segment& segment) { return segment.state == State::absent; });
    return segments;
  }

  Meeting meeting(MeasureId own_id, const std::vector<Segment>& own, MeasureId leaf,
                  const std::vector<Segment>& theirs) {
    Meeting best = Meeting::never;
    std::set<std::pair<const syntax::Condition*, const syntax::Condition*>> tried;
    for (const Segment& mine : own) {
      for (const Segment& other : theirs) {
        if (left_ > 0) --left_;
        if (std::max(mine.from, other.from) >= std::min(mine.before, other.before)) continue;
        best = std::max(best, Meeting::in_time);
        const std::pair scopes{scope_at(own_id, mine), scope_at(leaf, other)};
        if (!tried.insert(scopes).second) continue;
        if (can_meet(scopes.first, scopes.second)) return Meeting::wholly;
      }
    }
    return best;
  }

  [[nodiscard]] const syntax::Condition* scope_at(MeasureId id, const Segment& segment) const {
    const syntax::Condition* amended = compiled_.amended_scopes[segment.attributes];
    return amended != nullptr ? amended : model::scope_of(rules_[id]);
  }

  bool can_meet(const syntax::Condition* a, const syntax::Condition* b) {
    if (left_ == 0) return true;
    const std::array<const syntax::Condition*, 2> both{a, b};
    return model::satisfiable(rules_, both);
  }

  void report(const model::Measure& measure, Meeting best, MeasureId released) {
    const bool in_time = best == Meeting::in_time;
    Diagnostic& diagnostic =
        found_.emplace_back(diagnostics::make(codes::releases_nothing,
                                              "`" + measure.id + "` can release nothing: " +
                                                  (in_time ? "no case meets its scope and that of what it releases"
                                                           : "it is never in force together with what it releases"),
                                              in_time && measure.scope ? measure.scope->span : measure.span,
                                              in_time ? "check both scopes, and what stands under `releases`"
                                                      : "check the dates of both, and what stands under `releases`"));
    const model::Measure& other = rules_[released];
    diagnostic.related.push_back({in_time && other.scope ? other.scope->span : other.span, "`" + other.id + "`"});
  }

  static constexpr std::size_t most_pairs = 200'000;

  const timeline::Compiled& compiled_;
  const model::Rulebook& rules_;
  std::vector<std::vector<MeasureId>> released_;  ///< By authorization: the restrictions with spells that it names.
  std::vector<Diagnostic>& found_;
  std::size_t left_ = most_pairs;  ///< Pairs of segments that this run may still look at.
};

}  // namespace

void doubt_releases(const Subject& subject, std::vector<Diagnostic>& found) {
  if (subject.compiled == nullptr) return;
  ReleaseDoubts doubts(*subject.compiled, found);
  for (std::uint32_t i = 0; i < subject.rules.measures.size(); ++i) doubts.look_at({i});
}

}  // namespace inforce::lint
