#include "tests/oracle/world.h"

#include <algorithm>

#include "tests/oracle/zones.h"

namespace oracle {

const Event* find(const Story& story, const std::string& event) {
  for (const Event& candidate : story.events)
    if (candidate.id == event) return &candidate;
  return nullptr;
}

const DateText* field_of(const Event& event, Field field) {
  const auto get = [](const OptionalDate& date) { return date ? &*date : nullptr; };
  switch (field) {
    case Field::date:
      return &event.date;
    case Field::announced:
      return get(event.announced);
    case Field::filed:
      return get(event.filed);
    case Field::published:
      return get(event.published);
    case Field::effective:
      return get(event.effective);
    case Field::known:
      return get(event.known);
  }
  return nullptr;
}

std::vector<const DateText*> texts(const Event& event) {
  std::vector<const DateText*> all;
  for (const Field field :
       {Field::date, Field::announced, Field::filed, Field::published, Field::effective, Field::known})
    if (const DateText* text = field_of(event, field)) all.push_back(text);
  for (const Effect& effect : event.effects)
    for (const OptionalDate* date : {&effect.effective, &effect.through, &effect.before, &effect.compliance})
      if (*date) all.push_back(&**date);
  return all;
}

bool inexact(const Story& story, const Event& event, const Effect* effect, const DateText& text) {
  if (text.form != Form::reference) {
    if (text.form == Form::choice && text.choices.size() == 1) return text.choices[0].first != text.choices[0].last;
    return text.inexact();
  }
  const Event* anchor = text.event.empty() ? &event : find(story, text.event);
  if (anchor == &event && text.field == Field::effective && effect && effect->effective && &*effect->effective != &text)
    return inexact(story, event, effect, *effect->effective);
  const DateText* date = anchor ? field_of(*anchor, text.field) : nullptr;
  if (!date && anchor) date = &anchor->date;
  return date && inexact(story, *anchor, nullptr, *date);
}

bool follows(const Story& story, const Event& later, const std::string& earlier) {
  return std::any_of(later.after.begin(), later.after.end(),
                     [&](const std::string& id) { return id == earlier || follows(story, *find(story, id), earlier); });
}

bool acts_on(const Story& story, const Effect& effect, const std::string& measure) {
  if (effect.verb == Verb::enlist || effect.verb == Verb::delist)
    return std::any_of(effect.members.begin(), effect.members.end(),
                       [&](const std::string& member) { return effect.measure + "/" + member == measure; });
  if (effect.measure == measure) return true;
  for (const Measure& part : story.measures)  // S1: an effect that names a whole acts on each of its parts
    if (part.id == measure && !part.part_of.empty()) return acts_on(story, effect, part.part_of);
  return false;
}

Day plus(Day day, const Term& term) {
  using namespace std::chrono;
  if (day == first_day || day == last_day) return day;  // D10: one beyond stays beyond
  if (term.unit == Unit::day) return day + days{term.count};
  if (term.unit == Unit::week) return day + days{7 * term.count};
  const year_month_day from{day};  // S17: months and years keep the day of the month
  const year_month_day to = from + months{term.unit == Unit::month ? term.count : 12 * term.count};
  if (to.ok()) return sys_days{to};
  if (term.rounding == Rounding::up) return sys_days{(to.year() / to.month() + months{1}) / 1};
  return sys_days{to.year() / to.month() / last};
}

// The value of a date that stands in `event` (and in `effect`); empty where an anchor never happened (S17).
std::optional<Point> World::value(const Event& event, const Effect* effect, const DateText& text) const {
  if (text.form == Form::day) return Point{text.day, {}};
  if (text.form == Form::moment) return Point{std::nullopt, text.moment};
  if (text.form == Form::choice && !values_.count(&text)) return Point{text.choices[0].first, {}};  // only one
  if (text.form != Form::reference) return Point{values_.at(&text), {}};                            // S15
  std::optional<Point> anchor;
  if (text.event.empty()) {
    const bool own_moment = effect && !(effect->effective && &*effect->effective == &text);
    if (text.field == Field::effective && own_moment)
      anchor = point_of(event, effect);  // S4
    else if (const DateText* date = field_of(event, text.field))
      anchor = value(event, nullptr, *date);
  } else if (counts(text.event)) {  // S17: an anchor that never happened; S8: nor did what is retracted
    const Event& other = *find(story_, text.event);
    if (const DateText* date = field_of(other, text.field)) anchor = value(other, nullptr, *date);
  }
  if (anchor && anchor->day)
    for (const Term& term : text.terms) anchor->day = plus(*anchor->day, term);
  return anchor;
}

// S4: an effect acts at its own `effective`, else the event's `effective`, else the event's `date`.
std::optional<Point> World::point_of(const Event& event, const Effect* effect) const {
  if (effect && effect->effective) return value(event, effect, *effect->effective);
  if (event.effective) return value(event, nullptr, *event.effective);
  return value(event, nullptr, event.date);
}

// S13: a day is from its start, in the zone of the event in which it is written.
std::optional<Moment> World::moment(const Event& event, const std::optional<Point>& point) const {
  if (!point) return std::nullopt;
  return point->day ? start_of(*point->day, event.zone) : point->moment;
}

std::optional<Moment> World::acting(const Event& event) const { return moment(event, point_of(event, nullptr)); }

// S5. Empty where there is none, or where it is counted from what never happened (D2).
std::optional<Moment> World::end(const Event& event, const Effect& effect) const {
  if (effect.before) return moment(event, value(event, &effect, *effect.before));
  if (!effect.through) return std::nullopt;
  std::optional<Point> point = value(event, &effect, *effect.through);
  if (point && point->day) point->day = plus(*point->day, Term{1, Unit::day, Rounding::none});
  return moment(event, point);
}

bool World::exact(const Event& event, const Effect* effect, const OptionalDate& text) const {
  return !text || !inexact(story_, event, effect, *text);
}

bool World::end_comes_first(const Event& event, bool exact_only) const {  // S15, D3
  for (const Effect& effect : event.effects) {
    if (effect.verb != Verb::impose && effect.verb != Verb::suspend && effect.verb != Verb::enlist) continue;
    if (exact_only) {
      const OptionalDate& at = effect.effective ? effect.effective : event.effective;
      const bool all_exact = (at ? exact(event, &effect, at) : exact(event, &effect, event.date)) &&
                             exact(event, &effect, effect.through) && exact(event, &effect, effect.before);
      if (!all_exact) continue;
    }
    const auto from = moment(event, point_of(event, &effect));
    const auto before = end(event, effect);
    if (from && before && *before < *from) return true;
  }
  return false;
}

bool World::breaks_after(const Event& event) const {  // S15, D3
  for (const std::string& id : event.after) {
    if (!counts(id)) continue;
    const Event& earlier = *find(story_, id);
    const auto mine = moment(event, value(event, nullptr, event.date));
    const auto its = moment(earlier, value(earlier, nullptr, earlier.date));
    if (mine && its && *mine < *its) return true;
    const auto acted = acting(earlier);
    for (const DateText* text : texts(event)) {
      if (text == &event.date || text->form != Form::unknown || !values_.count(text)) continue;
      if (acted && start_of(values_.at(text), event.zone) < *acted) return true;
    }
  }
  return false;
}

bool World::possible() const {
  return std::none_of(story_.events.begin(), story_.events.end(), [&](const Event& event) {
    return counts(event.id) && (end_comes_first(event, false) || breaks_after(event));
  });
}

bool World::wrong_exactly() const {
  for (const Event& event : story_.events) {
    if (end_comes_first(event, true)) return true;
    if (!exact(event, nullptr, event.date)) continue;
    const auto mine = moment(event, value(event, nullptr, event.date));
    for (const std::string& id : event.after) {
      const Event& earlier = *find(story_, id);
      if (!exact(earlier, nullptr, earlier.date)) continue;
      const auto its = moment(earlier, value(earlier, nullptr, earlier.date));
      if (mine && its && *mine < *its) return true;
    }
  }
  return false;
}

// S8, D5: the first moment at which an event is superseded. What is itself superseded by then supersedes nothing.
std::optional<Moment> World::superseded_at(const Event& event) const {
  std::optional<Moment> first;
  for (const Event& later : story_.events) {
    if (!counts(later.id)) continue;
    if (std::count(later.supersedes.begin(), later.supersedes.end(), event.id) == 0) continue;
    const auto at = acting(later);
    if (!at || *at == forever) continue;
    const auto gone = superseded_at(later);
    if (gone && *gone <= *at) continue;
    if (!first || *at < *first) first = at;
  }
  return first;
}

std::vector<Action> World::actions(const std::string& measure) const {
  std::vector<Action> all;
  for (const Event& event : story_.events) {
    if (!counts(event.id)) continue;
    const auto gone = superseded_at(event);
    for (const Effect& effect : event.effects) {
      if (!acts_on(story_, effect, measure)) continue;
      const auto at = moment(event, point_of(event, &effect));
      if (!at || *at == forever) continue;                     // D2: it has not happened
      static const int phase[] = {1, 1, 2, 2, 3, 3, 4, 1, 1};  // D4
      Action action{*at,
                    phase[static_cast<int>(effect.verb)],
                    &event,
                    {},
                    effect.verb,
                    forever,
                    {},
                    effect.attributes,
                    to_text(effect.scope),
                    &effect};
      for (const auto& [member, own] : effect.own)
        if (effect.measure + "/" + member == measure)
          for (const auto& [key, value] : own) action.attributes[key] = value;
      if (effect.verb == Verb::enlist) action.verb = Verb::impose;  // S1: membership is a measure like any other
      if (effect.verb == Verb::delist) action.verb = Verb::lift;
      action.end = end(event, effect).value_or(forever);
      if (effect.compliance)  // D2: unresolved is not required yet
        action.compliance = moment(event, value(event, &effect, *effect.compliance)).value_or(forever);
      for (const Event& other : story_.events)
        if (follows(story_, event, other.id)) action.follows.insert(other.id);
      action.gone = gone && *at >= *gone;  // S8: due at or after that moment
      all.push_back(action);
    }
  }
  return all;
}

}  // namespace oracle
