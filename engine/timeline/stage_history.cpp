#include "engine/timeline/stage_history.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/timeline/contradiction.h"
#include "engine/timeline/possible.h"

namespace inforce::timeline {

namespace {

/// Orders of acts that contradict each other on one moment, past which a measure is refused.
constexpr std::size_t most_orders = 720;

constexpr PointIndex not_used = 0xffffffffU;

class StageReplay {
 public:
  StageReplay(const model::Rulebook& rulebook, const ResolvedDates& dates, const Narrative& narrative,
              const Stage& stage, Interner& interner)
      : rulebook_(rulebook), narrative_(narrative), interner_(interner), possible_(interner) {
    problem_.variables = dates.variables;
    places_.assign(narrative.points.size(), not_used);
    history_.fates.assign(narrative.acts.size(), Fate::superseded);
    for (std::uint32_t i = 0; i < narrative.acts.size(); ++i) {
      const Act& act = narrative.acts[i];
      if (stage.has(act.event) && stage.has_all(act.at.anchors)) use(i, stage);
    }
    for (const Cut& cut : narrative.cuts) {
      if (!stage.has(cut.by) || !stage.has_all(cut.at.anchors)) continue;
      use(cut.at.point);
      cuts_.push_back(&cut);
    }
    problem_.ranked = problem_.points.size();
    demand(stage);
    history_.inexact =
        std::ranges::any_of(problem_.points, [](const Point& point) { return point.variable.has_value(); });
  }

  StageHistory run() {
    const auto fit = for_each_world(problem_, [&](const World& world) { visit(world); });
    if (history_.trouble == Trouble::none && fit == Worlds::none) history_.trouble = Trouble::no_completion;
    if (history_.trouble == Trouble::none && fit == Worlds::too_many) history_.trouble = Trouble::too_many;
    if (!history_.contradictions.empty()) history_.trouble = Trouble::contradiction;
    if (history_.inexact) history_.segments = possible_.segments();
    announce();
    return std::move(history_);
  }

 private:
  void use(PointIndex point) {
    if (places_[point] != not_used) return;
    places_[point] = static_cast<PointIndex>(problem_.points.size());
    problem_.points.push_back(narrative_.points[point]);
  }

  void use(std::uint32_t index, const Stage& stage) {
    const Act& act = narrative_.acts[index];
    use(act.at.point);
    acts_.push_back(index);
    ends_.push_back(act.end && stage.has_all(act.end->anchors));
    if (ends_.back()) use(act.end->point);
    compliances_.push_back(act.compliance && stage.has_all(act.compliance->anchors));
    if (compliances_.back()) use(act.compliance->point);
  }

  /// Demands tie points that may have no rank of their own.
  void demand(const Stage& stage) {
    const auto place = [&](const Point& point) {
      const auto index = static_cast<PointIndex>(std::ranges::find(problem_.points, point) - problem_.points.begin());
      if (index == problem_.points.size()) problem_.points.push_back(point);
      return index;
    };
    for (const Demand& each : narrative_.demands) {
      if (!stage.has_all(each.events)) continue;
      const PointIndex earlier = place(each.earlier);
      const PointIndex later = place(each.later);
      problem_.not_after.emplace_back(earlier, later);
    }
  }

  std::vector<RankedAct> ranked(const World& world) const {
    std::vector<RankedAct> acts;
    const auto rank = [&](PointIndex point) { return world.rank_of(places_[point]); };
    for (std::size_t i = 0; i < acts_.size(); ++i) {
      const Act& act = narrative_.acts[acts_[i]];
      RankedAct& each = acts.emplace_back(RankedAct{act.effect, act.event, rank(act.at.point), no_rank, std::nullopt});
      if (ends_[i]) each.end = rank(act.end->point);
      if (act.compliance) each.compliance = compliances_[i] ? rank(act.compliance->point) : no_rank;
    }
    return acts;
  }

  void visit(const World& world) {
    if (history_.trouble != Trouble::none) return;
    const auto acts = ranked(world);
    std::vector<RankedCut> cuts;
    for (const Cut* cut : cuts_) cuts.push_back({cut->by, cut->superseded, world.rank_of(places_[cut->at.point])});
    const Replay first = replay(rulebook_, interner_, acts, cuts, world.rank_count());
    if (first.unordered.empty()) return take(first, world);
    if (report_always_together(first)) return;
    replay_in_every_order(acts, cuts, first, world);
  }

  /// Acts that meet in every completion, not just in this world, are an error of the rules (S6).
  bool report_always_together(const Replay& replay) {
    bool any = false;
    for (const auto& [a, b] : replay.unordered) {
      const Act& first = narrative_.acts[acts_[a]];
      const Act& second = narrative_.acts[acts_[b]];
      const bool exact = !narrative_.points[first.at.point].variable && !narrative_.points[second.at.point].variable;
      if (first.at.point != second.at.point && !exact) continue;
      history_.contradictions.insert({acts_[a], acts_[b]});
      any = true;
    }
    return any;
  }

  /// S15: where contradicting effects fall on one moment, each order is a completion.
  void replay_in_every_order(const std::vector<RankedAct>& acts, const std::vector<RankedCut>& cuts,
                             const Replay& first, const World& world) {
    std::map<Rank, std::set<std::uint32_t>> meeting;
    for (const auto& [a, b] : first.unordered) meeting[acts[a].at].insert({a, b});
    std::vector<std::vector<std::uint32_t>> groups;
    std::size_t orders = 1;
    for (const auto& [rank, group] : meeting) {
      groups.emplace_back(group.begin(), group.end());
      for (std::size_t k = 2; k <= group.size() && orders <= most_orders; ++k) orders *= k;
    }
    if (orders > most_orders) {
      history_.trouble = Trouble::too_many;
      return;
    }
    bool any = false;
    do {
      std::vector<std::uint32_t> priority(acts.size(), 0);
      for (const auto& group : groups) {
        for (std::uint32_t place = 0; place < group.size(); ++place) priority[group[place]] = place + 1;
      }
      if (!std::ranges::all_of(groups, [&](const auto& group) { return is_order(acts, group); })) continue;
      any = true;
      take(replay(rulebook_, interner_, acts, cuts, world.rank_count(), priority), world);
    } while (next_orders(groups));
    if (!any) take(first, world);
  }

  /// An order keeps to `after`, and to the phases of acts that do not contradict each other (D4).
  bool is_order(const std::vector<RankedAct>& acts, const std::vector<std::uint32_t>& group) const {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) {
        const RankedAct& first = acts[group[i]];
        const RankedAct& second = acts[group[j]];
        if (comes_after(rulebook_, first.event, second.event)) return false;
        const bool later_phase = phase_of(rulebook_[first.effect]) > phase_of(rulebook_[second.effect]);
        if (later_phase && !contradict(rulebook_, first, second)) return false;
      }
    }
    return true;
  }

  /// Counts through all combinations of orders, like the digits of a number.
  static bool next_orders(std::vector<std::vector<std::uint32_t>>& groups) {
    return std::ranges::any_of(groups, [](auto& group) { return std::ranges::next_permutation(group).found; });
  }

  void take(const Replay& replay, const World& world) {
    for (std::size_t i = 0; i < acts_.size(); ++i) {
      Fate& fate = history_.fates[acts_[i]];
      if (fate == Fate::superseded || replay.fates[i] == Fate::acted) fate = replay.fates[i];
    }
    if (history_.inexact) {
      const Rank first = replay.pieces.empty() ? no_rank : replay.pieces.front().from;
      for (const Period& period : world.covered(std::nullopt, first)) {
        Segment absent;
        absent.state = State::absent;
        absent.from = period.from;
        absent.before = period.before;
        possible_.add(absent);
      }
    }
    for (std::size_t i = 0; i < replay.pieces.size(); ++i) {
      const Rank before = i + 1 < replay.pieces.size() ? replay.pieces[i + 1].from : no_rank;
      take(replay, replay.pieces[i], before, world);
    }
  }

  void take(const Replay& replay, const Piece& piece, Rank before, const World& world) {
    if (piece.state == State::absent && !history_.inexact) return;
    Segment segment;
    segment.state = piece.state;
    if (piece.state != State::absent) {
      const SpellBounds& spell = replay.spells[piece.spell];
      segment.attributes = piece.attributes;
      segment.chain = piece.chain;
      segment.spell_from = world.earliest(spell.from);
      segment.spell_before = spell.before == no_rank ? end_of_time : world.latest(spell.before);
      segment.ended_by = spell.ended_by;
    }
    for (const Period& period : world.covered(piece.from, before)) {
      segment.from = period.from;
      segment.before = period.before;
      if (segment.from >= segment.before) continue;
      if (history_.inexact) {
        possible_.add(segment);
      } else {
        history_.segments.push_back(segment);
      }
    }
  }

  /// S11: that an impose is known makes the measure announced, whether it ever comes into force or not.
  void announce() {
    for (const std::uint32_t act : acts_) {
      if (!begins_spell(rulebook_[narrative_.acts[act].effect])) continue;
      Segment announced;
      announced.state = State::announced;
      announced.chain = interner_.link(0, narrative_.acts[act].effect);
      history_.segments.push_back(announced);
      return;
    }
  }

  const model::Rulebook& rulebook_;
  const Narrative& narrative_;
  Interner& interner_;
  WorldProblem problem_;
  std::vector<PointIndex> places_;  // of the narrative's points among those of the problem
  std::vector<std::uint32_t> acts_;
  std::vector<bool> ends_;
  std::vector<bool> compliances_;
  std::vector<const Cut*> cuts_;
  PossibleStates possible_;
  StageHistory history_;
};

}  // namespace

StageHistory history_at(const model::Rulebook& rulebook, const ResolvedDates& dates, const Narrative& narrative,
                        const Stage& stage, Interner& interner) {
  return StageReplay(rulebook, dates, narrative, stage, interner).run();
}

}  // namespace inforce::timeline
