#include "engine/timeline/replay.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/timeline/contradiction.h"

namespace inforce::timeline {

namespace {

using model::Effect;
using model::EventId;
using model::Verb;

struct Spell {
  bool running = false;
  Rank begun = 0;
  Rank end = no_rank;
  std::optional<Rank> compliance;
  std::uint32_t attributes = 0;
  ChainId chain = 0;
  EventId imposed_by;
  std::uint32_t index = 0;
  bool shows_suspension = false;  ///< The running suspension stands in the chain.
};

struct Suspension {
  bool running = false;
  Rank end = no_rank;
  std::uint32_t act = 0;
};

class Replayer {
 public:
  Replayer(const model::Rulebook& rulebook, Interner& interner, std::span<const RankedAct> acts,
           std::span<const RankedCut> cuts, std::span<const std::uint32_t> priority)
      : rulebook_(rulebook), interner_(interner), acts_(acts), cuts_(cuts), priority_(priority) {
    result_.fates.assign(acts.size(), Fate::idle);
    by_rank_.resize(acts.size());
    std::iota(by_rank_.begin(), by_rank_.end(), 0U);
    std::ranges::stable_sort(by_rank_, {}, [&](std::uint32_t act) { return acts_[act].at; });
  }

  Replay run(Rank rank_count) {
    auto next = by_rank_.begin();
    for (Rank rank = 0; rank < rank_count; ++rank) {
      end_by_themselves(rank);
      cut(rank);
      std::vector<std::uint32_t> acts;
      for (; next != by_rank_.end() && acts_[*next].at == rank; ++next) {
        const bool gone = superseded_.contains(acts_[*next].event);
        if (gone) result_.fates[*next] = Fate::superseded;
        if (!gone) acts.push_back(*next);
      }
      for (const std::uint32_t act : sequence(acts)) apply(act, rank);
      settle(rank);
    }
    return std::move(result_);
  }

 private:
  /// S6: what ends by itself ends before any effect of that moment.
  void end_by_themselves(Rank rank) {
    ended_by_itself_.reset();
    if (spell_.running && spell_.end == rank) {
      ended_by_itself_ = spell_;
      end_spell(rank, std::nullopt);
    }
    if (suspension_.running && suspension_.end == rank) end_suspension();
  }

  void end_spell(Rank rank, std::optional<EventId> by) {
    result_.spells[spell_.index].before = rank;
    result_.spells[spell_.index].ended_by = by;
    spell_ = Spell{};
  }

  void end_suspension() {
    suspension_ = Suspension{};
    spell_.shows_suspension = false;
  }

  /// A cut by an event that is itself superseded by then does nothing (D5).
  void cut(Rank rank) {
    std::vector<RankedCut> open;
    for (const RankedCut& each : cuts_) {
      if (each.at == rank && !superseded_.contains(each.by)) open.push_back(each);
    }
    while (!open.empty()) {
      const auto stands = std::ranges::find_if(open, [&](const RankedCut& each) {
        return std::ranges::none_of(open, [&](const RankedCut& other) { return other.superseded == each.by; });
      });
      if (stands == open.end()) return;  // they supersede each other: none stands
      const EventId gone = stands->superseded;
      superseded_.insert(gone);
      if (spell_.running && spell_.imposed_by == gone) end_spell(rank, stands->by);
      std::erase_if(open, [&](const RankedCut& other) { return other.by == gone || other.superseded == gone; });
    }
  }

  /// The acts of one rank in the order in which they act.
  std::vector<std::uint32_t> sequence(std::vector<std::uint32_t> acts) {
    if (acts.size() < 2) return acts;
    std::ranges::stable_sort(acts, [&](std::uint32_t a, std::uint32_t b) { return soft_key(a) < soft_key(b); });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> first_then;
    for (std::size_t i = 0; i < acts.size(); ++i) {
      for (std::size_t j = 0; j < acts.size(); ++j) {
        const bool one_phase = phase(acts[i]) == phase(acts[j]);
        if (contradict(rulebook_, acts_[acts[i]], acts_[acts[j]])) {
          if (i < j) first_then.push_back(ordered(acts[i], acts[j]));
        } else if (one_phase && comes_after(rulebook_, acts_[acts[i]].event, acts_[acts[j]].event)) {
          first_then.emplace_back(acts[j], acts[i]);
        }
      }
    }
    std::vector<std::uint32_t> sequence;
    while (!acts.empty()) {
      auto next = std::ranges::find_if(acts, [&](std::uint32_t act) {
        return std::ranges::none_of(first_then, [&](const auto& pair) {
          return pair.second == act && std::ranges::find(acts, pair.first) != acts.end();
        });
      });
      if (next == acts.end()) next = acts.begin();
      sequence.push_back(*next);
      acts.erase(next);
    }
    return sequence;
  }

  int phase(std::uint32_t act) const { return phase_of(rulebook_[acts_[act].effect]); }

  std::tuple<int, std::uint32_t, std::uint32_t> soft_key(std::uint32_t act) const {
    return {phase(act), priority_of(act), acts_[act].effect.value};
  }

  std::uint32_t priority_of(std::uint32_t act) const { return priority_.empty() ? 0 : priority_[act]; }

  std::pair<std::uint32_t, std::uint32_t> ordered(std::uint32_t a, std::uint32_t b) {
    if (comes_after(rulebook_, acts_[a].event, acts_[b].event)) return {b, a};
    if (comes_after(rulebook_, acts_[b].event, acts_[a].event)) return {a, b};
    result_.unordered.emplace_back(std::min(a, b), std::max(a, b));
    const auto key = [&](std::uint32_t act) { return std::pair(priority_of(act), acts_[act].effect.value); };
    return key(a) <= key(b) ? std::pair(a, b) : std::pair(b, a);
  }

  void apply(std::uint32_t index, Rank rank) {
    const RankedAct& act = acts_[index];
    const Effect& effect = rulebook_[act.effect];
    switch (effect.verb) {
      case Verb::impose:
      case Verb::enlist:
        return impose(index, rank);
      case Verb::lift:
      case Verb::delist:
        if (!spell_.running) return;
        result_.fates[index] = Fate::acted;
        return end_spell(rank, act.event);
      case Verb::suspend:
        if (suspension_.running) return;
        suspension_ = {act.end > rank, act.end, index};
        spell_.shows_suspension = false;
        return;
      case Verb::resume:
        if (!suspension_.running) return;
        acted(index);
        return end_suspension();
      case Verb::extend:
        return effect.of_suspension ? extend_suspension(index, rank) : extend_spell(index, rank);
      case Verb::amend:
        return amend(index);
    }
  }

  /// Notes that an act did something; a running spell shows it among its reasons.
  void acted(std::uint32_t index) {
    result_.fates[index] = Fate::acted;
    if (spell_.running) spell_.chain = interner_.link(spell_.chain, acts_[index].effect);
  }

  void impose(std::uint32_t index, Rank rank) {
    const RankedAct& act = acts_[index];
    if (spell_.running) {
      if (has_amend_beside(act)) result_.fates[index] = Fate::acted;
      if (confirms(act)) acted(index);
      return;
    }
    spell_ = Spell{};
    spell_.running = true;
    spell_.begun = rank;
    spell_.end = act.end;
    spell_.compliance = act.compliance;
    spell_.attributes = interner_.attributes(rulebook_[act.effect].attributes);
    spell_.imposed_by = act.event;
    spell_.index = static_cast<std::uint32_t>(result_.spells.size());
    result_.spells.push_back({rank, no_rank, std::nullopt});
    acted(index);
    if (act.end <= rank) end_spell(rank, std::nullopt);
  }

  /// S6: "from this day it is V, in force before or not" is an impose and an amend in one event.
  bool has_amend_beside(const RankedAct& act) const {
    return std::ranges::any_of(acts_, [&](const RankedAct& other) {
      return other.event == act.event && other.at == act.at && rulebook_[other.effect].verb == Verb::amend;
    });
  }

  /// D11: what was reported is now official.
  bool confirms(const RankedAct& act) const {
    return rulebook_[spell_.imposed_by].evidence == model::Evidence::reported &&
           rulebook_[act.event].evidence == model::Evidence::official;
  }

  void extend_spell(std::uint32_t index, Rank rank) {
    if (!spell_.running) return;
    acted(index);
    spell_.end = acts_[index].end;
    if (spell_.end <= rank) end_spell(rank, acts_[index].event);
  }

  void extend_suspension(std::uint32_t index, Rank rank) {
    if (!suspension_.running) return;
    acted(index);
    suspension_.end = acts_[index].end;
    if (suspension_.end <= rank) end_suspension();
  }

  void amend(std::uint32_t index) {
    if (!spell_.running) return;
    const Effect& effect = rulebook_[acts_[index].effect];
    Attributes attributes = interner_.set_of(spell_.attributes);
    for (const auto& [name, value] : effect.attributes) attributes[name] = value;
    if (effect.scope) attributes["scope"] = effect.scope->text;
    spell_.attributes = interner_.attributes(attributes);
    if (acts_[index].compliance) spell_.compliance = acts_[index].compliance;
    acted(index);
  }

  State state_after(Rank rank) const {
    if (!spell_.running) return State::absent;
    if (suspension_.running) return State::suspended;
    return spell_.compliance && *spell_.compliance > rank ? State::grace : State::in_force;
  }

  /// After all effects of a rank: writes down the state where it is another than before.
  void settle(Rank rank) {
    if (spell_.running && suspension_.running) {
      result_.fates[suspension_.act] = Fate::acted;
      if (!spell_.shows_suspension) {
        spell_.chain = interner_.link(spell_.chain, acts_[suspension_.act].effect);
        spell_.shows_suspension = true;
      }
    }
    const State state = state_after(rank);
    join(state, rank);
    const Piece piece{rank, state, spell_.attributes, spell_.chain, spell_.index};
    if (result_.pieces.empty() ? state == State::absent : same(result_.pieces.back(), piece)) return;
    result_.pieces.push_back(piece);
  }

  static bool same(const Piece& a, const Piece& b) {
    if (a.state == State::absent && b.state == State::absent) return true;
    return a.state == b.state && a.attributes == b.attributes && a.chain == b.chain && a.spell == b.spell;
  }

  /// D6: a spell that begins where another ended by itself, alike in all, is one with it.
  void join(State state, Rank rank) {
    if (!ended_by_itself_ || !spell_.running || spell_.begun != rank || result_.pieces.empty()) return;
    const Piece& old = result_.pieces.back();
    if (old.state != state || old.attributes != spell_.attributes) return;
    ChainId chain = ended_by_itself_->chain;
    for (const model::EffectId effect : effects_of(interner_.chains(), spell_.chain)) {
      const bool shown =
          suspension_.running && ended_by_itself_->shows_suspension && effect == acts_[suspension_.act].effect;
      if (!shown) chain = interner_.link(chain, effect);
    }
    result_.spells[ended_by_itself_->index].before = no_rank;
    result_.spells[spell_.index] = {rank, rank, std::nullopt};
    spell_.index = ended_by_itself_->index;
    spell_.begun = ended_by_itself_->begun;
    spell_.chain = chain;
  }

  const model::Rulebook& rulebook_;
  Interner& interner_;
  std::span<const RankedAct> acts_;
  std::span<const RankedCut> cuts_;
  std::span<const std::uint32_t> priority_;
  std::vector<std::uint32_t> by_rank_;
  std::set<EventId> superseded_;
  Spell spell_;
  Suspension suspension_;
  std::optional<Spell> ended_by_itself_;
  Replay result_;
};

}  // namespace

Replay replay(const model::Rulebook& rulebook, Interner& interner, std::span<const RankedAct> acts,
              std::span<const RankedCut> cuts, Rank rank_count, std::span<const std::uint32_t> priority) {
  return Replayer(rulebook, interner, acts, cuts, priority).run(rank_count);
}

}  // namespace inforce::timeline
