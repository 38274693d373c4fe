#include <algorithm>
#include <tuple>

#include "engine/query/answers.h"

namespace inforce::query {

using timeline::Segment;
using timeline::State;

namespace {

/// A run of moments with one pair of state and attributes.
struct Run {
  Moment from;
  Moment before;
  State state;
  std::uint32_t attributes;
  std::vector<timeline::ChainId> chains;
};

std::string_view word_for(State state) {
  switch (state) {
    case State::in_force:
      return "in-force";
    case State::grace:
      return "grace";
    case State::suspended:
      return "suspended";
    case State::absent:
    case State::announced:
      break;
  }
  return {};
}

bool same_pair(const View& view, const Run& run, const Segment& segment) {
  const auto& sets = view.compiled.attribute_sets;
  return run.state == segment.state && sets[run.attributes] == sets[segment.attributes];
}

/// Joins segments of one pair that overlap or touch. `segments` are in order of `from`.
std::vector<Run> runs_of(const View& view, const std::vector<Segment>& segments) {
  std::vector<Run> runs;
  for (const auto& segment : segments) {
    if (word_for(segment.state).empty()) continue;
    const auto touching = std::find_if(runs.rbegin(), runs.rend(), [&](const Run& run) {
      return same_pair(view, run, segment) && segment.from <= run.before;
    });
    if (touching == runs.rend()) {
      runs.push_back({segment.from, segment.before, segment.state, segment.attributes, {segment.chain}});
    } else {
      touching->before = std::max(touching->before, segment.before);
      touching->chains.push_back(segment.chain);
    }
  }
  return runs;
}

/// The segments of the case: each cut where a membership in its scope may change, without those whose scope is not
/// met. Those whose scope depends on missing facts are added to `open`.
std::vector<Segment> of_case(const View& view, const Record& record, const std::vector<Segment>& segments,
                             std::vector<Segment>& open) {
  if (view.query.facts.empty()) return segments;
  const auto changes = changes_of(view, record.id);
  std::vector<Segment> kept;
  for (auto segment : segments) {
    const auto end = segment.before;
    while (segment.from < end) {
      const auto cut = std::upper_bound(changes.begin(), changes.end(), segment.from);
      segment.before = cut == changes.end() ? end : std::min(*cut, end);
      const Standing standing{.status = Status::applies,
                              .attributes = view.compiled.attribute_sets[segment.attributes]};
      const auto truth = judge_scope(view, record, standing, segment.from, When::at(segment.from)).truth;
      if (truth == Truth::yes) kept.push_back(segment);
      if (truth == Truth::unknown) open.push_back(segment);
      segment.from = segment.before;
    }
  }
  return kept;
}

bool begins_earlier(const Segment& a, const Segment& b) { return a.from < b.from; }

Interval interval_of(const View& view, const Record& record, const Run& run, bool certain) {
  Interval interval;
  interval.from = bound_of(record.zone(), run.from);
  interval.before = bound_of(record.zone(), run.before);
  interval.through = last_day(record.zone(), interval.before);
  interval.state = word_for(run.state);
  interval.certain = certain;
  interval.attributes = view.compiled.attribute_sets[run.attributes];
  interval.by = shaping_events(view, run.chains);
  return interval;
}

bool earlier(const Interval& a, const Interval& b) {
  const auto key = [](const Interval& interval) {
    return std::tuple(interval.from.has_value(), interval.from, !interval.before.has_value(), interval.before,
                      !interval.certain, interval.state);
  };
  return key(a) < key(b);
}

void add_sources(const View& view, const Record& record, WhenAnswer& answer) {
  std::vector<timeline::ChainId> chains;
  for (const auto* list : {&record.certain, &record.possible}) {
    for (const auto& segment : *list) chains.push_back(segment.chain);
  }
  for (const auto event : events_of(view, chains)) {
    for (const auto source : view.rules[event].sources) {
      const auto& id = view.rules[source].id;
      if (std::find(answer.sources.begin(), answer.sources.end(), id) == answer.sources.end()) {
        answer.sources.push_back(id);
      }
    }
  }
}

WhenAnswer group_answer(const View& view, const model::Group& group) {
  WhenAnswer answer;
  answer.id = group.id;
  answer.title = group.title;
  for (const auto member : group.members) {
    answer.parts.push_back(view.rules[member].id);
    answer.announced = answer.announced || view.record(member).announced;
  }
  return answer;
}

}  // namespace

WhenAnswer answer_when(const View& view) {
  const auto id = model::find_measure(view.rules, view.query.id);
  if (!id) return group_answer(view, *model::find_group(view.rules, view.query.id));
  const auto& record = view.record(*id);
  WhenAnswer answer;
  answer.id = record.measure->id;
  answer.title = record.measure->title;
  answer.announced = record.announced;
  for (const auto part : record.measure->parts) {
    answer.parts.push_back(view.rules[part].id);
    for (const auto leaf : model::leaves(view.rules, part)) {
      answer.announced = answer.announced || view.record(leaf).announced;
    }
  }
  if (!answer.parts.empty()) return answer;
  std::vector<Segment> open;
  for (const auto& run : runs_of(view, of_case(view, record, record.certain, open))) {
    answer.intervals.push_back(interval_of(view, record, run, true));
  }
  auto possible = of_case(view, record, record.possible, open);
  possible.insert(possible.end(), open.begin(), open.end());
  std::stable_sort(possible.begin(), possible.end(), begins_earlier);
  for (const auto& run : runs_of(view, possible)) {
    answer.intervals.push_back(interval_of(view, record, run, false));
  }
  std::sort(answer.intervals.begin(), answer.intervals.end(), earlier);
  add_sources(view, record, answer);
  return answer;
}

}  // namespace inforce::query
