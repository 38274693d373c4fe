#include "engine/timeline/compiler.h"

#include <algorithm>

#include "engine/diagnostics/report.h"
#include "engine/timeline/rectangles.h"

namespace inforce::timeline {

namespace {

std::string why_idle(const model::Effect& effect) {
  using model::Verb;
  switch (effect.verb) {
    case Verb::impose:
      return "it is in force by then already";
    case Verb::enlist:
      return "it is a member by then already";
    case Verb::delist:
      return "it is no member by then";
    case Verb::resume:
      return "no suspension is open by then";
    case Verb::suspend:
      return "it meets no spell, or a suspension is open by then already";
    case Verb::extend:
      return effect.of_suspension ? "no suspension is open by then" : "it is not in force by then";
    case Verb::lift:
    case Verb::amend:
      break;
  }
  return "it is not in force by then";
}

}  // namespace

Compiler::Compiler(const Rulebook& rulebook, std::vector<Diagnostic>& found)
    : rulebook_(rulebook.model()),
      found_(found),
      dates_(resolve_dates(rulebook_, found)),
      narratives_(rulebook_, dates_, found),
      compiled_(std::make_shared<Compiled>(rulebook)) {
  compiled_->events = times_of(rulebook_, dates_);
  acted_.assign(rulebook_.effects.size(), false);
  idle_.assign(rulebook_.effects.size(), false);
}

std::shared_ptr<const Compiled> Compiler::run() {
  const Knowledge knowledge(rulebook_, compiled_->events);
  compiled_->measures.resize(rulebook_.measures.size());
  for (std::uint32_t i = 0; i < rulebook_.measures.size(); ++i) compile_measure(model::MeasureId{i}, knowledge);
  report_idle();
  interner_.move_into(*compiled_);
  return compiled_;
}

std::shared_ptr<const Compiled> Compiler::run(const Compiled& earlier, std::span<const model::MeasureId> again) {
  const Knowledge knowledge(rulebook_, compiled_->events);
  interner_ = Interner(earlier);
  compiled_->segments = earlier.segments;
  compiled_->measures = earlier.measures;
  for (const auto id : again) {
    compiled_->measures[id.value] = {};
    compile_measure(id, knowledge);
  }
  interner_.move_into(*compiled_);
  return compiled_;
}

std::vector<Narrative> Compiler::narratives() const {
  std::vector<Narrative> all;
  all.reserve(rulebook_.measures.size());
  for (std::uint32_t i = 0; i < rulebook_.measures.size(); ++i) all.push_back(narratives_.of(model::MeasureId{i}));
  return all;
}

void Compiler::compile_measure(model::MeasureId id, const Knowledge& knowledge) {
  MeasureHistory& history = compiled_->measures[id.value];
  const Narrative narrative = narratives_.of(id);
  history.zone = rulebook_[id].zone;
  if (narrative.acts.empty()) return;
  history.zone = rulebook_[narrative.events.front()].zone;
  history.several_zones = std::ranges::any_of(
      narrative.events, [&](model::EventId event) { return !(rulebook_[event].zone == history.zone); });
  const auto stages = knowledge.stages(narrative.events, false);
  history.first = put(id, narrative, stages, history);
  history.count = static_cast<std::uint32_t>(compiled_->segments.size()) - history.first;
  if (history.several_zones) {
    history.day_first = put(id, narrative, knowledge.stages(narrative.events, true), history);
    history.day_count = static_cast<std::uint32_t>(compiled_->segments.size()) - history.day_first;
  }
  if (history.inexact) history.places = places_of(narrative);
}

/// Replays all stages and lays their segments down; gives the index of the first.
std::uint32_t Compiler::put(model::MeasureId id, const Narrative& narrative, const std::vector<Stage>& stages,
                            MeasureHistory& history) {
  Rectangles rectangles;
  for (const Stage& stage : stages) {
    StageHistory at = history_at(rulebook_, dates_, narrative, stage, interner_);
    report(id, narrative, at);
    history.inexact = history.inexact || at.inexact;
    rectangles.add(stage.from, std::move(at.segments));
    if (&stage == &stages.back()) note_fates(narrative, at.fates);
  }
  const auto first = static_cast<std::uint32_t>(compiled_->segments.size());
  const auto segments = rectangles.all();
  compiled_->segments.insert(compiled_->segments.end(), segments.begin(), segments.end());
  return first;
}

void Compiler::note_fates(const Narrative& narrative, const std::vector<Fate>& fates) {
  for (std::size_t i = 0; i < fates.size(); ++i) {
    const std::uint32_t effect = narrative.acts[i].effect.value;
    if (fates[i] == Fate::acted) acted_[effect] = true;
    if (fates[i] == Fate::idle) idle_[effect] = true;
  }
}

void Compiler::report(model::MeasureId id, const Narrative& narrative, const StageHistory& at) {
  for (const auto& [a, b] : at.contradictions) report_contradiction(id, narrative.acts[a], narrative.acts[b]);
  if (at.trouble != Trouble::no_completion && at.trouble != Trouble::too_many) return;
  if (!troubled_.insert({id, at.trouble}).second) return;
  const auto place = first_inexact(narrative);
  const std::string& measure = rulebook_[id].id;
  if (at.trouble == Trouble::no_completion) {
    found_.push_back(
        diagnostics::make(codes::no_completion,
                          "no choice of days for the inexact dates that bear on `" + measure + "` keeps their order",
                          place, "check the ranges against `after`, and ends against beginnings"));
  } else {
    found_.push_back(diagnostics::make(
        codes::too_many_inexact,
        "more inexact dates meet on `" + measure + "` than can be told apart exactly (at most " +
            std::to_string(most_inexact_dates) + " dates, " + std::to_string(most_worlds) + " orders)",
        place, "narrow some of these dates, or split the measure with `part_of`"));
  }
}

Span Compiler::first_inexact(const Narrative& narrative) const {
  std::optional<Span> first;
  const auto look = [&](const Point& point) {
    if (!point.variable) return;
    const Span span = dates_.variables[*point.variable].span;
    if (!first || span < *first) first = span;
  };
  for (const Point& point : narrative.points) look(point);
  return first.value_or(Span{});
}

void Compiler::report_contradiction(model::MeasureId id, const Act& a, const Act& b) {
  if (!contradictions_.insert({std::min(a.effect, b.effect), std::max(a.effect, b.effect)}).second) return;
  const model::Effect& first = rulebook_[std::min(a.effect, b.effect)];
  const model::Effect& second = rulebook_[std::max(a.effect, b.effect)];
  const auto told = [&](const model::Effect& effect) {
    return "`" + std::string(to_string(effect.verb)) + "` by `" + rulebook_[effect.event].id + "`";
  };
  Diagnostic diagnostic = diagnostics::make(
      codes::contradiction,
      told(second) + " and " + told(first) + " contradict each other on `" + rulebook_[id].id + "` at one moment",
      second.span, "if one came after the other, say so: `after: [" + rulebook_[first.event].id + "]`");
  diagnostic.related.push_back({first.span, "the other effect"});
  found_.push_back(std::move(diagnostic));
}

std::vector<InexactPlace> Compiler::places_of(const Narrative& narrative) const {
  std::map<VariableId, InexactPlace> places;
  for (const Point& point : narrative.points) {
    if (!point.variable) continue;
    const Variable& variable = dates_.variables[*point.variable];
    const Moment first = earliest(point, dates_.variables);
    const Moment last = latest(point, dates_.variables);
    const auto [found, is_new] = places.try_emplace(
        *point.variable, InexactPlace{variable.event, variable.field, variable.written, variable.span, first, last});
    if (is_new) continue;
    found->second.earliest = std::min(found->second.earliest, first);
    found->second.latest = std::max(found->second.latest, last);
  }
  std::vector<InexactPlace> sorted;
  sorted.reserve(places.size());
  for (auto& [variable, place] : places) sorted.push_back(std::move(place));
  return sorted;
}

/// S7: what could have acted, and did on no measure that it names.
void Compiler::report_idle() {
  for (std::uint32_t i = 0; i < rulebook_.effects.size(); ++i) {
    if (!idle_[i] || acted_[i]) continue;
    const model::Effect& effect = rulebook_.effects[i];
    found_.push_back(diagnostics::make(codes::idle_effect,
                                       "`" + std::string(to_string(effect.verb)) + ": " + rulebook_[effect.named].id +
                                           "` does nothing: " + why_idle(effect),
                                       effect.span, "check its date, or drop the effect"));
  }
}

}  // namespace inforce::timeline
