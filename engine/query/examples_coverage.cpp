#include "engine/query/examples_coverage.h"

#include <algorithm>

#include "engine/query/assumptions.h"
#include "engine/query/examples.h"
#include "engine/query/finding.h"
#include "engine/query/reasons.h"
#include "engine/query/seen_branches.h"
#include "engine/query/telling.h"

namespace inforce::query {

namespace {

using model::MeasureId;
using std::chrono::days;
using std::chrono::seconds;
using timeline::Segment;
using timeline::State;

bool has_spells(const model::Measure& measure) { return measure.parts.empty(); }

bool is_member(const model::Measure& measure) { return measure.kind == model::Kind::membership; }

std::vector<const Segment*> present_segments(const Record& record) {
  std::vector<const Segment*> found;
  for (const auto* list : {&record.certain, &record.possible}) {
    for (const auto& segment : *list) {
      if (segment.state != State::absent) found.push_back(&segment);
    }
  }
  return found;
}

bool ever_binds(const Record& record) {
  const auto segments = present_segments(record);
  return std::any_of(segments.begin(), segments.end(), [](const Segment* segment) { return binds(*segment); });
}

/// An inexact date leaves open, at all times, whether it binds.
bool never_certain(const Record& record) { return std::none_of(record.certain.begin(), record.certain.end(), binds); }

bool is_present(const Record& record, Moment moment) {
  const auto worlds = worlds_at(record, moment);
  return std::any_of(worlds.begin(), worlds.end(), [](const Segment* world) { return world->state != State::absent; });
}

/// Whether the case names a member of a group.
bool names_member(const View& view, const model::Measure& member) {
  const auto* group = model::find_group(view.rules, member.group);
  const auto* values = view.fact(group->attribute);
  if (values == nullptr) return false;
  return std::any_of(values->begin(), values->end(), [&](const std::string& value) {
    const auto named = model::members_named(*group, value);
    return std::any_of(named.begin(), named.end(), [&](MeasureId id) { return view.rules[id].id == member.id; });
  });
}

/// Whether the case is in the scope of a measure that is in a spell, certainly or possibly, at that moment.
bool meets_scope(const View& view, const Record& record, Moment moment) {
  if (!is_present(record, moment)) return false;
  if (is_member(*record.measure)) return names_member(view, *record.measure);
  const auto asked = When::at(moment);
  return standing_at({view, moment, asked}, record).status != Status::out_of_scope;
}

/// Effects of an event by which a measure leaves its spell.
std::vector<model::EffectId> ending_effects(const View& view, const Record& record, Moment end) {
  std::vector<model::EffectId> found;
  for (const auto event : ending_events(record, end)) {
    for (const auto id : view.rules[event].effects) {
      const auto verb = view.rules[id].verb;
      if (verb != model::Verb::lift && verb != model::Verb::delist && verb != model::Verb::extend) continue;
      const auto on = model::leaves(view.rules, view.rules[id].named);
      if (std::binary_search(on.begin(), on.end(), record.id)) found.push_back(id);
    }
  }
  return found;
}

/// What a boundary follows from: the effect that ends a spell there, else the last one that shaped what begins, else
/// what ends there.
model::EffectId cause_of(const View& view, const Record& record, Moment moment) {
  const auto ending = ending_effects(view, record, moment);
  if (!ending.empty()) return ending.front();
  model::EffectId by;
  for (const bool beginning : {false, true}) {
    for (const auto* segment : present_segments(record)) {
      if ((beginning ? segment->from : segment->before) != moment) continue;
      const auto chain = timeline::effects_of(view.compiled, segment->chain);
      if (!chain.empty()) by = chain.back();
    }
  }
  return by;
}

class Counter {
 public:
  explicit Counter(const Timeline& timeline)
      : timeline_(timeline), rules_(timeline.rulebook().model()), branches_(rules_) {
    const Query everything;
    const View view(timeline.compiled(), everything, std::nullopt);
    for (std::uint32_t i = 0; i < rules_.effects.size(); ++i) counted_.effects.push_back({{i}});
    for (std::uint32_t i = 0; i < rules_.measures.size(); ++i) {
      const auto& measure = rules_.measures[i];
      if (!has_spells(measure)) continue;
      const auto& record = view.record({i});
      const bool unseen = ever_binds(record);
      if (!is_member(measure)) counted_.measures.push_back({{i}, !unseen, !unseen});
      add_boundaries(view, record);
    }
  }

  void add(const model::Example& example) {
    const auto query = question_of(rules_, example);
    const auto changed = reassessed(timeline_.rulebook(), query);
    if (!changed) return add(example, View(timeline_.compiled(), query, query.known));
    if (const auto compiled = compile(*changed)) add(example, View(compiled->compiled(), query, query.known));
  }

  [[nodiscard]] ExamplesCoverage counted() && {
    counted_.branches = branches_.all();
    return std::move(counted_);
  }

 private:
  void add_boundaries(const View& view, const Record& record) {
    for (const auto moment : boundaries(record)) {
      AskedBoundary boundary;
      boundary.measure = record.id;
      boundary.at = record.zone().bound(moment);
      boundary.day_itself = record.zone().day_of(moment);
      boundary.day_before = boundary.at.day ? boundary.day_itself - days{1} : boundary.day_itself;
      boundary.change = change_at(record, moment);
      boundary.by = cause_of(view, record, moment);
      counted_.boundaries.push_back(std::move(boundary));
    }
  }

  void add(const model::Example& example, const View& view) {
    if (example.when) return add_intervals(view, view.record(*example.when), example);
    if (!example.on) return;
    for (auto& seen : counted_.measures) see(view, view.record(seen.measure), *example.on, seen);
    for (auto& boundary : counted_.boundaries) ask(view, view.record(boundary.measure), *example.on, boundary);
  }

  /// All intervals told: every effect in them, and both sides of their bounds.
  void add_intervals(const View& view, const Record& record, const model::Example& example) {
    if (!example.expect.intervals || !has_spells(*record.measure)) return;
    for (const auto* segment : present_segments(record)) {
      if (!view.query.facts.empty() && !meets_scope(view, record, segment->from)) continue;
      reach(view, segment->chain);
      reach(ending_effects(view, record, segment->before));
    }
    const auto known = boundaries(record);
    for (auto& boundary : counted_.boundaries) {
      if (boundary.measure != record.id || !view.query.facts.empty()) continue;
      if (!std::binary_search(known.begin(), known.end(), boundary.at.moment)) continue;
      boundary.before_asked = boundary.itself_asked = true;
    }
  }

  void reach(const View& view, timeline::ChainId chain) { reach(timeline::effects_of(view.compiled, chain)); }
  void reach(const std::vector<model::EffectId>& effects) {
    for (const auto effect : effects) counted_.effects[effect.value].reached = true;
  }

  void see(const View& view, const Record& record, const When& when, SeenMeasure& seen) {
    for (const auto& piece : pieces_of(view, record, when, changes_of(view, record.id), Detail::bare)) {
      const auto& standing = piece.standing;
      seen.applying = seen.applying || standing.status == Status::applies ||
                      (standing.status == Status::may_apply && never_certain(record));
      seen.otherwise = seen.otherwise || is_near(view, record, piece, when);
      if (shown_by_default(standing.status)) {
        for (const auto chain : standing.chains) reach(view, chain);
      } else if (standing.status == Status::ended) {
        reach_ended(view, record, standing);
      } else if (standing.status == Status::never) {
        reach_never(view, record, piece.period.from, when);
      }
      reach_members(view, record, piece.period.from, when);
      branches_.see(view, record, piece.period.from, when);
    }
  }

  void reach_ended(const View& view, const Record& record, const Standing& standing) {
    for (const auto* segment : present_segments(record)) {
      const bool last =
          std::find(standing.chains.begin(), standing.chains.end(), segment->chain) != standing.chains.end();
      if (!last || segment->before == end_of_time) continue;
      if (!meets_scope(view, record, segment->before - seconds{1})) continue;
      reach(view, segment->chain);
      reach(ending_effects(view, record, segment->spell_before));
    }
  }

  /// What never was rests on all that was said of it.
  void reach_never(const View& view, const Record& record, Moment moment, const When& when) {
    const auto* scope = model::scope_of(*record.measure);
    const bool of_case = scope != nullptr && !view.query.facts.empty();
    if (of_case && judge({view, moment, when}, *scope).truth == Truth::no) return;
    for (std::uint32_t i = 0; i < rules_.effects.size(); ++i) {
      const auto on = model::leaves(rules_, rules_.effects[i].named);
      if (std::binary_search(on.begin(), on.end(), record.id)) counted_.effects[i].reached = true;
    }
  }

  /// Memberships that the scope of a measure in force asks for, of parties that the case names.
  void reach_members(const View& view, const Record& record, Moment moment, const When& when) {
    if (view.query.facts.empty() || !is_present(record, moment)) return;
    std::vector<MeasureId> members;
    for (const auto* world : worlds_at(record, moment)) {
      const auto* scope = scope_of(view, *record.measure, world->attributes);
      if (world->state != State::absent && scope != nullptr) members_matched(view, *scope, members);
    }
    for (const auto id : members) {
      const auto& member = view.record(id);
      const auto standing = force_at(view, member, moment, when);
      if (shown_by_default(standing.status) && standing.status != Status::pending) {
        for (const auto chain : standing.chains) reach(view, chain);
      } else if (standing.status == Status::ended) {
        reach_ended(view, member, standing);
      }
    }
  }

  /// Whether the measure is in force and does not apply to a case that is near its scope.
  static bool is_near(const View& view, const Record& record, const Piece& piece, const When& when) {
    const auto status = piece.standing.status;
    if (status == Status::released || status == Status::suspended) return true;
    const auto worlds = worlds_at(record, piece.period.from);
    if (status != Status::out_of_scope || worlds.empty()) return false;
    const auto* scope = scope_of(view, *record.measure, worlds.front()->attributes);
    if (scope == nullptr || scope->op != syntax::Operator::all_of) return true;
    return std::any_of(scope->operands.begin(), scope->operands.end(), [&](const syntax::Condition& part) {
      return judge({view, piece.period.from, when}, part).truth == Truth::yes;
    });
  }

  static void ask(const View& view, const Record& record, const When& when, AskedBoundary& boundary) {
    const auto& zone = record.zone();
    const auto at = boundary.at.moment;
    const auto asked = period_of(when, zone);
    const bool within_day = !boundary.at.day;
    const Period earlier{zone.start_of(boundary.day_itself - days{1}), at};
    const Period later{at, zone.start_of(boundary.day_itself + days{within_day ? 2 : 1})};
    const auto inside = [&](const Period& whole) { return whole.from <= asked.from && asked.before <= whole.before; };
    const bool astride = within_day && when.day == boundary.day_itself;
    if (!inside(earlier) && !inside(later) && !astride) return;
    const auto known = boundaries(record);
    if (!std::binary_search(known.begin(), known.end(), at)) return;
    const bool no_case = view.query.facts.empty() && !is_member(*record.measure);
    if (!no_case && !meets_scope(view, record, at) && !meets_scope(view, record, at - seconds{1})) return;
    boundary.before_asked = boundary.before_asked || inside(earlier) || astride;
    boundary.itself_asked = boundary.itself_asked || inside(later) || astride;
  }

  const Timeline& timeline_;
  const model::Rulebook& rules_;
  SeenBranches branches_;
  ExamplesCoverage counted_;
};

}  // namespace

ExamplesCoverage coverage_of(const Timeline& timeline, std::span<const model::Example* const> examples) {
  Counter counter(timeline);
  for (const auto* example : examples) counter.add(*example);
  return std::move(counter).counted();
}

}  // namespace inforce::query
