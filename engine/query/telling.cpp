#include "engine/query/telling.h"

#include <algorithm>

#include "engine/query/status.h"

namespace inforce::query {

namespace {

using timeline::State;

std::string word_for(State state) {
  const auto word = state_word(state);
  return word.empty() ? "not in force" : std::string(word);
}

/// What holds at a moment, in each world: its state and attributes.
std::vector<std::pair<State, Attributes>> worlds_told(const timeline::Compiled& compiled, const Record& record,
                                                      Moment moment) {
  std::vector<std::pair<State, Attributes>> told;
  for (const auto* world : worlds_at(record, moment)) {
    told.emplace_back(world->state, compiled.attribute_sets[world->attributes]);
  }
  std::sort(told.begin(), told.end());
  told.erase(std::unique(told.begin(), told.end()), told.end());
  return told;
}

/// The day that begins at the moment, else the moment.
When asked_at(const Record& record, Moment moment) {
  const auto bound = record.zone().bound(moment);
  return bound.day ? When::on_day(*bound.day) : When::at(moment);
}

std::optional<Parting> parting_as_known(const timeline::Compiled& was, const timeline::Compiled& is,
                                        model::MeasureId id, const std::optional<When>& known) {
  const Query everything;
  const View before(was, everything, known);
  const View after(is, everything, known);
  const auto& first = before.record(id);
  const auto& second = after.record(id);
  auto moments = boundaries(first);
  for (const auto moment : boundaries(second)) moments.push_back(moment);
  moments.push_back(beginning_of_time);
  std::sort(moments.begin(), moments.end());
  for (const auto moment : moments) {
    if (worlds_told(was, first, moment) == worlds_told(is, second, moment)) continue;
    if (moment == beginning_of_time) continue;
    return Parting{asked_at(first, moment), known, change_at(first, moment), change_at(second, moment)};
  }
  return std::nullopt;
}

/// The states of knowledge that a measure passes through, in both.
std::vector<Moment> stages_of(const timeline::Compiled& was, const timeline::Compiled& is, model::MeasureId id) {
  std::vector<Moment> moments;
  for (const auto* compiled : {&was, &is}) {
    const auto& history = compiled->measures[id.value];
    for (std::uint32_t i = 0; i < history.count; ++i) {
      const auto known = compiled->segments[history.first + i].known_from;
      if (known != beginning_of_time && known != end_of_time) moments.push_back(known);
    }
  }
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  return moments;
}

}  // namespace

std::string change_at(const Record& record, Moment moment) {
  const auto worlds = worlds_at(record, moment);
  if (worlds.empty()) return word_for(State::absent);
  if (worlds.size() == 1) return word_for(worlds.front()->state);
  std::vector<std::string> words;
  words.reserve(worlds.size());
  for (const auto* world : worlds) words.push_back(word_for(world->state));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " or ") + word;
  return "possibly " + text;
}

std::optional<Parting> parting_of(const timeline::Compiled& was, const timeline::Compiled& is, model::MeasureId id) {
  if (auto today = parting_as_known(was, is, id, std::nullopt)) return today;
  const auto zone = was.measures[id.value].zone;
  for (const auto moment : stages_of(was, is, id)) {
    const auto bound = zone.bound(moment);
    const auto known = bound.day ? When::on_day(*bound.day) : When::at(moment);
    if (auto then = parting_as_known(was, is, id, known)) return then;
  }
  return std::nullopt;
}

}  // namespace inforce::query
