#include <algorithm>
#include <tuple>

#include "engine/query/answers.h"

namespace inforce::query {

using timeline::Segment;

namespace {

/// A segment of the case asked about, and the word for its state.
struct Stretch {
  Segment segment;
  std::string_view state;
};

/// A run of moments with one pair of state and attributes.
struct Run {
  Moment from;
  Moment before;
  std::string_view state;
  std::uint32_t attributes;
  std::vector<timeline::ChainId> chains;
};

bool same_pair(const View& view, const Run& run, const Stretch& stretch) {
  const auto& sets = view.compiled.attribute_sets;
  return run.state == stretch.state && sets[run.attributes] == sets[stretch.segment.attributes];
}

/// Joins stretches of one pair that overlap or touch. They are in order of `from`.
std::vector<Run> runs_of(const View& view, const std::vector<Stretch>& stretches) {
  std::vector<Run> runs;
  for (const auto& stretch : stretches) {
    const auto& segment = stretch.segment;
    if (stretch.state.empty()) continue;
    const auto touching = std::find_if(runs.rbegin(), runs.rend(), [&](const Run& run) {
      return same_pair(view, run, stretch) && segment.from <= run.before;
    });
    if (touching == runs.rend()) {
      runs.push_back({segment.from, segment.before, stretch.state, segment.attributes, {segment.chain}});
    } else {
      touching->before = std::max(touching->before, segment.before);
      touching->chains.push_back(segment.chain);
    }
  }
  return runs;
}

/// What a measure is in one case: what is so, and what is so only if a missing fact or date turns out that way.
struct OfCase {
  std::vector<Stretch> sure{};
  std::vector<Stretch> open{};
};

void judge_stretch(const View& view, const Record& record, const Segment& segment, OfCase& found) {
  const auto* condition = scope_of(view, *record.measure, segment.attributes);
  const auto asked = When::at(segment.from);
  const Setting setting{view, segment.from, asked};
  const auto truth = condition == nullptr ? Truth::yes : judge(setting, *condition).truth;
  if (truth == Truth::no) return;
  const auto released = binds(segment) ? release_at(setting, record) : Truth::no;
  auto& list = truth == Truth::yes && released != Truth::unknown ? found.sure : found.open;
  list.push_back({segment, released == Truth::yes ? "released" : state_word(segment.state)});
}

/// The segments as the case has them: each cut where a membership or an authorization may change, without those whose
/// scope is not met.
OfCase of_case(const View& view, const Record& record, const std::vector<Segment>& segments) {
  OfCase found;
  if (view.query.facts.empty()) {
    for (const auto& segment : segments) found.sure.push_back({segment, state_word(segment.state)});
    return found;
  }
  const auto changes = changes_of(view, record.id);
  for (auto segment : segments) {
    const auto end = segment.before;
    while (segment.from < end) {
      const auto cut = std::upper_bound(changes.begin(), changes.end(), segment.from);
      segment.before = cut == changes.end() ? end : std::min(*cut, end);
      judge_stretch(view, record, segment, found);
      segment.from = segment.before;
    }
  }
  return found;
}

bool begins_earlier(const Stretch& a, const Stretch& b) { return a.segment.from < b.segment.from; }

Interval interval_of(const View& view, const Record& record, const Run& run, bool certain) {
  Interval interval;
  interval.from = bound_of(record.zone(), run.from);
  interval.before = bound_of(record.zone(), run.before);
  interval.first = first_day(record.zone(), interval.from);
  interval.through = last_day(record.zone(), interval.before);
  interval.state = run.state;
  interval.certain = certain;
  interval.attributes = view.compiled.attribute_sets[run.attributes];
  interval.evidence =
      weakest_evidence(view, run.chains, run.before == end_of_time ? run.before : run.before - std::chrono::seconds{1});
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

std::vector<Interval> intervals_of(const View& view, const Record& record) {
  std::vector<Interval> intervals;
  auto certain = of_case(view, record, record.certain);
  for (const auto& run : runs_of(view, certain.sure)) intervals.push_back(interval_of(view, record, run, true));
  auto possible = of_case(view, record, record.possible);
  auto open = std::move(certain.open);
  std::move(possible.sure.begin(), possible.sure.end(), std::back_inserter(open));
  std::move(possible.open.begin(), possible.open.end(), std::back_inserter(open));
  if (!open.empty()) open.insert(open.end(), certain.sure.begin(), certain.sure.end());
  std::stable_sort(open.begin(), open.end(), begins_earlier);
  for (const auto& run : runs_of(view, open)) intervals.push_back(interval_of(view, record, run, false));
  std::sort(intervals.begin(), intervals.end(), earlier);
  return intervals;
}

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
  answer.intervals = intervals_of(view, record);
  add_sources(view, record, answer);
  return answer;
}

}  // namespace inforce::query
