// One completion (S15): every inexact date has one value. Tells the dates, whether the world is possible, and the
// lives of each measure in it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/oracle/evaluator.h"

namespace oracle {

struct Point {  // the value of a date: a civil day or a moment (S12)
  std::optional<Day> day;
  Moment moment{};
};

/// One effect that acts on one measure, with its dates resolved.
struct Action {
  Moment at{};
  int phase = 0;  // D4
  const Event* event = nullptr;
  std::set<std::string> follows;  // the events that it comes after, also through others
  Verb verb = Verb::impose;
  Moment end = forever;              // of the spell or suspension; `forever`: none
  std::optional<Moment> compliance;  // D1
  Attributes attributes;
  std::string scope;  // that replaces the measure's own, or empty
  const Effect* effect = nullptr;
  bool gone = false;  // its event is superseded by then (S8)
};

class World {
 public:
  World(const Story& story, const std::set<std::string>& counting, const std::map<const DateText*, Day>& values)
      : story_(story), counting_(counting), values_(values) {}

  bool possible() const;                                          // S15, D3
  bool wrong_exactly() const;                                     // D3: for exact dates it is an error, known or not
  std::vector<Action> actions(const std::string& measure) const;  // also those that are gone
  std::set<Life> lives(const std::string& measure) const;

  std::optional<Moment> acting(const Event& event) const;         // its `effective`, else its `date`
  std::optional<Moment> superseded_at(const Event& event) const;  // S8, D5

 private:
  std::optional<Point> value(const Event& event, const Effect* effect, const DateText& text) const;
  std::optional<Point> point_of(const Event& event, const Effect* effect) const;
  std::optional<Moment> moment(const Event& event, const std::optional<Point>& point) const;
  std::optional<Moment> end(const Event& event, const Effect& effect) const;
  bool end_comes_first(const Event& event, bool exact_only) const;
  bool breaks_after(const Event& event) const;
  bool exact(const Event& event, const Effect* effect, const OptionalDate& text) const;
  bool counts(const std::string& event) const { return counting_.count(event) > 0; }

  const Story& story_;
  const std::set<std::string>& counting_;
  const std::map<const DateText*, Day>& values_;
};

/// What a measure may be called at a moment at which it is in no spell (S11, S20, D8).
std::set<std::string> outside(const Story& story, const Life& life, const std::string& measure, Moment moment,
                              const Knowledge& knowledge, const std::set<std::string>& known_by_then);

const Event* find(const Story& story, const std::string& event);
const DateText* field_of(const Event& event, Field field);
std::vector<const DateText*> texts(const Event& event);
/// Whether the value rests on a date with more than one value.
bool inexact(const Story& story, const Event& event, const Effect* effect, const DateText& text);
/// Does an effect that names `named` (with `members`) act on `measure` (S1)?
bool acts_on(const Story& story, const Effect& effect, const std::string& measure);
Day plus(Day day, const Term& term);                                               // S16, S17
bool follows(const Story& story, const Event& later, const std::string& earlier);  // by `after`, also through others
bool contradict(const Action& a, const Action& b);                                 // S6, D4
bool ordered(const Action& a, const Action& b);                                    // by `after`

}  // namespace oracle
