#include "engine/query/dependents.h"

#include <algorithm>
#include <set>

namespace inforce::query {

namespace {

using model::MeasureId;
using syntax::Condition;

void groups_in(const Condition& condition, std::set<std::string>& found) {
  if (condition.op == syntax::Operator::in_group) found.insert(condition.values.front());
  for (const auto& operand : condition.operands) groups_in(operand, found);
}

bool asks_for_group(const Condition& condition) {
  return condition.op == syntax::Operator::in_group ||
         std::any_of(condition.operands.begin(), condition.operands.end(), asks_for_group);
}

}  // namespace

bool may_hold(const Setting& setting, const Condition& condition) {
  const auto holds = [&](const Condition& operand) { return may_hold(setting, operand); };
  if (!asks_for_group(condition)) return judge(setting, condition).truth != Truth::no;
  if (condition.op == syntax::Operator::all_of) {
    return std::all_of(condition.operands.begin(), condition.operands.end(), holds);
  }
  if (condition.op == syntax::Operator::any_of) {
    return std::any_of(condition.operands.begin(), condition.operands.end(), holds);
  }
  return true;
}

Dependents::Dependents(const model::Rulebook& rules) : rules_(rules) {
  const auto count = static_cast<std::uint32_t>(rules.measures.size());
  scopes_.resize(count);
  on_measure_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (const auto* scope = model::scope_of(rules.measures[i])) scopes_[i].push_back(scope);
  }
  for (const auto& effect : rules.effects) {
    if (!effect.scope) continue;
    for (const auto id : model::leaves(rules, effect.named)) scopes_[id.value].push_back(&effect.scope->condition);
  }
  for (std::uint32_t i = 0; i < count; ++i) depend({i});
  for (std::uint32_t i = 0; i < rules.regimes.size(); ++i) {
    std::set<std::string> groups;
    if (rules.regimes[i].scope) groups_in(rules.regimes[i].scope->condition, groups);
    for (const auto& group : groups) covered_by_group_[group].push_back(i);
  }
}

void Dependents::depend(MeasureId id) {
  std::set<std::string> groups;
  for (const auto* scope : scopes(id)) groups_in(*scope, groups);
  for (const auto authorization : rules_[id].released_by) {
    on_measure_[authorization.value].push_back(id);
    for (const auto* scope : scopes(authorization)) groups_in(*scope, groups);
  }
  for (const auto& group : groups) on_group_[group].push_back(id);
}

std::vector<MeasureId> Dependents::of(std::span<const MeasureId> changed) const {
  std::set<MeasureId> found(changed.begin(), changed.end());
  for (const auto id : changed) {
    found.insert(on_measure_[id.value].begin(), on_measure_[id.value].end());
    const auto group = on_group_.find(rules_[id].group);
    if (group != on_group_.end()) found.insert(group->second.begin(), group->second.end());
  }
  return {found.begin(), found.end()};
}

std::vector<std::uint32_t> Dependents::regimes(std::span<const MeasureId> changed) const {
  std::set<std::uint32_t> found;
  for (const auto id : changed) {
    const auto group = covered_by_group_.find(rules_[id].group);
    if (group != covered_by_group_.end()) found.insert(group->second.begin(), group->second.end());
  }
  return {found.begin(), found.end()};
}

}  // namespace inforce::query
