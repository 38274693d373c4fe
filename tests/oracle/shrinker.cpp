#include "tests/oracle/shrinker.h"

#include <algorithm>
#include <sstream>

namespace oracle {
namespace {

bool refers(const Story& story, const std::string& id) {
  const auto has = [&](const std::vector<std::string>& ids) { return std::count(ids.begin(), ids.end(), id) > 0; };
  for (const Event& event : story.events) {
    if (has(event.after) || has(event.retracts) || has(event.supersedes)) return true;
    for (const OptionalDate* date : {&event.announced, &event.filed, &event.published, &event.effective, &event.known})
      if (*date && (*date)->form == Form::reference && (*date)->event == id) return true;
    for (const Effect& effect : event.effects)
      for (const OptionalDate* date : {&effect.effective, &effect.through, &effect.before, &effect.compliance})
        if (*date && (*date)->form == Form::reference && (*date)->event == id) return true;
  }
  return false;
}

// A date that others count from stays.
bool counted_from(const Story& story, const std::string& id, Field field) {
  for (const Event& event : story.events) {
    const auto hit = [&](const OptionalDate& date) {
      return date && date->form == Form::reference && date->field == field &&
             (date->event == id || (date->event.empty() && event.id == id && field != Field::effective));
    };
    if (hit(event.announced) || hit(event.filed) || hit(event.published) || hit(event.effective) || hit(event.known))
      return true;
    for (const Effect& effect : event.effects)
      if (hit(effect.effective) || hit(effect.through) || hit(effect.before) || hit(effect.compliance)) return true;
  }
  return false;
}

bool in_scope(const OptionalScope& scope, const std::string& group) {
  return scope && to_text(*scope).find("in group(" + group + ")") != std::string::npos;
}

bool used(const Story& story, const std::string& id) {
  for (const Measure& measure : story.measures) {
    if (measure.part_of == id || in_scope(measure.scope, id)) return true;
    if (measure.authorization && std::count(measure.releases.begin(), measure.releases.end(), id)) return true;
  }
  for (const Event& event : story.events)
    for (const Effect& effect : event.effects)
      if (effect.measure.substr(0, effect.measure.find('/')) == id || in_scope(effect.scope, id)) return true;
  return false;
}

void smaller_scope(const Story& story, const OptionalScope& scope, const auto& get, std::vector<Story>& out) {
  if (!scope) return;
  out.push_back(story), get(out.back()).reset();
  for (const Scope& operand : scope->operands) out.push_back(story), get(out.back()) = operand;
  for (std::size_t i = 0; scope->operands.size() > 1 && i < scope->operands.size(); ++i) {
    out.push_back(story);
    auto& operands = get(out.back())->operands;
    operands.erase(operands.begin() + static_cast<std::ptrdiff_t>(i));
  }
  if (scope->values.size() > 1) out.push_back(story), get(out.back())->values.pop_back();
}

void smaller_facts(const Story& story, const Facts& facts, const auto& get, std::vector<Story>& out) {
  for (const auto& [attribute, values] : facts) {
    out.push_back(story), get(out.back()).erase(attribute);
    if (values.size() > 1) out.push_back(story), get(out.back())[attribute].pop_back();
  }
}

template <class T>
void drop_each(const Story& story, std::vector<T> Story::*list, std::vector<Story>& out) {
  for (std::size_t i = 0; i < (story.*list).size(); ++i) {
    out.push_back(story);
    (out.back().*list).erase((out.back().*list).begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// What the facts of cases meet: items, regimes, scopes, and the cases.
void smaller_casework(const Story& story, std::vector<Story>& out) {
  drop_each(story, &Story::cases, out);
  drop_each(story, &Story::items, out);
  drop_each(story, &Story::regimes, out);
  for (std::size_t i = 0; i < story.cases.size(); ++i)
    smaller_facts(
        story, story.cases[i], [i](Story& s) -> Facts& { return s.cases[i]; }, out);
  for (std::size_t i = 0; i < story.items.size(); ++i)
    smaller_facts(
        story, story.items[i].facts, [i](Story& s) -> Facts& { return s.items[i].facts; }, out);
  for (std::size_t i = 0; i < story.regimes.size(); ++i)
    smaller_scope(
        story, story.regimes[i].scope, [i](Story& s) -> OptionalScope& { return s.regimes[i].scope; }, out);
  for (std::size_t i = 0; i < story.measures.size(); ++i) {
    smaller_scope(
        story, story.measures[i].scope, [i](Story& s) -> OptionalScope& { return s.measures[i].scope; }, out);
    if (!story.measures[i].regime.empty()) out.push_back(story), out.back().measures[i].regime.clear();
    if (story.measures[i].authorization && story.measures[i].releases.size() > 1)
      for (const std::string& id : story.measures[i].releases)
        out.push_back(story), out.back().measures[i].releases = {id};
  }
}

void smaller_dates(const Story& story, OptionalDate Event::*field, std::size_t e, std::vector<Story>& out) {
  if (!(story.events[e].*field)) return;
  out.push_back(story);
  (out.back().events[e].*field).reset();
}

void smaller_text(const Story& story, const DateText& text, const auto& get, std::vector<Story>& out) {
  const auto change = [&](DateText with) { out.push_back(story), get(out.back()) = std::move(with); };
  DateText next = text;
  if (text.form == Form::choice && (text.choices.size() > 1 || text.choices[0].first != text.choices[0].last)) {
    for (const Day day : {text.choices.front().first, text.choices.back().last}) {
      next = DateText{}, next.day = day;
      change(next);
    }
    next = text, next.choice_text.clear(), next.choices = {text.choices.front()};
    if (text.choices.size() > 1 || !text.choice_text.empty()) change(next);
    const Day first = text.choices[0].first;
    next.choices = {{first, first + std::chrono::days{1}}};
    if (text.choices[0].last > first + std::chrono::days{1}) change(next);
  }
  if (text.mark) next = text, next.mark = 0, change(next);
  if (text.form == Form::reference && !text.terms.empty()) {
    next = text, next.terms.pop_back(), change(next);
  }
}

void smaller_event(const Story& story, std::size_t e, std::vector<Story>& out) {
  const Event& event = story.events[e];
  if (!refers(story, event.id)) {
    out.push_back(story);
    out.back().events.erase(out.back().events.begin() + static_cast<std::ptrdiff_t>(e));
  }
  smaller_dates(story, &Event::announced, e, out);
  smaller_dates(story, &Event::filed, e, out);
  if (!counted_from(story, event.id, Field::published)) smaller_dates(story, &Event::published, e, out);
  if (!counted_from(story, event.id, Field::effective)) smaller_dates(story, &Event::effective, e, out);
  smaller_dates(story, &Event::known, e, out);
  for (const auto list : {&Event::after, &Event::retracts, &Event::supersedes})
    if (!(event.*list).empty()) out.push_back(story), (out.back().events[e].*list).clear();
  if (!event.zone.empty() && event.zone != "UTC") out.push_back(story), out.back().events[e].zone = "UTC";
  if (event.evidence != Evidence::official) {
    out.push_back(story), out.back().events[e].evidence = Evidence::official;
  }
  smaller_text(
      story, event.date, [e](Story& s) -> DateText& { return s.events[e].date; }, out);
  if (event.effective)
    smaller_text(
        story, *event.effective, [e](Story& s) -> DateText& { return *s.events[e].effective; }, out);
}

void smaller_effect(const Story& story, std::size_t e, std::size_t i, std::vector<Story>& out) {
  const Effect& effect = story.events[e].effects[i];
  out.push_back(story);
  auto& effects = out.back().events[e].effects;
  effects.erase(effects.begin() + static_cast<std::ptrdiff_t>(i));
  const bool extends = effect.verb == Verb::extend || effect.verb == Verb::extend_suspension;
  for (const auto field : {&Effect::effective, &Effect::through, &Effect::before, &Effect::compliance}) {
    if (!(effect.*field)) continue;
    if (!(extends && (field == &Effect::through || field == &Effect::before))) {
      out.push_back(story);
      (out.back().events[e].effects[i].*field).reset();
    }
    smaller_text(
        story, *(effect.*field), [e, i, field](Story& s) -> DateText& { return *(s.events[e].effects[i].*field); },
        out);
  }
  for (const auto& [key, value] : effect.attributes) {
    out.push_back(story);
    out.back().events[e].effects[i].attributes.erase(key);
  }
  if (effect.members.size() > 1) out.push_back(story), out.back().events[e].effects[i].members.pop_back();
  smaller_scope(
      story, effect.scope, [e, i](Story& s) -> OptionalScope& { return s.events[e].effects[i].scope; }, out);
  if (!effect.own.empty()) out.push_back(story), out.back().events[e].effects[i].own.clear();
  if (!effect.names.empty()) out.push_back(story), out.back().events[e].effects[i].names.clear();
}

std::vector<Story> smaller(const Story& story) {
  std::vector<Story> out;
  smaller_casework(story, out);
  for (std::size_t e = 0; e < story.events.size(); ++e) {
    smaller_event(story, e, out);
    for (std::size_t i = 0; i < story.events[e].effects.size(); ++i) smaller_effect(story, e, i, out);
  }
  for (std::size_t m = 0; m < story.measures.size(); ++m) {
    if (!used(story, story.measures[m].id)) {
      out.push_back(story);
      out.back().measures.erase(out.back().measures.begin() + static_cast<std::ptrdiff_t>(m));
    }
    const std::string& zone = story.measures[m].zone;
    if (!zone.empty() && zone != "UTC") out.push_back(story), out.back().measures[m].zone = "UTC";
  }
  return out;
}

std::string commented(const std::string& text) {
  std::istringstream in(text);
  std::string out, row;
  while (std::getline(in, row)) out += "# " + row + "\n";
  return out;
}

}  // namespace

Story shrink(Story story, const std::function<bool(const Story&)>& still) {
  for (bool again = true; again;) {
    again = false;
    for (const Story& candidate : smaller(story)) {
      if (!still(candidate)) continue;
      story = candidate;
      again = true;
      break;
    }
  }
  return story;
}

Story shrink(Story story, const Disagreement& found) {
  return shrink(std::move(story), [&](const Story& candidate) {
    const auto still = disagreement(candidate);
    return still && still->kind == found.kind;
  });
}

std::string report(const Story& story, const Disagreement& found) {
  return commented(found.kind + "\nquestion: " + found.question + "\nengine:\n" + found.engine + "\noracle:\n" +
                   found.oracle) +
         to_yaml(story);
}

}  // namespace oracle
