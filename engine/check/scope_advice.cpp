// Advice on scopes that say something else than was meant: those that no case meets, alone or with the scopes of their
// wholes (IF804), and those that every case meets (IF805).
#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "engine/check/stages.h"
#include "engine/model/scope_logic.h"

namespace inforce::check {
namespace {

using syntax::Condition;
using syntax::Operator;

void add_attributes(const Condition& condition, std::set<std::string_view>& found) {
  if (!condition.attribute.empty()) found.insert(condition.attribute);
  for (const Condition& operand : condition.operands) add_attributes(operand, found);
}

bool share_an_attribute(const Condition& a, const Condition& b) {
  std::set<std::string_view> of_a;
  std::set<std::string_view> of_b;
  add_attributes(a, of_a);
  add_attributes(b, of_b);
  return std::any_of(of_a.begin(), of_a.end(), [&](std::string_view name) { return of_b.count(name) != 0; });
}

class ScopeAdvice {
 public:
  explicit ScopeAdvice(Draft& draft) : draft_(draft) {}

  void look_at(const model::Scope& scope) {
    if (harmless_.count(scope.text) != 0) return;
    if (!met(scope.condition)) {
      report_never_met(scope.condition, scope.span, "scope");
    } else if (model::always_met(draft_.book, scope.condition)) {
      draft_.report(codes::scope_always_met, "every case meets this scope", scope.span,
                    "leave it out, if every case is meant");
    } else if (!has_dead_branch(scope.condition)) {
      harmless_.insert(scope.text);
    }
  }

  /// The scope of a part is its own and those of its wholes (D17).
  void look_at_part(const model::Measure& part) {
    if (!part.scope || !part.part_of || !met(part.scope->condition)) return;
    std::vector<const Condition*> all{&part.scope->condition};
    for (auto at = part.part_of; at && all.size() < deepest_parts; at = draft_.book[*at].part_of) {
      const model::Measure& whole = draft_.book[*at];
      if (!whole.scope) continue;
      all.push_back(&whole.scope->condition);
      if (model::satisfiable(draft_.book, all)) continue;
      draft_
          .report(codes::scope_never_met, "no case with one value for each fact meets this scope and that of the whole",
                  part.scope->span)
          .related.push_back({whole.scope->span, "the scope of " + quoted(whole.id)});
      return;
    }
  }

 private:
  static constexpr std::size_t deepest_parts = 32;

  [[nodiscard]] bool met(const Condition& condition) const {
    const Condition* const only = &condition;
    return model::satisfiable(draft_.book, {&only, 1});
  }

  bool has_dead_branch(const Condition& condition) {
    if (condition.op != Operator::any_of) return false;
    bool dead = false;
    for (const Condition& branch : condition.operands) {
      if (met(branch)) continue;
      report_never_met(branch, branch.span, "part of the scope");
      dead = true;
    }
    return dead;
  }

  /// At the one test that cannot be met, at the second of two that exclude each other, or at the whole.
  void report_never_met(const Condition& condition, Span at, std::string_view what) {
    if (condition.op == Operator::all_of && narrowed(condition)) return;
    std::string help;
    if (condition.op == Operator::in_group) {
      const model::Group* group = model::find_group(draft_.book, condition.values.front());
      if (group != nullptr && group->members.empty()) help = "nobody is ever enlisted in " + quoted(group->id);
    }
    draft_.report(codes::scope_never_met, "no case with one value for each fact meets this " + std::string(what), at,
                  std::move(help));
  }

  bool narrowed(const Condition& all) {
    for (const Condition& operand : all.operands) {
      if (!spend() || met(operand)) continue;
      report_never_met(operand, operand.span, "part of the scope");
      return true;
    }
    for (std::size_t second = 1; second < all.operands.size(); ++second) {
      for (std::size_t first = 0; first < second; ++first) {
        if (exclude_each_other(all.operands[first], all.operands[second])) return true;
      }
    }
    return false;
  }

  bool exclude_each_other(const Condition& first, const Condition& second) {
    const std::array<const Condition*, 2> both{&first, &second};
    if (!share_an_attribute(first, second) || !spend() || model::satisfiable(draft_.book, both)) return false;
    draft_
        .report(codes::scope_never_met, "no case with one value for each fact meets this part of the scope and another",
                second.span, "write `or`, if either is enough")
        .related.push_back({first.span, "the other, which excludes it"});
    return true;
  }

  /// Whether there is time to find the narrowest place; all that is spent on it in a run is bounded.
  bool spend() {
    if (searches_left_ == 0) return false;
    --searches_left_;
    return true;
  }

  Draft& draft_;
  std::set<std::string> harmless_;
  std::size_t searches_left_ = 10'000;
};

}  // namespace

void advise_on_scopes(Draft& draft) {
  ScopeAdvice advice(draft);
  for (const model::Regime& regime : draft.book.regimes) {
    if (regime.scope) advice.look_at(*regime.scope);
  }
  for (const model::Measure& measure : draft.book.measures) {
    if (measure.scope) advice.look_at(*measure.scope);
    advice.look_at_part(measure);
  }
  for (const model::Effect& effect : draft.book.effects) {
    if (effect.scope) advice.look_at(*effect.scope);
  }
}

}  // namespace inforce::check
