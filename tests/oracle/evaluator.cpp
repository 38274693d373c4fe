#include "tests/oracle/evaluator.h"

#include <algorithm>

#include "tests/oracle/world.h"
#include "tests/oracle/zones.h"

namespace oracle {
namespace {

constexpr std::chrono::days margin{20}, reach{45};  // around all written days; no addition to an open range is longer

bool named(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

struct Horizon {
  Day first = last_day, last = first_day;
  bool open = false;
};

Horizon horizon_of(const Story& story) {
  Horizon horizon;
  const auto include = [&](Day day) {
    horizon.first = std::min(horizon.first, day);
    horizon.last = std::max(horizon.last, day);
  };
  for (const Event& event : story.events)
    for (const DateText* text : texts(event)) {
      horizon.open |= text->open();
      if (text->form == Form::moment) include(std::chrono::floor<std::chrono::days>(text->moment));
      if (text->form == Form::choice)
        for (const Days& days : text->choices) include(days.first), include(days.last);
      if (text->form != Form::moment && text->form != Form::choice && text->form != Form::reference &&
          text->form != Form::unknown)
        include(text->day);
    }
  return horizon;
}

std::vector<Day> all_days(Day first, Day last) {
  std::vector<Day> days;
  for (Day day = first; day <= last; day += std::chrono::days{1}) days.push_back(day);
  return days;
}

// S14: the days that an inexact date may stand for. D10: an open range also has one beyond.
std::vector<Day> values_of(const DateText& text, const Horizon& horizon) {
  const Day first = horizon.first - margin - reach, last = horizon.last + margin + reach;
  std::vector<Day> days;
  if (text.form == Form::choice)
    for (const Days& run : text.choices)
      for (const Day day : all_days(run.first, run.last)) days.push_back(day);
  if (text.form == Form::open_before) days = all_days(first, text.day), days.push_back(first_day);
  if (text.form == Form::open_after) days = all_days(text.day, last), days.push_back(last_day);
  if (text.form == Form::unknown) days = all_days(first, last), days.push_back(first_day), days.push_back(last_day);
  return days;
}

struct Place {  // where an inexact date is written: it has one value for all who refer to it (S15)
  const DateText* text;
  std::vector<Day> days;
};

std::vector<Place> places(const Story& story, const std::set<std::string>& counting) {
  const Horizon horizon = horizon_of(story);
  std::set<std::pair<std::string, Field>> referred;
  for (const Event& event : story.events)
    for (const DateText* text : texts(event))
      if (text->form == Form::reference) referred.insert({text->event.empty() ? event.id : text->event, text->field});
  std::vector<Place> all;
  for (const Event& event : story.events) {
    if (!counting.count(event.id)) continue;
    for (const DateText* text : texts(event)) {
      bool matters = true;  // a date that only tells when an event was known changes no world
      for (const Field field : {Field::announced, Field::filed, Field::published, Field::known})
        if (field_of(event, field) == text) matters = referred.count({event.id, field}) > 0;
      if (matters && text->inexact()) all.push_back({text, values_of(*text, horizon)});
    }
  }
  return all;
}

// The last possible moment at which the day of a date begins (S9, D7).
Moment latest(const Story& story, const Event& event, const DateText& text);

Day latest_day(const Story& story, const Event& event, const DateText& text) {
  switch (text.form) {
    case Form::day:
    case Form::open_before:
      return text.day;
    case Form::choice:
      return std::max_element(text.choices.begin(), text.choices.end(),
                              [](auto& a, auto& b) { return a.last < b.last; })
          ->last;
    case Form::open_after:
    case Form::unknown:
    case Form::moment:
      return last_day;
    case Form::reference:
      break;
  }
  const Event& anchor = text.event.empty() ? event : *find(story, text.event);
  const DateText* date = field_of(anchor, text.field);
  Day day = latest_day(story, anchor, date ? *date : anchor.date);
  for (const Term& term : text.terms) day = plus(day, term);
  return day;
}

Moment latest(const Story& story, const Event& event, const DateText& text) {
  if (text.form == Form::moment) return text.moment;
  if (text.form == Form::reference && text.terms.empty()) {
    const Event& anchor = text.event.empty() ? event : *find(story, text.event);
    if (const DateText* date = field_of(anchor, text.field))
      if (date->form == Form::moment) return date->moment;
  }
  return start_of(latest_day(story, event, text), event.zone);
}

// S8: not where a retraction counts, which may itself be retracted.
bool retracted(const Story& story, const Event& event, const Knowledge& knowledge);
bool happened(const Story& story, const Event& event, const Knowledge& knowledge) {
  if (!is_known(story, event, knowledge)) return false;
  if (named(knowledge.without, event.id)) return false;  // D15
  const bool counts =
      event.evidence == Evidence::official || (event.evidence == Evidence::reported && !knowledge.official);  // S24
  if (!counts && !named(knowledge.assume, event.id)) return false;
  return !retracted(story, event, knowledge);
}
bool retracted(const Story& story, const Event& event, const Knowledge& knowledge) {
  return std::any_of(story.events.begin(), story.events.end(), [&](const Event& other) {
    return named(other.retracts, event.id) && happened(story, other, knowledge);
  });
}

std::vector<Knowledge> states_of_knowledge(const Story& story) {
  std::vector<Knowledge> states{Knowledge{}};
  for (const Event& event : story.events) {
    const Moment from = known_from(story, event);
    if (from == forever) continue;
    states.push_back({Knowledge::Kind::moment, {}, from, {}, false});
    states.push_back({Knowledge::Kind::day, day_of(from, event.zone), {}, {}, false});
  }
  return states;
}

// Maximal runs in which `choose` gives the same look.
template <class Choose>
void runs(const std::set<Life>& lives, const std::set<Moment>& points, const Choose& choose, std::vector<Run>& out) {
  for (auto from = points.begin(); from != points.end() && std::next(from) != points.end(); ++from) {
    std::set<const Look*> looks;
    for (const Life& life : lives) {
      const Look* look = nullptr;
      for (const Segment& segment : life)
        if (segment.from <= *from && *from < segment.before) look = &segment.look;
      looks.insert(look);
    }
    const Look* look = choose(looks);
    if (!look) continue;
    if (!out.empty() && out.back().before == *from && out.back().look == *look)
      out.back().before = *std::next(from);
    else
      out.push_back({*from, *std::next(from), *look});
  }
}

}  // namespace

std::vector<std::string> leaves(const Story& story) {
  std::vector<std::string> ids;
  std::set<std::string> members;
  for (const Measure& measure : story.measures)
    if (!measure.whole && !measure.group) ids.push_back(measure.id);
  for (const Event& event : story.events)
    for (const Effect& effect : event.effects)
      for (const std::string& member : effect.members) members.insert(effect.measure + "/" + member);
  ids.insert(ids.end(), members.begin(), members.end());
  return ids;
}

Window window_of(const Story& story) {
  const Horizon horizon = horizon_of(story);
  if (!horizon.open || horizon.first > horizon.last) return {};
  return {start_of(horizon.first - margin, ""), start_of(horizon.last + margin, "")};
}

bool is_known(const Story& story, const Event& event, const Knowledge& knowledge) {
  switch (knowledge.kind) {
    case Knowledge::Kind::everything:
      return true;
    case Knowledge::Kind::day:  // S9: before that day ends in the event's own zone
      return known_from(story, event) < start_of(knowledge.day + std::chrono::days{1}, event.zone);
    case Knowledge::Kind::moment:
      return known_from(story, event) <= knowledge.moment;
  }
  return false;
}

Moment known_from(const Story& story, const Event& event) {  // S9
  if (event.known) return latest(story, event, *event.known);
  Moment from = latest(story, event, event.date);
  for (const OptionalDate* date : {&event.announced, &event.filed, &event.published})
    if (*date) from = std::min(from, latest(story, event, **date));
  return from;
}

Story assumed(Story story, const Knowledge& knowledge) {
  for (Event& event : story.events) {
    const auto on = knowledge.on.find(event.id);
    if (on == knowledge.on.end()) continue;
    event.date = DateText{};
    event.date.day = on->second;
  }
  return story;
}

std::set<std::string> counting(const Story& story, const Knowledge& knowledge) {
  std::set<std::string> events;
  for (const Event& event : story.events)
    if (happened(story, event, knowledge)) events.insert(event.id);
  return events;
}

double completions(const Story& story) {
  std::set<std::string> all;
  for (const Event& event : story.events) all.insert(event.id);
  double product = 1;
  for (const Place& place : places(story, all)) product *= static_cast<double>(place.days.size());
  return product;
}

namespace {

// Every completion that is possible (S15): one value for each inexact date, by counting up like an odometer.
template <class Visit>
void each_world(const Story& story, const std::set<std::string>& counting, const Visit& visit) {
  const std::vector<Place> inexact = places(story, counting);
  std::vector<std::size_t> digits(inexact.size(), 0);
  for (bool more = true; more;) {
    std::map<const DateText*, Day> values;
    for (std::size_t i = 0; i < inexact.size(); ++i) values[inexact[i].text] = inexact[i].days[digits[i]];
    const World world(story, counting, values);
    if (world.possible() && !visit(world)) return;
    more = false;
    for (std::size_t i = 0; i < digits.size() && !more; ++i) {
      more = ++digits[i] < inexact[i].days.size();
      if (!more) digits[i] = 0;
    }
  }
}

struct Meeting {  // of two effects that nothing puts in order
  bool apart = false, contradict = false;
};

// S6: an error, where contradicting effects act at one moment in whatever completion. Where their moments are the same
// in some completions only, their order is one more thing that is not known (S15).
std::string refusal(const Story& story, const std::set<std::string>& counting) {
  const std::vector<std::string> measures = leaves(story);
  bool any = false;
  std::map<std::pair<const Effect*, const Effect*>, Meeting> meetings;
  each_world(story, counting, [&](const World& world) {
    any = true;
    for (const std::string& measure : measures) {
      const std::vector<Action> actions = world.actions(measure);
      for (std::size_t i = 0; i < actions.size(); ++i)
        for (std::size_t j = i + 1; j < actions.size(); ++j) {
          if (ordered(actions[i], actions[j])) continue;
          Meeting& meeting = meetings[{actions[i].effect, actions[j].effect}];
          meeting.apart |= actions[i].at != actions[j].at;
          const bool act = !actions[i].gone && !actions[j].gone;
          meeting.contradict |= act && actions[i].at == actions[j].at && contradict(actions[i], actions[j]);
        }
    }
    return true;
  });
  if (!any) return "no completion";  // S15, D3
  for (const auto& [pair, meeting] : meetings)
    if (meeting.contradict && !meeting.apart) return "contradiction on " + pair.first->measure;
  return "";
}

}  // namespace

Worlds all_worlds(const Story& story, const std::set<std::string>& counting) {
  Worlds worlds;
  const std::vector<std::string> measures = leaves(story);
  worlds.refusal = refusal(story, counting);
  if (!worlds.refusal.empty()) return worlds;
  each_world(story, counting, [&](const World& world) {
    std::map<std::string, std::vector<const Life*>> together;
    for (const std::string& measure : measures)
      for (const Life& life : world.lives(measure))
        together[measure].push_back(&*worlds.lives[measure].insert(life).first);
    std::vector<std::vector<const Life*>> row;
    for (const auto& [measure, lives] : together) row.push_back(lives);
    worlds.together.insert(row);
    return true;
  });
  return worlds;
}

std::string refusal(const Story& story) {
  std::set<std::string> all;
  for (const Event& event : story.events) all.insert(event.id);
  const std::map<const DateText*, Day> none;
  if (World(story, all, none).wrong_exactly()) return "exact dates in the wrong order";  // D3
  std::set<std::set<std::string>> done;
  for (const Knowledge& knowledge : states_of_knowledge(story)) {
    const std::set<std::string> events = counting(story, knowledge);
    if (!done.insert(events).second) continue;
    std::string text = refusal(story, events);
    if (text.empty()) continue;
    text += ", knowing";
    for (const std::string& event : events) text += " " + event;
    return text;
  }
  return "";
}

History when(const Worlds& worlds, const std::string& measure) {
  const std::set<Life>& lives = worlds.lives.at(measure);
  std::set<Moment> points;
  std::set<Look> looks;
  for (const Life& life : lives)
    for (const Segment& segment : life) {
      points.insert({segment.from, segment.before});
      looks.insert(segment.look);
    }
  History history;
  runs(
      lives, points,
      [](const std::set<const Look*>& at) {  // S15: certainly, if in every completion
        const Look* same = *at.begin();
        for (const Look* look : at) same = same && look && *look == *same ? same : nullptr;
        return same;
      },
      history.certain);
  for (const Look& look : looks)
    runs(
        lives, points,
        [&](const std::set<const Look*>& at) -> const Look* {  // S15: possibly, if in some
          return std::any_of(at.begin(), at.end(), [&](const Look* other) { return other && *other == look; })
                     ? &look
                     : nullptr;
        },
        history.possible);
  std::sort(history.possible.begin(), history.possible.end());
  return history;
}

}  // namespace oracle
