// The reference evaluator (S28): replays events and enumerates completions by brute force. It is slow on purpose:
// beside each rule stands the number of the paragraph of engine/SEMANTICS.md that it follows.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/oracle/story.h"

namespace oracle {

/// What is known to who asks (S9, S10, S24).
struct Knowledge {
  enum class Kind { everything, day, moment } kind = Kind::everything;
  Day day{};
  Moment moment{};
  std::vector<std::string> assume{};
  bool official = false;               // leave out what rests on reports (S24)
  std::map<std::string, Day> on{};     // days that take the place of the dates of assumed events (D15)
  std::vector<std::string> without{};  // events that never happened (D15)
};
/// The story with the dates that are assumed.
Story assumed(Story story, const Knowledge& knowledge);

/// What can be seen of a measure at a moment at which it is in a spell.
struct Look {
  std::string state;  // `in-force`, `grace`, `suspended`
  Attributes attributes;
  friend auto operator<=>(const Look&, const Look&) = default;
};

struct Segment {  // a run of one look within one spell, in one world
  Moment from{}, before{};
  Look look;
  std::set<std::string> imposers;  // the events that began the spell
  std::string scope;               // that replaces the measure's own, or empty (S4)
  friend auto operator<=>(const Segment&, const Segment&) = default;
};
using Life = std::vector<Segment>;

/// All completions for one state of knowledge.
struct Worlds {
  std::string refusal;                          // why they are none, or contradict (S6, S15); empty where all is well
  std::map<std::string, std::set<Life>> lives;  // measure or `group/member`: its different lives
  // The lives that go together: for each measure, those that it may have in one completion, in the order of `lives`.
  std::set<std::vector<std::vector<const Life*>>> together;

  Worlds() = default;
  Worlds(Worlds&&) = default;
  Worlds& operator=(Worlds&&) = default;
};

struct Run {
  Moment from{}, before{};
  Look look;
  friend auto operator<=>(const Run&, const Run&) = default;
};
struct History {
  std::vector<Run> certain, possible;
};

/// The part of the axis in which answers are exact: all of it, unless the story has an open range (D10), whose values
/// are then taken from a bounded horizon around this window.
struct Window {
  Moment from = beginning, before = forever;
};
Window window_of(const Story& story);

/// The measures that may have spells: restrictions, authorizations, and `group/member`.
std::vector<std::string> leaves(const Story& story);

/// From when an event is known (S9, D7).
Moment known_from(const Story& story, const Event& event);
bool is_known(const Story& story, const Event& event, const Knowledge& knowledge);
/// The events that count: known, not only proposed, not retracted (S8, S9, S24).
std::set<std::string> counting(const Story& story, const Knowledge& knowledge);

Worlds all_worlds(const Story& story, const std::set<std::string>& counting);

/// The number of completions, not counting orders.
double completions(const Story& story);

/// Why the story must be refused, in some state of knowledge (S6, S15, D3, D4); empty where it must not.
std::string refusal(const Story& story);

/// The intervals of a measure (interface: `when`).
History when(const Worlds& worlds, const std::string& measure);

/// The statuses that an answer without facts may give (S11, S13, S20, D8): one, but where the page leaves room.
std::set<std::string> status_at(const Story& story, const Worlds& worlds, const std::string& measure, Moment moment,
                                const Knowledge& knowledge);
std::set<std::string> status_on(const Story& story, const Worlds& worlds, const std::string& measure, Day day,
                                const Knowledge& knowledge);

}  // namespace oracle
