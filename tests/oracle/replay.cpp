// The event calculus (S3) for one measure in one world: moment by moment, in every order that S6 and S15 allow.
#include <algorithm>

#include "tests/oracle/world.h"

namespace oracle {
namespace {

struct Change {
  Moment at{};
  Attributes attributes;
  std::optional<Moment> compliance;
  std::string scope;
};
struct Spell {
  Moment begin{}, end = forever;
  std::set<std::string> imposers;
  std::vector<Change> changes;  // the first is that of the impose
};
struct Suspension {
  Moment begin{}, end = forever;
};
struct Replay {
  std::vector<Spell> spells;
  std::vector<Suspension> suspensions;
};

// What ends by itself ends before any effect of that moment (S6): so `end > at` is "running".
template <class T>
bool running(const std::vector<T>& periods, Moment at) {
  return !periods.empty() && periods.back().end > at;
}

void impose(Replay& replay, const Action& action) {
  if (!running(replay.spells, action.at)) {
    if (action.end <= action.at) return;                                      // S4: it never was
    const Change first{action.at, action.attributes, action.compliance, ""};  // S4: of its impose alone
    replay.spells.push_back({action.at, action.end, {action.event->id}, {first}});
    return;
  }
  Spell& spell = replay.spells.back();
  // S7: a second impose in a running spell does nothing; but like imposes of one moment begin one spell together.
  const Change& first = spell.changes.front();
  if (spell.begin == action.at && spell.end == action.end && first.attributes == action.attributes &&
      first.compliance == action.compliance)
    spell.imposers.insert(action.event->id);
}

void amend(Replay& replay, const Action& action) {
  if (!running(replay.spells, action.at)) return;  // S7
  Change next = replay.spells.back().changes.back();
  next.at = action.at;
  for (const auto& [key, value] : action.attributes) next.attributes[key] = value;
  if (action.compliance) next.compliance = action.compliance;  // D1
  if (!action.scope.empty()) next.scope = action.scope;
  replay.spells.back().changes.push_back(next);
}

void act(Replay& replay, const Action& action) {
  const Moment at = action.at;
  switch (action.verb) {
    case Verb::impose:
    case Verb::enlist:
      impose(replay, action);
      break;
    case Verb::lift:
    case Verb::delist:
      if (running(replay.spells, at)) replay.spells.back().end = at;
      break;
    case Verb::suspend:  // S4: within a running suspension it is idle
      if (!running(replay.suspensions, at) && action.end > at) replay.suspensions.push_back({at, action.end});
      break;
    case Verb::resume:
      if (running(replay.suspensions, at)) replay.suspensions.back().end = at;
      break;
    case Verb::extend:  // S4: an extension to before now ends it now
      if (running(replay.spells, at)) replay.spells.back().end = std::max(at, action.end);
      break;
    case Verb::extend_suspension:
      if (running(replay.suspensions, at)) replay.suspensions.back().end = std::max(at, action.end);
      break;
    case Verb::amend:
      amend(replay, action);
      break;
  }
}

bool of_suspensions(Verb verb) {
  return verb == Verb::suspend || verb == Verb::resume || verb == Verb::extend_suspension;
}

// Must `first` act before `second`, where both act at one moment? As `after` says; where they contradict and nothing
// tells their order, each order is a completion of its own (S15); else by phase (D4).
bool must_precede(const Action& first, const Action& second) {
  if (contradict(first, second)) return second.follows.count(first.event->id) > 0;
  if (of_suspensions(first.verb) != of_suspensions(second.verb)) return false;  // these two never meet
  if (first.phase != second.phase) return first.phase < second.phase;
  return second.follows.count(first.event->id) > 0;
}

// Every order of the actions of one moment. Where none contradict, all come to the same (S6), and one is enough.
void all_orders(std::vector<Action> placed, std::vector<Action> rest, bool one, std::vector<std::vector<Action>>& out) {
  if (one && !out.empty()) return;
  if (rest.empty()) return out.push_back(placed);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const bool waits =
        std::any_of(rest.begin(), rest.end(), [&](const Action& other) { return must_precede(other, rest[i]); });
    if (waits) continue;
    auto next_placed = placed;
    auto next_rest = rest;
    next_placed.push_back(rest[i]);
    next_rest.erase(next_rest.begin() + static_cast<std::ptrdiff_t>(i));
    all_orders(next_placed, next_rest, one, out);
  }
}

bool any_contradiction(const std::vector<Action>& actions) {
  for (std::size_t i = 0; i < actions.size(); ++i)
    for (std::size_t j = i + 1; j < actions.size(); ++j)
      if (contradict(actions[i], actions[j]) && !ordered(actions[i], actions[j])) return true;
  return false;
}

const Change& change_at(const Spell& spell, Moment moment) {
  const Change* now = nullptr;
  for (const Change& change : spell.changes)
    if (change.at <= moment) now = &change;
  return *now;
}

Look look_at(const Change& now, bool suspended, Moment moment) {
  const bool grace = now.compliance && moment < *now.compliance;
  Look look{suspended ? "suspended" : grace ? "grace" : "in-force", now.attributes};
  if (!now.scope.empty()) look.attributes["scope"] = now.scope;  // `when` shows it as it stands
  return look;
}

Life life_of(const Replay& replay) {
  std::set<Moment> points;
  for (const Suspension& suspension : replay.suspensions) points.insert({suspension.begin, suspension.end});
  for (const Spell& spell : replay.spells) {
    points.insert({spell.begin, spell.end});
    for (const Change& change : spell.changes) {
      points.insert(change.at);
      if (change.compliance) points.insert(*change.compliance);
    }
  }
  Life life;
  for (auto from = points.begin(); from != points.end() && std::next(from) != points.end(); ++from) {
    const auto contains = [&](const auto& period) { return period.begin <= *from && *from < period.end; };
    const auto spell = std::find_if(replay.spells.begin(), replay.spells.end(), contains);
    if (spell == replay.spells.end()) continue;
    const bool suspended = std::any_of(replay.suspensions.begin(), replay.suspensions.end(), contains);
    const Change& now = change_at(*spell, *from);
    Segment segment{*from, *std::next(from), look_at(now, suspended, *from), spell->imposers, now.scope};
    if (!life.empty() && life.back().before == segment.from && life.back().look == segment.look &&
        life.back().imposers == segment.imposers && life.back().scope == segment.scope)
      life.back().before = segment.before;
    else
      life.push_back(segment);
  }
  return life;
}

}  // namespace

bool ordered(const Action& a, const Action& b) {
  return a.follows.count(b.event->id) > 0 || b.follows.count(a.event->id) > 0;
}

bool contradict(const Action& a, const Action& b) {  // S6, D4
  const auto pair = [&](Verb x, Verb y) { return (a.verb == x && b.verb == y) || (a.verb == y && b.verb == x); };
  if (pair(Verb::impose, Verb::lift) || pair(Verb::suspend, Verb::resume)) return true;
  if (a.verb == Verb::impose && b.verb == Verb::impose)  // a spell begins with the attributes of its impose alone (S4)
    if (a.attributes != b.attributes || a.compliance != b.compliance) return true;
  for (const auto& [key, value] : a.attributes) {
    const auto other = b.attributes.find(key);
    if (other != b.attributes.end() && other->second != value) return true;
  }
  if (a.compliance && b.compliance && *a.compliance != *b.compliance) return true;
  if (!a.scope.empty() && !b.scope.empty() && a.scope != b.scope) return true;
  const auto ends_spell = [](const Action& x) { return x.verb == Verb::impose || x.verb == Verb::extend; };
  const auto ends_suspension = [](const Action& x) {
    return x.verb == Verb::suspend || x.verb == Verb::extend_suspension;
  };
  if (ends_spell(a) && ends_spell(b)) return a.end != b.end;
  if (ends_suspension(a) && ends_suspension(b)) return a.end != b.end;
  return false;
}

std::set<Life> World::lives(const std::string& measure) const {
  const std::vector<Action> all = actions(measure);
  std::map<Moment, std::vector<Action>> by_moment;
  for (const Action& action : all)
    if (!action.gone) by_moment[action.at].push_back(action);
  std::map<Moment, std::vector<std::string>> superseded;
  for (const Event& event : story_.events)
    if (counts(event.id))
      if (const auto at = superseded_at(event)) superseded[*at].push_back(event.id), by_moment[*at];

  std::vector<Replay> replays{Replay{}};
  for (const auto& [at, actions] : by_moment) {
    for (Replay& replay : replays)
      for (const std::string& event : superseded[at])  // S8, D4: before the other effects of that moment
        if (running(replay.spells, at) && replay.spells.back().imposers.count(event)) replay.spells.back().end = at;
    std::vector<std::vector<Action>> orders;
    all_orders({}, actions, !any_contradiction(actions), orders);
    std::vector<Replay> next;
    for (const Replay& replay : replays)
      for (const auto& order : orders) {
        next.push_back(replay);
        for (const Action& action : order) act(next.back(), action);
      }
    replays = next;
  }
  std::set<Life> lives;
  for (const Replay& replay : replays) lives.insert(life_of(replay));
  return lives;
}

}  // namespace oracle
