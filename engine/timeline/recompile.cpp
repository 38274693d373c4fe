#include "engine/timeline/recompile.h"

#include <algorithm>
#include <cassert>

#include "engine/diagnostics/report.h"

namespace inforce::timeline {

namespace {

std::span<const Segment> range_of(const Compiled& compiled, std::uint32_t first, std::uint32_t count) {
  return std::span(compiled.segments).subspan(first, count);
}

/// When an event that does not count could be known makes no difference.
bool same_knowledge(const EventTimes& a, const EventTimes& b) {
  return a.counts == b.counts && (!a.counts || (a.known == b.known && a.known_day == b.known_day));
}

bool any_variable(const Narrative& narrative, const std::vector<bool>& changed) {
  const auto moves = [&](const Point& point) { return point.variable && changed[*point.variable]; };
  return std::ranges::any_of(narrative.points, moves) ||
         std::ranges::any_of(narrative.demands,
                             [&](const Demand& demand) { return moves(demand.earlier) || moves(demand.later); });
}

/// Which of the inexact dates have other bounds now; all, where they are no longer as many.
std::vector<bool> changed_variables(const std::vector<Variable>& was, const std::vector<Variable>& is) {
  std::vector<bool> changed(is.size(), true);
  for (std::size_t i = 0; i < is.size() && was.size() == is.size(); ++i) changed[i] = was[i].runs != is[i].runs;
  return changed;
}

}  // namespace

Recompiler::Recompiler(std::shared_ptr<const model::Rulebook> rules) : rulebook_(std::move(rules)) {
  std::vector<Diagnostic> found;
  Compiler compiler(rulebook_, found);
  variables_ = compiler.dates().variables;
  narratives_ = compiler.narratives();
  first_ = compiler.run();
  assert(!diagnostics::has_errors(found));
}

Recompiled Recompiler::again() const {
  Recompiled result;
  Compiler compiler(rulebook_, result.found);
  const auto narratives = compiler.narratives();
  const auto& variables = compiler.dates().variables;
  const auto changed = changed_variables(variables_, variables);
  std::vector<model::MeasureId> affected;
  for (std::uint32_t i = 0; i < narratives.size(); ++i) {
    const bool bears = variables.size() != variables_.size() || !(narratives[i] == narratives_[i]) ||
                       other_times(i, compiler.times()) || any_variable(narratives[i], changed);
    if (bears) affected.push_back({i});
  }
  const auto compiled = compiler.run(*first_, affected);
  diagnostics::sort(result.found, rulebook_.model().texts);
  std::erase_if(result.found, [](const Diagnostic& each) { return each.severity != Severity::error; });
  if (!result.found.empty()) return result;
  for (const auto id : affected) {
    if (other_times(id.value, compiled->events) || !is_same(*compiled, id)) result.changed.push_back(id);
  }
  result.timeline = Timeline(compiled);
  return result;
}

bool Recompiler::other_times(std::size_t measure, const std::vector<EventTimes>& now) const {
  return std::ranges::any_of(narratives_[measure].events, [&](model::EventId event) {
    return !same_knowledge(first_->events[event.value], now[event.value]);
  });
}

bool Recompiler::is_same(const Compiled& now, model::MeasureId id) const {
  const auto& a = first_->measures[id.value];
  const auto& b = now.measures[id.value];
  return std::ranges::equal(range_of(*first_, a.first, a.count), range_of(now, b.first, b.count)) &&
         std::ranges::equal(range_of(*first_, a.day_first, a.day_count), range_of(now, b.day_first, b.day_count)) &&
         a.places == b.places;
}

}  // namespace inforce::timeline
