// Cases worth asking about in two versions of the rules.
#include <algorithm>

#include "engine/model/comparison.h"
#include "engine/model/scope_points.h"
#include "engine/query/impact_records.h"

namespace inforce::query {

namespace {

using model::MeasureId;
using syntax::Condition;
using syntax::Operator;

/// More cases than these of one scope tell a reader nothing new.
constexpr std::size_t most_of_scope = 24;
constexpr std::size_t most_values = 3;

/// `a` with the facts of `b`; empty where they give one fact two values.
std::optional<Facts> joined_facts(const Facts& a, const Facts& b) {
  auto all = a;
  for (const auto& [name, values] : b) {
    const auto [place, is_new] = all.try_emplace(name, values);
    if (!is_new && place->second != values) return std::nullopt;
  }
  return all;
}

std::vector<Facts> product(const std::vector<Facts>& left, const std::vector<Facts>& right) {
  std::vector<Facts> all;
  for (const auto& a : left) {
    for (const auto& b : right) {
      if (all.size() == most_of_scope) return all;
      if (auto both = joined_facts(a, b)) all.push_back(std::move(*both));
    }
  }
  return all;
}

/// Cases in a scope, the members in doubt first.
class ScopeCases {
 public:
  ScopeCases(const model::Rulebook& rules, const std::set<std::string>& doubtful)
      : rules_(rules), doubtful_(doubtful) {}

  /// Not `met`: cases outside.
  [[nodiscard]] std::vector<Facts> of(const Condition& condition, bool met) const {
    if (condition.op == Operator::negate) return of(condition.operands.front(), !met);
    const bool all = condition.op == Operator::all_of;
    if (all || condition.op == Operator::any_of) return of_several(condition, all == met, met);
    std::vector<Facts> cases;
    for (const auto& value : values_of(condition, met)) cases.push_back({{condition.attribute, {value}}});
    return cases;
  }

 private:
  [[nodiscard]] std::vector<Facts> of_several(const Condition& condition, bool together, bool met) const {
    std::vector<Facts> cases;
    if (together) cases.emplace_back();
    for (const auto& operand : condition.operands) {
      auto part = of(operand, met);
      if (together) {
        cases = product(cases, part);
      } else {
        std::move(part.begin(), part.end(), std::back_inserter(cases));
      }
    }
    if (cases.size() > most_of_scope) cases.resize(most_of_scope);
    return cases;
  }

  [[nodiscard]] std::vector<std::string> values_of(const Condition& test, bool met) const {
    const auto* attribute = model::find_attribute(rules_, test.attribute);
    if (test.op == Operator::in_group) return met ? members_of(test.values.front()) : std::vector<std::string>{};
    std::vector<std::string> found;
    if (attribute == nullptr) return found;
    const std::vector<const Condition*> tests{&test};
    for (const auto& value : model::telling_values(*attribute, tests)) {
      const bool any = std::any_of(test.values.begin(), test.values.end(), [&](const auto& wanted) {
        return model::matches(attribute->type, test.op, value, wanted);
      });
      if ((any != (test.op == Operator::unequal)) == met) found.push_back(value);
      if (found.size() == most_values) break;
    }
    return found;
  }

  [[nodiscard]] std::vector<std::string> members_of(const std::string& id) const {
    std::vector<std::string> first;
    std::vector<std::string> others;
    const auto* group = model::find_group(rules_, id);
    if (group == nullptr) return first;
    for (const auto member : group->members) {
      const auto& measure = rules_[member];
      (doubtful_.count(measure.id) != 0 ? first : others).push_back(measure.member);
    }
    first.insert(first.end(), others.begin(), others.end());
    if (first.size() > most_of_scope) first.resize(most_of_scope);
    return first;
  }

  const model::Rulebook& rules_;
  const std::set<std::string>& doubtful_;
};

std::vector<Facts> in_scopes(const Version& version, const ScopeCases& cases, MeasureId id) {
  std::vector<Facts> all;
  const auto& scopes = version.dependents.scopes(id);
  if (scopes.empty()) return {Facts{}};
  for (const auto* scope : scopes) {
    for (auto& each : cases.of(*scope, true)) all.push_back(std::move(each));
  }
  return all;
}

void add_cases(const Version& version, const Doubtful& doubtful, std::set<Facts>& found) {
  const ScopeCases cases(version.view.rules, doubtful.measures);
  for (const auto& name : doubtful.measures) {
    const auto id = model::find_measure(version.view.rules, name);
    if (!id || !is_reportable(version.view.rules[*id])) continue;
    const auto own = in_scopes(version, cases, *id);
    found.insert(own.begin(), own.end());
    for (const auto authorization : version.view.rules[*id].released_by) {
      for (auto& each : product(own, in_scopes(version, cases, authorization))) found.insert(std::move(each));
    }
  }
  for (const auto& example : version.view.rules.examples) found.insert(example.facts);
}

}  // namespace

std::vector<Facts> cases_of(const Version& from, const Version& to, const Doubtful& doubtful) {
  std::set<Facts> found;
  add_cases(from, doubtful, found);
  add_cases(to, doubtful, found);
  found.erase(Facts{});
  return {found.begin(), found.end()};
}

}  // namespace inforce::query
