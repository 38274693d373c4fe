#include "engine/query/seen_branches.h"

#include "engine/query/dependents.h"

namespace inforce::query {

using syntax::Condition;
using syntax::Operator;

SeenBranches::SeenBranches(const model::Rulebook& rules) {
  const Dependents dependents(rules);
  for (std::uint32_t i = 0; i < rules.measures.size(); ++i) {
    for (const auto* scope : dependents.scopes({i})) add(*scope, {i}, false);
  }
}

void SeenBranches::add(const Condition& condition, model::MeasureId measure, bool alternative) {
  if (alternative || condition.operands.empty()) {
    branches_.try_emplace(condition.span, SeenBranch{condition.span, syntax::to_string(condition), measure});
  }
  const bool alternatives = condition.op == Operator::any_of;
  for (const auto& operand : condition.operands) add(operand, measure, alternatives);
}

void SeenBranches::see(const View& view, const Record& record, Moment moment, const When& asked) {
  if (view.query.facts.empty()) return;
  for (const auto* world : worlds_at(record, moment)) {
    if (world->state == timeline::State::absent) continue;
    const auto* scope = scope_of(view, *record.measure, world->attributes);
    if (scope != nullptr) judge_all({view, moment, asked}, *scope);
  }
}

void SeenBranches::judge_all(const Setting& setting, const Condition& condition) {
  const auto found = branches_.find(condition.span);
  if (found != branches_.end()) {
    const auto truth = judge(setting, condition).truth;
    found->second.met = found->second.met || truth == Truth::yes;
    found->second.unmet = found->second.unmet || truth == Truth::no;
  }
  for (const auto& operand : condition.operands) judge_all(setting, operand);
}

std::vector<SeenBranch> SeenBranches::all() const {
  std::vector<SeenBranch> all;
  all.reserve(branches_.size());
  for (const auto& [span, branch] : branches_) all.push_back(branch);
  return all;
}

}  // namespace inforce::query
