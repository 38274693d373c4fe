#include "engine/timeline/knowledge.h"

#include <algorithm>
#include <map>

namespace inforce::timeline {

namespace {

using model::EventId;
using model::Field;

struct Known {
  Moment moment;
  Date day;
};

/// An inexact date counts as its last possible day (S9).
Known last_possible(const MovingDate& date, const std::vector<Variable>& variables, const calendar::Zone& zone) {
  if (date.moment) return {*date.moment, zone.day_of(*date.moment)};
  const Date day =
      date.variable ? moved(variables[*date.variable].runs.back().last, std::span<const Step>(date.steps)) : date.day;
  return {zone.start_of(day), day};
}

Known known_of(const EventDates& dates, const std::vector<Variable>& variables, const calendar::Zone& zone) {
  const auto& own = dates[static_cast<std::size_t>(Field::known)];
  if (own) return last_possible(*own, variables, zone);
  std::optional<Known> first;
  for (const Field field : {Field::announced, Field::filed, Field::published, Field::date}) {
    const auto& date = dates[static_cast<std::size_t>(field)];
    if (!date) continue;
    const Known known = last_possible(*date, variables, zone);
    if (!first || known.moment < first->moment) first = known;
  }
  return first.value_or(Known{end_of_time, calendar::open_future()});
}

}  // namespace

std::vector<EventTimes> times_of(const model::Rulebook& rulebook, const ResolvedDates& dates) {
  std::vector<EventTimes> times;
  times.reserve(rulebook.events.size());
  for (std::size_t i = 0; i < rulebook.events.size(); ++i) {
    const model::Event& event = rulebook.events[i];
    const EventDates& of = dates.events[i];
    const Known known = known_of(of, dates.variables, event.zone);
    EventTimes& each = times.emplace_back();
    each.known = known.moment;
    each.known_day = known.day;
    each.counts = event.evidence != model::Evidence::proposed;
    if (const auto& date = of[static_cast<std::size_t>(Field::date)]) {
      const Point point = point_of(*date, event.zone);
      each.first = earliest(point, dates.variables);
      each.last = latest(point, dates.variables);
    }
    if (const auto& effective = of[static_cast<std::size_t>(Field::effective)];
        effective && event.dates[static_cast<std::size_t>(Field::effective)]) {
      const Point point = point_of(*effective, event.zone);
      each.effective_first = earliest(point, dates.variables);
      each.effective_last = latest(point, dates.variables);
    }
  }
  return times;
}

bool Stage::has(EventId event) const { return std::ranges::binary_search(happened, event); }

bool Stage::has_all(const std::vector<EventId>& events) const {
  return std::ranges::all_of(events, [&](EventId event) { return has(event); });
}

Knowledge::Knowledge(const model::Rulebook& rulebook, const std::vector<EventTimes>& times) : times_(times) {
  const std::size_t count = rulebook.events.size();
  retracted_by_.resize(count);
  depth_.assign(count, 0);
  std::vector<std::uint32_t> waiting(count, 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const EventId event : rulebook.events[i].retracts) {
      retracted_by_[event.value].push_back(EventId{i});
      ++waiting[event.value];
    }
  }
  std::vector<std::uint32_t> ready;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (waiting[i] == 0) ready.push_back(i);
  }
  while (!ready.empty()) {
    const std::uint32_t judged = ready.back();
    ready.pop_back();
    for (const EventId event : rulebook.events[judged].retracts) {
      depth_[event.value] = std::max(depth_[event.value], depth_[judged] + 1);
      if (--waiting[event.value] == 0) ready.push_back(event.value);
    }
  }
}

std::vector<Stage> Knowledge::stages(const std::vector<EventId>& events, bool by_day) const {
  std::map<Moment, std::vector<EventId>> becoming_known;
  for (const EventId event : events) {
    const EventTimes& times = times_[event.value];
    const Moment known = by_day ? Moment{times.known_day} : times.known;
    becoming_known[std::min(known, end_of_time - std::chrono::seconds{1})].push_back(event);
  }
  std::vector<Stage> stages;
  std::vector<EventId> known;
  for (const auto& [from, more] : becoming_known) {
    known.insert(known.end(), more.begin(), more.end());
    stages.push_back(stage(from, known));
  }
  return stages;
}

Stage Knowledge::stage(Moment from, const std::vector<EventId>& known) const {
  std::vector<EventId> order = known;
  std::ranges::sort(order, {}, [&](EventId event) { return std::pair(depth_[event.value], event.value); });
  Stage stage{from, {}};
  for (const EventId event : order) {
    if (!times_[event.value].counts) continue;
    const auto& retractors = retracted_by_[event.value];
    const bool retracted = std::ranges::any_of(
        retractors, [&](EventId by) { return std::ranges::find(stage.happened, by) != stage.happened.end(); });
    if (!retracted) stage.happened.push_back(event);
  }
  std::ranges::sort(stage.happened);
  return stage;
}

}  // namespace inforce::timeline
