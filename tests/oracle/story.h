// A `Story` is a small rule set in plain structs: what the generator invents, the reference evaluator answers (S28)
// and `to_yaml` writes down for the engine. Nothing here comes from the engine.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace oracle {

using Day = std::chrono::sys_days;
using Moment = std::chrono::sys_seconds;

// The values "one beyond" of D10, and the ends of the time axis.
inline constexpr Day first_day = Day::min();
inline constexpr Day last_day = Day::max();
inline constexpr Moment beginning = Moment::min();
inline constexpr Moment forever = Moment::max();

enum class Unit { day, week, month, year };
enum class Rounding { none, down, up };

struct Term {  // `+ 3 days`, `- 1 month (round down)`
  int count = 0;
  Unit unit = Unit::day;
  Rounding rounding = Rounding::none;
};

struct Days {  // from `first` through `last`
  Day first, last;
};

enum class Form { day, moment, choice, open_before, open_after, unknown, reference };
enum class Field { date, announced, filed, published, effective, known };

struct DateText {  // whatever may stand where a date is expected (S12, S14, S16)
  Form form = Form::day;
  Day day{};                  // day; open_before: the last day; open_after: the first
  Moment moment{};            // moment
  std::string moment_text;    // moment, as it is written in the file
  std::vector<Days> choices;  // choice: one of these days
  std::string choice_text;    // choice, where it is not a bracket: `2025-04`
  char mark = 0;              // `?`, `~`, `%`
  std::string event;          // reference: the event, or empty for a date of the record itself
  Field field = Field::date;  // reference
  std::vector<Term> terms;    // reference

  bool inexact() const { return form == Form::choice || open(); }
  bool open() const { return form == Form::open_before || form == Form::open_after || form == Form::unknown; }
};

using OptionalDate = std::optional<DateText>;
using Attributes = std::map<std::string, std::string>;  // values as they are written in the file
using Facts = std::map<std::string, std::vector<std::string>>;

enum class Test {
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,
  in,
  not_in,
  in_group,
  not_in_group,
  under,
  negation,
  all_of,
  any_of
};

struct Scope {  // S19
  Test test = Test::equal;
  std::string attribute;
  std::vector<std::string> values;  // in_group: the group
  std::vector<Scope> operands;      // negation: one; all_of, any_of: at least one
};
using OptionalScope = std::optional<Scope>;

enum class Type { code, country, text, number, date, flag };
/// What every story declares; `remark` stands in no scope.
const std::map<std::string, Type>& vocabulary();

enum class Verb { impose, lift, suspend, resume, extend, extend_suspension, amend, enlist, delist };

struct Effect {
  Verb verb = Verb::impose;
  std::string measure;  // enlist, delist: the group
  std::vector<std::string> members;
  OptionalDate effective, through, before, compliance;  // one of `through` and `before` at most
  Attributes attributes;
  OptionalScope scope;                                    // amend
  std::map<std::string, Attributes> own;                  // enlist: what is said of one member alone
  std::map<std::string, std::vector<std::string>> names;  // enlist: the other names of a member
};

enum class Evidence { official, reported, proposed };

struct Event {
  std::string id, zone;  // an empty zone is that of no zone (D9)
  DateText date;
  OptionalDate announced, filed, published, effective, known;
  Evidence evidence = Evidence::official;
  std::vector<std::string> after, retracts, supersedes;
  std::vector<Effect> effects;
};

struct Measure {
  std::string id, zone;
  std::string part_of;  // the whole, or empty
  bool whole = false;   // other measures are part of it
  bool authorization = false;
  bool group = false;
  std::string kind = "prohibition";  // of a restriction
  OptionalScope scope;
  std::string regime;                       // that it belongs to, or empty
  std::vector<std::string> releases{"m0"};  // of an authorization: restrictions, or wholes of them
};

struct Item {
  std::string id;
  Facts facts;
};

struct Regime {
  std::string id;
  Day from{}, reviewed{};
  OptionalScope scope;
};

struct Story {
  std::vector<Measure> measures;
  std::vector<Event> events;
  std::vector<Item> items;
  std::vector<Regime> regimes;
  std::vector<Facts> cases;  // that questions are asked about
};

/// The story as one rule file; `to_yaml(story, order)` puts the events into that order.
std::string to_yaml(const Story& story);
std::string to_yaml(const Story& story, const std::vector<std::size_t>& order);

/// The same, cut into the records that everything needs and one text for each event.
std::string vocabulary_yaml(const Story& story);
std::string event_yaml(const Event& event);

std::string to_text(const DateText& date);
std::string to_text(Day day);
std::string to_text(Moment moment);
std::string to_text(const Scope& scope);
std::string to_text(const OptionalScope& scope);  // empty where there is none
std::string to_text(const Facts& facts);

}  // namespace oracle
