#include <algorithm>
#include <set>
#include <tuple>

#include "engine/query/answers.h"
#include "engine/query/reasons.h"

namespace inforce::query {

using timeline::Segment;
using timeline::State;

namespace {

/// What of a measure is possible at a moment: one segment where the segments are exact.
using Worlds = std::vector<const Segment*>;

struct Turn {
  Moment at;
  std::string what;
  std::vector<std::string> by;
};

Worlds worlds_in(const std::vector<Segment>& segments, Moment moment) {
  Worlds found;
  for (const auto& segment : segments) {
    const bool here = segment.from <= moment && moment < segment.before;
    if (here && segment.state != State::absent) found.push_back(&segment);
  }
  return found;
}

bool some(const Worlds& worlds, State state) {
  return std::any_of(worlds.begin(), worlds.end(), [&](const Segment* segment) { return segment->state == state; });
}

std::set<std::uint32_t> attributes_of(const Worlds& worlds) {
  std::set<std::uint32_t> found;
  for (const auto* segment : worlds) found.insert(segment->attributes);
  return found;
}

/// The word for what changes between two moments that touch; empty where nothing does that a person asks about.
std::string turn_of(const Worlds& then, const Worlds& now) {
  const bool bound = some(then, State::in_force) || some(then, State::grace);
  const bool binding = some(now, State::in_force) || some(now, State::grace);
  if (now.empty()) return then.empty() ? "" : "end";
  if (!bound && binding) return some(then, State::suspended) ? "resumption" : "effective";
  if (!some(then, State::suspended) && some(now, State::suspended)) return "suspension";
  if (some(then, State::suspended) && !some(now, State::suspended)) return "resumption";
  if (!some(then, State::in_force) && some(now, State::in_force)) return "compliance";
  if (some(then, State::in_force) != some(now, State::in_force)) return "change";
  return attributes_of(then) == attributes_of(now) ? "" : "change";
}

std::vector<timeline::ChainId> chains_of(const Worlds& worlds) {
  std::vector<timeline::ChainId> chains;
  for (const auto* segment : worlds) chains.push_back(segment->chain);
  return chains;
}

/// The events that made the difference; for what was written beforehand, those that shaped what it ends.
std::vector<std::string> makers(const View& view, const Record& record, Moment at, const Worlds& then,
                                const Worlds& now) {
  auto ids = events_gained(view, chains_of(then), chains_of(now));
  if (now.empty()) {
    for (const auto event : ending_events(record, at)) ids.push_back(view.rules[event].id);
  }
  if (!ids.empty()) return ids;
  return shaping_events(view, chains_of(now.empty() ? then : now));
}

std::vector<Turn> turns_of(const View& view, const Record& record, const std::vector<Segment>& segments) {
  std::set<Moment> moments;
  for (const auto& segment : segments) {
    if (segment.from != beginning_of_time) moments.insert(segment.from);
    if (segment.before != end_of_time) moments.insert(segment.before);
  }
  std::vector<Turn> turns;
  for (const auto at : moments) {
    const auto then = worlds_in(segments, at - std::chrono::seconds{1});
    const auto now = worlds_in(segments, at);
    auto what = turn_of(then, now);
    if (!what.empty()) turns.push_back({at, std::move(what), makers(view, record, at, then, now)});
  }
  return turns;
}

void add(const Record& record, const Turn& turn, bool certain, std::vector<Coming>& coming) {
  const auto at = record.zone().bound(turn.at);
  for (auto& other : coming) {
    if (other.id != record.measure->id || other.at != at || other.what != turn.what) continue;
    other.certain = true;
    return;
  }
  coming.push_back({at, record.measure->id, turn.what, turn.by, certain});
}

bool may_be_absent(const Record& record, Moment moment) {
  return std::any_of(record.possible.begin(), record.possible.end(), [&](const Segment& segment) {
    return segment.state == State::absent && segment.from <= moment && moment < segment.before;
  });
}

/// What certain segments show at their edges is so only as far as the possible ones bear it out: where a certain
/// suspension gives way to a doubtful one nothing ends, and where a doubtful one ends for sure it resumes. Empty where
/// nothing turns.
std::string borne_out(const Record& record, const Turn& turn) {
  if (record.possible.empty()) return turn.what;
  if (turn.what == "end" && !may_be_absent(record, turn.at)) return {};
  const auto before = turn.at - std::chrono::seconds{1};
  if (turn.what != "effective" || may_be_absent(record, before)) return turn.what;
  return some(worlds_in(record.possible, before), State::suspended) ? "resumption" : turn.what;
}

/// Of a measure with inexact dates, what is gained is certain only where the certain segments gain it, and what is
/// lost only where the possible ones lose it; where both do on one moment, the date is exact.
void add_turns(const View& view, const Record& record, std::vector<Coming>& coming) {
  const bool exact = record.possible.empty();
  for (auto turn : turns_of(view, record, record.certain)) {
    turn.what = borne_out(record, turn);
    if (!turn.what.empty()) add(record, turn, exact || turn.what != "end", coming);
  }
  for (const auto& turn : turns_of(view, record, record.possible)) add(record, turn, turn.what == "end", coming);
}

}  // namespace

NextAnswer answer_next(const View& view) {
  NextAnswer answer;
  for (std::uint32_t i = 0; i < view.rules.measures.size(); ++i) {
    const auto& measure = view.rules.measures[i];
    if (!measure.parts.empty() || !is_wanted(view.query, measure.jurisdiction, measure.regime)) continue;
    const auto& record = view.record({i});
    std::vector<Coming> coming;
    add_turns(view, record, coming);
    for (auto& turn : coming) {
      if (!view.query.from || day_of(record.zone(), turn.at) >= *view.query.from)
        answer.next.push_back(std::move(turn));
    }
  }
  std::stable_sort(answer.next.begin(), answer.next.end(), [](const Coming& a, const Coming& b) {
    return std::tie(a.at.moment, a.id, a.what) < std::tie(b.at.moment, b.id, b.what);
  });
  return answer;
}

}  // namespace inforce::query
