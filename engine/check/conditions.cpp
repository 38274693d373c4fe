#include "engine/check/conditions.h"

#include "engine/check/names.h"
#include "engine/check/scope_types.h"

namespace inforce::check {
namespace {

// Nesting is bounded where conditions are read.
bool names_known(Draft& draft, const syntax::Condition& condition) {
  bool fine = true;
  if (!condition.attribute.empty()) {
    fine = refer(draft, Section::attribute, condition.attribute, condition.attribute_span, codes::unknown_attribute)
               .has_value();
  }
  if (condition.op == syntax::Operator::in_group && !condition.values.empty()) {
    fine = refer(draft, Section::group, condition.values.front(), condition.value_spans.front(), codes::unknown_group)
               .has_value() &&
           fine;
  }
  for (const syntax::Condition& operand : condition.operands) fine = names_known(draft, operand) && fine;
  return fine;
}

}  // namespace

std::optional<model::Scope> scope_in(Draft& draft, const syntax::Node* value) {
  if (value == nullptr) return std::nullopt;
  auto condition = syntax::parse_condition(value->text, value->content, draft.found);
  if (!condition) return std::nullopt;
  const bool named = names_known(draft, *condition);
  if (!types_fit(draft, *condition) || !named) return std::nullopt;
  model::Scope scope;
  scope.text = syntax::to_string(*condition);
  scope.condition = std::move(*condition);
  scope.span = value->content;
  return scope;
}

}  // namespace inforce::check
