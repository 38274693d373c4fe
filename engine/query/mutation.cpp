#include "engine/query/mutation.h"

#include <algorithm>

#include "engine/query/assumptions.h"
#include "engine/query/examiner.h"
#include "engine/query/examples.h"
#include "engine/query/telling.h"

namespace inforce::query {

namespace {

/// Examples that take the rules alike, in the order of the first of them.
struct Alike {
  Query query;
  std::vector<const model::Example*> examples;

  [[nodiscard]] bool takes(const Query& other) const {
    return query.official_only == other.official_only && query.assume == other.assume && query.without == other.without;
  }
};

std::vector<Alike> grouped(const Timeline& timeline, std::span<const model::Example* const> examples) {
  std::vector<Alike> groups{{Query{}, {}}};
  for (const auto* example : examples) {
    if (!run_example(timeline, *example).passed()) continue;
    auto query = question_of(timeline.rulebook().model(), *example);
    const auto same =
        std::find_if(groups.begin(), groups.end(), [&](const Alike& group) { return group.takes(query); });
    if (same == groups.end()) {
      groups.push_back({std::move(query), {example}});
    } else {
      same->examples.push_back(example);
    }
  }
  return groups;
}

Telling telling_of(const model::Regime& regime, Date other) {
  const bool later = other > regime.from;
  return {regime.id,
          When::on_day(std::min(regime.from, other)),
          {},
          later ? "covered" : "not covered",
          later ? "not covered" : "covered"};
}

/// The first of the measures changed that differs with today's knowledge; else the first that does with any.
std::optional<Telling> telling_of(const model::Rulebook& rules, const Timeline& was, const Examined& examined) {
  std::optional<Telling> found;
  for (const auto id : examined.changed) {
    const auto& measure = rules[id];
    const auto parting = parting_of(was.compiled(), examined.timeline->compiled(), id);
    if (!parting || (found && parting->known)) continue;
    found = Telling{measure.id, parting->on, parting->known, parting->is, parting->would_be, &measure};
    if (!parting->known) break;
  }
  if (!found && !examined.changed.empty()) {
    const auto& measure = rules[examined.changed.front()];
    found = Telling{measure.id, {}, {}, {}, {}, &measure};
  }
  return found;
}

class Trial {
 public:
  Trial(const Timeline& timeline, std::span<const model::Example* const> examples) : timeline_(timeline) {
    for (const auto& group : grouped(timeline, examples)) {
      const auto changed = reassessed(timeline.rulebook(), group.query);
      examiners_.emplace_back(changed ? *changed : timeline.rulebook(), group.examples);
      assumed_.push_back(group.query.assume);
    }
  }

  ShiftResult tried(const Shift& shift) {
    ShiftResult result{shift, ShiftFate::idle, nullptr, {}, {}};
    const auto* day = std::get_if<Date>(&shift.instead);
    if (day != nullptr) {
      result.telling = telling_of(timeline_.rulebook().model().regimes[shift.at.front().index], *day);
    }
    for (std::size_t i = 0; i < examiners_.size(); ++i) {
      const auto examined = examiners_[i].tried(shift);
      if (!examined.errors.empty() && i == 0) {
        return {shift, ShiftFate::stillborn, nullptr, examined.errors.front().message, {}};
      }
      if (examined.by != nullptr) return {shift, ShiftFate::noticed, examined.by, {}, {}};
      if (examined.changed.empty() && day == nullptr) continue;
      result.fate = ShiftFate::survived;
      if (result.telling) continue;
      result.telling = telling_of(timeline_.rulebook().model(), examiners_[i].timeline(), examined);
      if (result.telling) result.telling->assume = assumed_[i];
    }
    return result;
  }

 private:
  const Timeline& timeline_;
  std::deque<Examiner> examiners_;
  std::vector<std::vector<Assumption>> assumed_;  // by each of them
};

}  // namespace

std::string_view word_of(ShiftFate fate) {
  switch (fate) {
    case ShiftFate::noticed:
      return "noticed";
    case ShiftFate::stillborn:
      return "stillborn";
    case ShiftFate::idle:
      return "idle";
    case ShiftFate::survived:
      break;
  }
  return "survived";
}

std::vector<ShiftResult> try_shifts(const Timeline& timeline, std::span<const Shift> shifts,
                                    std::span<const model::Example* const> examples, const Progress& progress) {
  Trial trial(timeline, examples);
  std::vector<ShiftResult> results;
  results.reserve(shifts.size());
  for (const auto& shift : shifts) {
    results.push_back(trial.tried(shift));
    if (progress) progress(results.size(), shifts.size());
  }
  return results;
}

}  // namespace inforce::query
