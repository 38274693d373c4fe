#include "engine/query/calendar_turns.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "engine/query/append.h"
#include "engine/query/finding.h"

namespace inforce::query {

using model::EffectId;
using model::EventId;
using model::Verb;
using timeline::Segment;
using timeline::State;

namespace {

constexpr std::chrono::seconds one_second{1};

using Segments = std::vector<const Segment*>;

/// A run of moments between two neighbouring bounds, and what is possible there.
struct Stretch {
  Moment from = beginning_of_time;
  Moment before = end_of_time;
  bool bound = false;
  bool suspended = false;
  bool absent = false;
};

bool is_present(const Stretch& stretch) { return !stretch.absent; }
bool is_suspended(const Stretch& stretch) { return stretch.suspended && !stretch.bound && !stretch.absent; }

Moment end_of(const Segments& segments) {
  Moment end = beginning_of_time;
  for (const auto* segment : segments) end = std::max(end, segment->before);
  return end;
}

class TurningFinder {
 public:
  TurningFinder(const View& view, const Record& record)
      : view_(view), exact_(record.possible.empty()), segments_(exact_ ? record.certain : record.possible) {
    cut();
    for (const auto& segment : segments_) sort_in(segment);
  }

  Turnings find() {
    for (const auto& [cause, spell] : spells_) {
      add_effective(cause, spell);
      add_compliance(cause, spell);
      add_end(cause, spell);
    }
    for (const auto& [cause, segments] : suspensions_) {
      add_suspension(cause, segments);
      add_resumption(cause, segments);
    }
    return std::move(found_);
  }

 private:
  struct Spell {
    Segments all{};
    Segments binding{};
    Segments grace{};
    Segments in_force{};
  };

  /// Cuts the time axis at every bound.
  void cut() {
    std::set<Moment> bounds{beginning_of_time, end_of_time};
    for (const auto& segment : segments_) bounds.insert({segment.from, segment.before});
    for (auto bound = bounds.begin(); std::next(bound) != bounds.end(); ++bound) {
      stretches_.push_back({*bound, *std::next(bound)});
    }
    for (const auto& segment : segments_) {
      for (auto at = stretch_at(segment.from); at != stretches_.end() && at->from < segment.before; ++at) {
        at->bound = at->bound || binds(segment);
        at->suspended = at->suspended || segment.state == State::suspended;
        at->absent = at->absent || segment.state == State::absent;
      }
    }
    for (auto& stretch : stretches_) stretch.absent = stretch.absent || !(stretch.bound || stretch.suspended);
  }

  std::vector<Stretch>::iterator stretch_at(Moment moment) {
    return std::lower_bound(stretches_.begin(), stretches_.end(), moment,
                            [](const Stretch& stretch, Moment at) { return stretch.from < at; });
  }

  void sort_in(const Segment& segment) {
    if (segment.state == State::absent) return;
    const auto effects = timeline::effects_of(view_.compiled, segment.chain);
    const auto is_suspend = [&](EffectId id) { return view_.rules[id].verb == Verb::suspend; };
    if (segment.state == State::suspended) {
      const auto last = std::find_if(effects.rbegin(), effects.rend(), is_suspend);
      if (last != effects.rend()) suspensions_[*last].push_back(&segment);
    }
    const auto first =
        std::find_if(effects.begin(), effects.end(), [&](EffectId id) { return imposes(view_.rules[id]); });
    if (first == effects.end()) return;
    auto& spell = spells_[*first];
    spell.all.push_back(&segment);
    if (binds(segment)) spell.binding.push_back(&segment);
    if (segment.state == State::grace) spell.grace.push_back(&segment);
    if (segment.state == State::in_force) spell.in_force.push_back(&segment);
  }

  /// The first stretch of that kind that begins in `[from, before)`.
  template <class Test>
  const Stretch* first_in(Moment from, Moment before, const Test& test) const {
    const auto found = std::find_if(stretches_.begin(), stretches_.end(), [&](const Stretch& stretch) {
      return stretch.from >= from && stretch.from < before && test(stretch);
    });
    return found == stretches_.end() ? nullptr : &*found;
  }

  template <class Test>
  const Stretch* last_in(Moment from, Moment before, const Test& test) const {
    const auto found = std::find_if(stretches_.rbegin(), stretches_.rend(), [&](const Stretch& stretch) {
      return stretch.from >= from && stretch.from < before && test(stretch);
    });
    return found == stretches_.rend() ? nullptr : &*found;
  }

  /// Whether some stretch of that kind has a moment in `[from, through]`.
  template <class Test>
  bool any_within(Moment from, Moment through, const Test& test) const {
    return std::any_of(stretches_.begin(), stretches_.end(), [&](const Stretch& stretch) {
      return stretch.before > from && stretch.from <= through && test(stretch);
    });
  }

  /// Where no moment is certain: not after the last date that the effect may have, nor after the last moment at all.
  Moment latest_beginning(EffectId cause, const Segments& segments) const {
    const auto end = end_of(segments);
    auto latest = end == end_of_time ? end : end - one_second;
    const auto& effect = view_.rules[cause];
    const auto& times = view_.compiled.events[effect.event.value];
    const bool own = view_.rules[effect.event].dates[static_cast<std::size_t>(model::Field::effective)].has_value();
    const auto& written = own ? times.effective_last : times.last;
    if (!effect.effective && written) latest = std::min(latest, *written);
    return latest;
  }

  /// A beginning of which no first possible moment is known is counted.
  bool is_open(Moment first) {
    if (first != beginning_of_time) return false;
    ++found_.open;
    return true;
  }

  void add_effective(EffectId cause, const Spell& spell) {
    if (spell.binding.empty()) return;
    const auto first = spell.binding.front()->from;
    if (is_open(first)) return;
    const auto* settled = first_in(first, end_of(spell.binding), is_present);
    const auto last = settled != nullptr ? settled->from : latest_beginning(cause, spell.binding);
    const auto before = std::max(first, last) - one_second;
    if (!any_within(first - one_second, before, std::not_fn(is_present))) return;
    add("effective", cause, {first, last}, settled != nullptr, *spell.binding.front(), {view_.rules[cause].event});
  }

  void add_compliance(EffectId cause, const Spell& spell) {
    if (spell.grace.empty() || spell.in_force.empty()) return;
    const auto last = end_of(spell.grace);
    const auto begins = std::find_if(spell.in_force.begin(), spell.in_force.end(), [&](const Segment* segment) {
      return exact_ ? segment->from == last : segment->from > spell.grace.front()->from;
    });
    if (begins == spell.in_force.end() || (*begins)->from > last) return;
    const auto by = last_effect(**begins, [](const model::Effect& effect) { return effect.compliance.has_value(); });
    const bool certain = last != end_of_time && !any_within(last, last, std::not_fn(is_present));
    add("compliance", cause, {(*begins)->from, last}, certain, **begins, by);
  }

  void add_end(EffectId cause, const Spell& spell) {
    const auto begin = spell.all.front()->from;
    const auto last = end_of(spell.all);
    const auto* sure = last_in(begin, last, is_present);
    if (last == end_of_time) {
      // What may never begin has no end of its own to be counted.
      if (sure != nullptr && stretches_.back().absent) ++found_.open;
      return;
    }
    const auto first = sure != nullptr ? sure->before : begin;
    if (!any_within(first, last, std::not_fn(is_present))) return;
    const auto ending = std::find_if(spell.all.begin(), spell.all.end(),
                                     [&](const Segment* segment) { return segment->before == last; });
    auto by = last_effect(**ending, [](const model::Effect& effect) {
      return imposes(effect) || (effect.verb == Verb::extend && !effect.of_suspension);
    });
    if ((*ending)->ended_by) by = {*(*ending)->ended_by};
    add("end", cause, {first, last}, sure != nullptr, **ending, by);
  }

  void add_suspension(EffectId cause, const Segments& segments) {
    const auto first = segments.front()->from;
    if (is_open(first)) return;
    const auto* settled = first_in(first, end_of(segments), is_suspended);
    const auto last = settled != nullptr ? settled->from : latest_beginning(cause, segments);
    const auto before = std::max(first, last) - one_second;
    if (!any_within(first - one_second, before, std::not_fn(is_suspended))) return;
    add("suspension", cause, {first, last}, settled != nullptr, *segments.front(), {view_.rules[cause].event});
  }

  void add_resumption(EffectId cause, const Segments& segments) {
    const auto bound = [](const Stretch& stretch) { return stretch.bound; };
    const auto last = end_of(segments);
    const auto* sure = last_in(segments.front()->from, last, is_suspended);
    const auto first = sure != nullptr ? sure->before : segments.front()->from;
    if (!any_within(first, last == end_of_time ? last - one_second : last, bound)) return;
    const auto resumes = [&](const Segment& segment) { return binds(segment) && segment.before > first; };
    const auto after = std::find_if(segments_.begin(), segments_.end(), resumes);
    const auto& then = after == segments_.end() ? *segments.back() : *after;
    auto by = last_effect(then, [](const model::Effect& effect) { return effect.verb == Verb::resume; });
    if (by.empty()) {
      by = last_effect(*segments.back(), [](const model::Effect& effect) {
        return effect.verb == Verb::suspend || (effect.verb == Verb::extend && effect.of_suspension);
      });
    }
    add("resumption", cause, {first, last}, sure != nullptr, then, by);
  }

  template <class Test>
  std::vector<EventId> last_effect(const Segment& segment, const Test& test) const {
    const auto effects = timeline::effects_of(view_.compiled, segment.chain);
    const auto found =
        std::find_if(effects.rbegin(), effects.rend(), [&](EffectId id) { return test(view_.rules[id]); });
    if (found == effects.rend()) return {};
    return {view_.rules[*found].event};
  }

  void add(std::string what, EffectId cause, std::pair<Moment, Moment> moments, bool certain, const Segment& at,
           const std::vector<EventId>& by) {
    const auto [first, last] = moments;
    if (last == end_of_time) {
      ++found_.open;
      return;
    }
    auto evidence = weakest_evidence(view_, {at.chain}, first);
    const bool reported = std::any_of(
        by.begin(), by.end(), [&](EventId event) { return view_.rules[event].evidence == model::Evidence::reported; });
    const bool imposed = !by.empty() && by.front() == view_.rules[cause].event;
    if (reported && !imposed && evidence == "official") evidence = "reported";
    found_.dated.push_back({std::move(what), cause, first, std::max(first, last), certain, by, std::move(evidence)});
  }

  const View& view_;
  bool exact_;
  const std::vector<Segment>& segments_;
  std::vector<Stretch> stretches_;
  std::map<EffectId, Spell> spells_;
  std::map<EffectId, Segments> suspensions_;
  Turnings found_;
};

}  // namespace

Turnings turnings_of(const View& view, const Record& record) { return TurningFinder(view, record).find(); }

}  // namespace inforce::query
