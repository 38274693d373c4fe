#include "engine/timeline/narrative.h"

#include <algorithm>

#include "engine/diagnostics/report.h"

namespace inforce::timeline {

namespace {

using model::EffectId;
using model::EventId;
using model::Field;

const std::optional<MovingDate>& date_of(const ResolvedDates& dates, EventId event, Field field) {
  return dates.events[event.value][static_cast<std::size_t>(field)];
}

}  // namespace

/// Gives each distinct point one index.
class Narratives::PointTable {
 public:
  explicit PointTable(std::vector<Point>& points) : points_(points) {}

  PointIndex index_of(const Point& point) {
    if (!point.variable) {
      const auto [found, is_new] = exact_.try_emplace(point.moment, next());
      if (is_new) points_.push_back(point);
      return found->second;
    }
    for (const PointIndex index : inexact_) {
      if (points_[index] == point) return index;
    }
    inexact_.push_back(next());
    points_.push_back(point);
    return inexact_.back();
  }

 private:
  [[nodiscard]] PointIndex next() const { return static_cast<PointIndex>(points_.size()); }

  std::vector<Point>& points_;
  std::map<Moment, PointIndex> exact_;
  std::vector<PointIndex> inexact_;
};

Narratives::Narratives(const model::Rulebook& rulebook, const ResolvedDates& dates, std::vector<Diagnostic>& found)
    : rulebook_(rulebook), dates_(dates) {
  effects_on_.resize(rulebook.measures.size());
  retracted_by_.resize(rulebook.events.size());
  superseded_by_.resize(rulebook.events.size());
  gather_acts();
  gather_demands(found);
}

void Narratives::gather_acts() {
  for (std::uint32_t i = 0; i < rulebook_.effects.size(); ++i) {
    for (const model::MeasureId leaf : leaves(rulebook_, rulebook_.effects[i].named)) {
      effects_on_[leaf.value].push_back(EffectId{i});
    }
  }
  for (std::uint32_t i = 0; i < rulebook_.events.size(); ++i) {
    for (const EventId event : rulebook_.events[i].retracts) retracted_by_[event.value].push_back(EventId{i});
    for (const EventId event : rulebook_.events[i].supersedes) superseded_by_[event.value].push_back(EventId{i});
  }
}

void Narratives::gather_demands(std::vector<Diagnostic>& found) {
  for (VariableId i = 0; i < dates_.variables.size(); ++i) {
    const Variable& variable = dates_.variables[i];
    if (variable.unknown && variable.acting) unknowns_[variable.event].push_back(i);
  }
  for (std::uint32_t i = 0; i < rulebook_.effects.size(); ++i) add_order_of_effect(EffectId{i}, found);
  for (std::uint32_t i = 0; i < rulebook_.events.size(); ++i) {
    for (const EventId earlier : rulebook_.events[i].after) add_order_of_events(EventId{i}, earlier, found);
  }
}

void Narratives::add_demand(Demand demand) {
  std::set<VariableId> variables;
  if (demand.earlier.variable) variables.insert(*demand.earlier.variable);
  if (demand.later.variable) variables.insert(*demand.later.variable);
  for (const VariableId variable : variables) demands_on_[variable].push_back(demands_.size());
  if (!variables.empty()) demands_.push_back(std::move(demand));
}

/// A spell or a suspension must not end before it begins (S15).
void Narratives::add_order_of_effect(EffectId id, std::vector<Diagnostic>& found) {
  const model::Effect& effect = rulebook_[id];
  const EffectDates& dates = dates_.effects[id.value];
  if (!dates.at) return;
  const calendar::Zone& zone = rulebook_[effect.event].zone;
  Demand demand{point_of(*dates.at, zone), {}, {effect.event}};
  if (dates.compliance && !demand.earlier.variable) {
    const Point compliance = point_of(*dates.compliance, zone);
    if (!compliance.variable && compliance.moment < demand.earlier.moment) {
      found.push_back(diagnostics::make(codes::compliance_before_effective,
                                        "compliance is required before the effect acts", effect.compliance->span,
                                        "drop `compliance`, or check both dates against the source"));
    }
  }
  if (effect.verb == model::Verb::extend || !dates.end) return;
  demand.later = point_of(*dates.end, zone, dates.end_is_through ? 1 : 0);
  demand.events.insert(demand.events.end(), dates.at->anchors.begin(), dates.at->anchors.end());
  demand.events.insert(demand.events.end(), dates.end->anchors.begin(), dates.end->anchors.end());
  if (!demand.earlier.variable && !demand.later.variable && demand.later.moment < demand.earlier.moment) {
    const auto& end = dates.end_is_through ? effect.through : effect.before;
    found.push_back(diagnostics::make(codes::end_before_start,
                                      "ends before " + to_string(zone.bound(demand.later.moment)) + ", but begins on " +
                                          to_string(zone.bound(demand.earlier.moment)),
                                      end->span, "check both dates against the source"));
    return;
  }
  add_demand(std::move(demand));
}

void Narratives::add_order_of_events(EventId later, EventId earlier, std::vector<Diagnostic>& found) {
  const auto& first = date_of(dates_, earlier, Field::date);
  const auto& second = date_of(dates_, later, Field::date);
  if (!first || !second) return;
  Demand demand{point_of(*first, rulebook_[earlier].zone), point_of(*second, rulebook_[later].zone), {earlier, later}};
  if (!demand.earlier.variable && !demand.later.variable && demand.later.moment < demand.earlier.moment) {
    found.push_back(diagnostics::make(
        codes::after_not_kept,
        "`" + rulebook_[later].id + "` comes after `" + rulebook_[earlier].id + "`, but its date is earlier",
        rulebook_[later].dates[0]->span, "correct a date, or drop it from `after`"));
    return;
  }
  add_demand(std::move(demand));
  const auto& acting = date_of(dates_, earlier, Field::effective);
  if (!acting) return;
  const auto unknowns = unknowns_.find(later);
  if (unknowns == unknowns_.end()) return;
  for (const VariableId unknown : unknowns->second) {
    MovingDate itself;
    itself.variable = unknown;
    add_demand({point_of(*acting, rulebook_[earlier].zone), point_of(itself, rulebook_[later].zone), {earlier, later}});
  }
}

Narrative Narratives::of(model::MeasureId measure) const {
  Narrative narrative;
  PointTable table(narrative.points);
  for (const EffectId id : effects_on_[measure.value]) {
    const EffectDates& dates = dates_.effects[id.value];
    const EventId event = rulebook_[id].event;
    if (!dates.at) continue;
    const calendar::Zone& zone = rulebook_[event].zone;
    const auto put = [&](const MovingDate& date, int days_after) {
      return ActPoint{table.index_of(point_of(date, zone, days_after)), date.anchors};
    };
    Act act{id, event, put(*dates.at, 0), std::nullopt, std::nullopt};
    if (dates.end) act.end = put(*dates.end, dates.end_is_through ? 1 : 0);
    if (dates.compliance) act.compliance = put(*dates.compliance, 0);
    narrative.events.push_back(event);
    narrative.acts.push_back(std::move(act));
  }
  add_cuts(narrative, table);
  close_over_demands(narrative);
  close_over_events(narrative);
  return narrative;
}

/// Those that supersede the events of the acts, those that supersede them, and so on.
void Narratives::add_cuts(Narrative& narrative, PointTable& table) const {
  std::set<EventId> seen;
  for (std::size_t i = 0; i < narrative.events.size(); ++i) {
    const EventId superseded = narrative.events[i];
    if (!seen.insert(superseded).second) continue;
    for (const EventId by : superseded_by_[superseded.value]) {
      const auto& date = date_of(dates_, by, Field::effective);
      if (!date) continue;
      const PointIndex at = table.index_of(point_of(*date, rulebook_[by].zone));
      narrative.cuts.push_back({by, superseded, {at, date->anchors}});
      narrative.events.push_back(by);
    }
  }
}

/// Dates that demands tie to the dates of the measure bear on it too, at any distance.
void Narratives::close_over_demands(Narrative& narrative) const {
  std::vector<VariableId> open;
  for (const Point& point : narrative.points) {
    if (point.variable) open.push_back(*point.variable);
  }
  std::set<VariableId> seen;
  std::set<std::size_t> taken;
  while (!open.empty()) {
    const VariableId variable = open.back();
    open.pop_back();
    const auto demands = demands_on_.find(variable);
    if (!seen.insert(variable).second || demands == demands_on_.end()) continue;
    for (const std::size_t index : demands->second) {
      if (!taken.insert(index).second) continue;
      for (const Point* point : {&demands_[index].earlier, &demands_[index].later}) {
        if (point->variable) open.push_back(*point->variable);
      }
    }
  }
  for (const std::size_t index : taken) narrative.demands.push_back(demands_[index]);
}

/// Events that dates are counted from, and those that retract any of them.
void Narratives::close_over_events(Narrative& narrative) const {
  std::set<EventId> events;
  std::vector<EventId> open = narrative.events;
  const auto add = [&](const std::vector<EventId>& more) { open.insert(open.end(), more.begin(), more.end()); };
  for (const Act& act : narrative.acts) {
    add(act.at.anchors);
    if (act.end) add(act.end->anchors);
    if (act.compliance) add(act.compliance->anchors);
  }
  for (const Cut& cut : narrative.cuts) add(cut.at.anchors);
  for (const Demand& demand : narrative.demands) add(demand.events);
  while (!open.empty()) {
    const EventId event = open.back();
    open.pop_back();
    if (events.insert(event).second) add(retracted_by_[event.value]);
  }
  narrative.events.assign(events.begin(), events.end());
}

}  // namespace inforce::timeline
