#include "engine/query/report_pending.h"

#include <algorithm>

#include "engine/model/rulebook.h"

namespace inforce::query {

using model::EventId;
using std::chrono::days;

namespace {

/// Whether the measure is told to be in some state on that day.
bool told_on(Date day, const std::vector<Interval>& intervals) {
  return std::any_of(intervals.begin(), intervals.end(), [&](const Interval& interval) {
    return (!interval.first || *interval.first <= day) && (!interval.through || *interval.through >= day);
  });
}

bool imposes_it(const model::Rulebook& rules, EventId event, model::MeasureId measure) {
  const auto& effects = rules[event].effects;
  return std::any_of(effects.begin(), effects.end(), [&](model::EffectId id) {
    if (!imposes(rules[id])) return false;
    const auto touched = model::leaves(rules, rules[id].named);
    return std::find(touched.begin(), touched.end(), measure) != touched.end();
  });
}

/// The first of the events that made the interval so, and impose the measure, to become known; nothing where none has
/// a day.
std::optional<EventId> announcement(const View& view, const Record& record, const Interval& interval) {
  std::optional<EventId> first;
  for (const auto& name : interval.by) {
    const auto event = model::find_event(view.rules, name);
    if (!event || !imposes_it(view.rules, *event, record.id)) continue;
    const auto& times = view.compiled.events[event->value];
    if (times.known == beginning_of_time || times.known == end_of_time) continue;
    if (!first || times.known < view.compiled.events[first->value].known) first = event;
  }
  return first;
}

}  // namespace

std::vector<Interval> pending_before(const View& view, const Record& record, const std::vector<Interval>& intervals) {
  std::vector<Interval> pending;
  for (const auto& interval : intervals) {
    if (!interval.first || told_on(*interval.first - days{1}, intervals)) continue;
    const auto event = announcement(view, record, interval);
    if (!event) continue;
    const Date known = view.compiled.events[event->value].known_day;
    const bool repeated = !pending.empty() && pending.back().before == interval.from;
    if (known >= *interval.first || repeated) continue;
    Interval one;
    one.from = record.zone().bound(record.zone().start_of(known));
    one.first = known;
    one.before = interval.from;
    one.through = *interval.first - days{1};
    one.state = "pending";
    one.evidence = interval.evidence;
    one.by = {view.rules[*event].id};
    pending.push_back(std::move(one));
  }
  return pending;
}

}  // namespace inforce::query
