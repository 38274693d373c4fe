#include "engine/query/examiner.h"

#include <algorithm>

#include "engine/query/answers.h"
#include "engine/query/append.h"
#include "engine/query/examples.h"

namespace inforce::query {

namespace {

using model::MeasureId;

std::vector<MeasureId> named_in(const model::Expectation& expect) {
  std::vector<MeasureId> named = expect.not_applies;
  for (const auto& status : expect.statuses) append_new(named, status.measures);
  for (const auto& attributes : expect.attributes) append_new(named, attributes.measure);
  std::sort(named.begin(), named.end());
  return named;
}

/// What expectations can ask for.
bool same(const Finding& a, const Finding& b) {
  return a.status == b.status && a.attributes == b.attributes && a.missing == b.missing && a.members == b.members;
}

Finding found_in(const View& view, MeasureId id, const When& when) {
  return finding_of(view, view.record(id), when, changes_of(view, id), Detail::bare);
}

}  // namespace

Examiner::Examiner(const Rulebook& rules, std::span<const model::Example* const> examples)
    : timeline_(*compile(rules)),
      rules_(std::make_shared<model::Rulebook>(rules.model())),
      recompiler_(rules_),
      dependents_(rules.model()) {
  for (const auto* example : examples) {
    auto& asked = asked_.emplace_back();
    asked.example = example;
    asked.query = question_of(rules.model(), *example);
    asked.view = std::make_unique<View>(timeline_.compiled(), asked.query, asked.query.known);
    asked.named = named_in(example->expect);
    asked.about.resize(rules.model().measures.size());
  }
}

Examined Examiner::tried(const Shift& shift) {
  const Shifted shifted(*rules_, shift);
  auto recompiled = recompiler_.again();
  Examined result;
  result.errors = std::move(recompiled.found);
  if (!recompiled.timeline) {
    if (!asked_.empty()) result.by = asked_.front().example;
    return result;
  }
  result.by = noticing(recompiled.timeline->compiled(), shift, recompiled.changed);
  result.changed = std::move(recompiled.changed);
  result.timeline = std::move(recompiled.timeline);
  return result;
}

bool Examiner::is_about(Asked& asked, MeasureId id) const {
  auto& about = asked.about[id.value];
  if (about) return *about;
  const auto& measure = (*rules_)[id];
  about = std::binary_search(asked.named.begin(), asked.named.end(), id);
  if (*about || !is_reportable(measure)) return *about;
  const auto& scopes = dependents_.scopes(id);
  const Setting setting{*asked.view, {}, *asked.query.on};
  about = asked.query.facts.empty() || model::scope_of(measure) == nullptr ||
          std::any_of(scopes.begin(), scopes.end(), [&](const auto* scope) { return may_hold(setting, *scope); });
  return *about;
}

bool Examiner::may_differ(Asked& asked, const View& now, std::span<const MeasureId> concerned,
                          std::span<const std::uint32_t> regimes) const {
  if (asked.example->when) {
    return std::binary_search(concerned.begin(), concerned.end(), *asked.example->when);
  }
  const auto& when = *asked.query.on;
  const auto differs = [&](MeasureId id) {
    return is_about(asked, id) && !same(found_in(*asked.view, id, when), found_in(now, id, when));
  };
  const auto covers_otherwise = [&](std::uint32_t index) {
    return covers(*asked.view, asked.view->rules.regimes[index], when).truth !=
           covers(now, now.rules.regimes[index], when).truth;
  };
  return std::any_of(concerned.begin(), concerned.end(), differs) ||
         std::any_of(regimes.begin(), regimes.end(), covers_otherwise);
}

const model::Example* Examiner::noticing(const timeline::Compiled& now, const Shift& shift,
                                         std::span<const MeasureId> changed) {
  const auto concerned = dependents_.of(changed);
  auto regimes = dependents_.regimes(changed);
  for (const auto& at : shift.at) {
    if (at.of == DateAddress::Of::regime) append_new(regimes, at.index);
  }
  if (concerned.empty() && regimes.empty()) return nullptr;
  for (const bool beside : {true, false}) {  // Those in the same file are the likeliest to notice.
    for (auto& asked : asked_) {
      if ((asked.example->span.file == shift.span.file) != beside) continue;
      const View view(now, asked.query, asked.query.known);
      if (may_differ(asked, view, concerned, regimes) && !agrees(view, *asked.example)) return asked.example;
    }
  }
  return nullptr;
}

}  // namespace inforce::query
