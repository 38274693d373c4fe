#include "engine/model/scope_logic.h"

#include <unordered_map>

#include "engine/model/scope_candidates.h"

namespace inforce::model {
namespace {

using syntax::Condition;
using syntax::Operator;

/// Nodes of conditions that one search may look at.
constexpr std::size_t budget = 50'000;

enum class Truth : std::uint8_t { no, unknown, yes };

Truth opposite(Truth truth) { return truth == Truth::unknown ? truth : truth == Truth::yes ? Truth::no : Truth::yes; }

/// Tries values of attributes and memberships one after the other, and gives up a branch as soon as what is chosen
/// decides the conditions in Kleene's logic.
class Search {
 public:
  Search(const Candidates& candidates, std::span<const Condition* const> conditions, bool negated)
      : candidates_(candidates), conditions_(conditions), negated_(negated), chosen_(candidates.attributes.size()) {
    for (std::uint32_t i = 0; i < candidates.attributes.size(); ++i) {
      const auto& tests = candidates.attributes[i].tests;
      for (std::uint32_t t = 0; t < tests.size(); ++t) places_.emplace(tests[t], Place{i, t});
    }
  }

  bool finds() {
    open_ = Open{};
    const Truth truth = judge_all();
    if (truth != Truth::unknown || left_ == 0) return left_ == 0 || truth == Truth::yes;
    const Open open = open_;
    return open.membership ? try_membership(*open.membership) : try_values(open.attribute);
  }

 private:
  struct Place {
    std::uint32_t attribute = 0;
    std::uint32_t test = 0;
  };
  /// What the first undecided test waits for.
  struct Open {
    bool any = false;
    std::uint32_t attribute = 0;
    std::optional<std::uint32_t> membership{};
  };

  bool try_membership(std::uint32_t membership) {
    bool found = false;
    for (const bool holds : {true, false}) {
      memberships_[membership] = holds;
      found = found || finds();
    }
    memberships_.erase(membership);
    return found;
  }

  bool try_values(std::uint32_t attribute) {
    bool found = false;
    for (const auto& candidate : candidates_.attributes[attribute].candidates) {
      chosen_[attribute] = &candidate;
      found = finds();
      if (found) break;
    }
    chosen_[attribute] = nullptr;
    return found;
  }

  Truth judge_all() {
    Truth all = Truth::yes;
    for (const Condition* condition : conditions_) {
      if (condition != nullptr && all != Truth::no) all = std::min(all, judge(*condition));
    }
    return negated_ ? opposite(all) : all;
  }

  Truth judge(const Condition& condition) {
    if (left_ == 0) return Truth::unknown;
    --left_;
    switch (condition.op) {
      case Operator::all_of:
      case Operator::any_of:
        return judge_several(condition);
      case Operator::negate:
        return opposite(judge(condition.operands.front()));
      default:
        return judge_test(places_.at(&condition));
    }
  }

  Truth judge_several(const Condition& condition) {
    const Truth decisive = condition.op == Operator::all_of ? Truth::no : Truth::yes;
    Truth truth = opposite(decisive);
    const Open before = open_;
    for (const Condition& operand : condition.operands) {
      const Truth part = judge(operand);
      if (part == decisive) {
        open_ = before;
        return part;
      }
      if (part == Truth::unknown) truth = part;
    }
    return truth;
  }

  Truth judge_test(Place place) {
    const auto* candidate = chosen_[place.attribute];
    if (candidate == nullptr) return wait_for({true, place.attribute, std::nullopt});
    const Outcome& outcome = (*candidate)[place.test];
    if (outcome.met) return Truth::yes;
    std::optional<std::uint32_t> undecided;
    for (const std::uint32_t member : outcome.members) {
      const auto known = memberships_.find(member);
      if (known == memberships_.end()) {
        undecided = member;
      } else if (known->second) {
        return Truth::yes;
      }
    }
    return undecided ? wait_for({true, place.attribute, undecided}) : Truth::no;
  }

  Truth wait_for(Open open) {
    if (!open_.any) open_ = open;
    return Truth::unknown;
  }

  const Candidates& candidates_;
  std::span<const Condition* const> conditions_;
  bool negated_;
  std::vector<const std::vector<Outcome>*> chosen_;
  std::unordered_map<std::uint32_t, bool> memberships_;
  std::unordered_map<const Condition*, Place> places_;
  std::size_t left_ = budget;
  Open open_;
};

bool search(const Rulebook& rulebook, std::span<const Condition* const> conditions, const Facts& fixed, bool negated) {
  const auto found = [&](const Candidates& candidates) { return Search(candidates, conditions, negated).finds(); };
  const Candidates quick = candidates_for(rulebook, conditions, fixed, Depth::quick);
  if (found(quick)) return true;
  if (quick.complete) return false;
  if (!found(candidates_for(rulebook, conditions, fixed, Depth::relaxed))) return false;
  return found(candidates_for(rulebook, conditions, fixed, Depth::full));
}

}  // namespace

bool satisfiable(const Rulebook& rulebook, std::span<const Condition* const> conditions, const Facts& fixed) {
  return search(rulebook, conditions, fixed, false);
}

bool always_met(const Rulebook& rulebook, const Condition& condition) {
  const Condition* const only = &condition;
  return !search(rulebook, {&only, 1}, {}, true);
}

}  // namespace inforce::model
