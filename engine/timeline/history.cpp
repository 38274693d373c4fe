// Reading a compiled Timeline: the segments of a measure for a state of knowledge.
#include <algorithm>

#include "engine/timeline/interner.h"

namespace inforce::timeline {

namespace {

constexpr std::chrono::seconds one_second{1};
constexpr std::chrono::days one_day{1};

/// Where a state of knowledge lies on the axis of a measure, and which axis that is.
struct Coordinate {
  Moment at = end_of_time;
  bool by_day = false;
};

/// S10: a day takes in what is known before that day ends in each event's own zone.
Coordinate coordinate_of(const MeasureHistory& history, const std::optional<When>& known) {
  if (!known) return {end_of_time - one_second, false};
  if (!known->day) return {known->moment, false};
  if (history.several_zones) return {Moment{*known->day}, true};
  return {history.zone.start_of(*known->day + one_day) - one_second, false};
}

std::span<const Segment> range_of(const Compiled& compiled, const MeasureHistory& history, bool by_day) {
  const std::span<const Segment> all(compiled.segments);
  return by_day ? all.subspan(history.day_first, history.day_count) : all.subspan(history.first, history.count);
}

template <class Visit>
void for_each_known(const Compiled& compiled, model::MeasureId measure, const std::optional<When>& known,
                    const Visit& visit) {
  const MeasureHistory& history = compiled.measures[measure.value];
  const Coordinate coordinate = coordinate_of(history, known);
  for (const Segment& segment : range_of(compiled, history, coordinate.by_day)) {
    if (segment.known_before <= coordinate.at) break;  // the rest was known only earlier
    if (segment.known_from <= coordinate.at) visit(segment);
  }
}

}  // namespace

std::vector<Segment> history(const Compiled& compiled, model::MeasureId measure, const std::optional<When>& known,
                             Certainty certainty) {
  std::vector<Segment> segments;
  for_each_known(compiled, measure, known, [&](const Segment& segment) {
    if (segment.state != State::announced && segment.certain == (certainty == Certainty::certain)) {
      segments.push_back(segment);
    }
  });
  std::ranges::stable_sort(segments, {},
                           [](const Segment& segment) { return std::pair(segment.from, segment.before); });
  return segments;
}

bool announced(const Compiled& compiled, model::MeasureId measure, const std::optional<When>& known) {
  bool found = false;
  for_each_known(compiled, measure, known,
                 [&](const Segment& segment) { found = found || segment.state == State::announced; });
  return found;
}

bool is_known(const Compiled& compiled, model::EventId event, const std::optional<When>& known) {
  const EventTimes& times = compiled.events[event.value];
  if (!known) return true;
  return known->day ? times.known_day <= *known->day : times.known <= known->moment;
}

std::vector<model::EffectId> effects_of(const Compiled& compiled, ChainId chain) {
  return effects_of(compiled.chains, chain);
}

}  // namespace inforce::timeline
