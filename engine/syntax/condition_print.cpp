// Conditions as canonical text.
#include <algorithm>

#include "engine/syntax/condition.h"
#include "engine/syntax/condition_words.h"

namespace inforce::syntax {
namespace {

bool is_bare(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), is_value_char) && !is_reserved(value);
}

std::string value_text(const std::string& value) {
  if (is_bare(value)) return value;
  const char quote = value.find('"') == std::string::npos ? '"' : '\'';
  return quote + value + quote;
}

std::string list_text(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value_text(value);
  return "(" + text + ")";
}

std::string_view sign_of(Operator op) {
  switch (op) {
    case Operator::unequal:
      return "!=";
    case Operator::less:
      return "<";
    case Operator::at_most:
      return "<=";
    case Operator::greater:
      return ">";
    case Operator::at_least:
      return ">=";
    case Operator::under:
      return "under";
    default:
      return "=";
  }
}

bool is_membership(Operator op) { return op == Operator::in || op == Operator::in_group; }

std::string membership_text(const Condition& condition, std::string_view word) {
  const std::string group = condition.op == Operator::in_group ? "group" : "";
  return condition.attribute + std::string(word) + group + list_text(condition.values);
}

int strength(Operator op) { return op == Operator::any_of ? 0 : op == Operator::all_of ? 1 : 2; }

std::string joined(const Condition& condition, std::string_view word) {
  std::string text;
  for (const Condition& operand : condition.operands) {
    if (!text.empty()) text += word;
    const bool weak = strength(operand.op) <= strength(condition.op);
    text += weak ? "(" + to_string(operand) + ")" : to_string(operand);
  }
  return text;
}

std::string negated(const Condition& operand) {
  if (is_membership(operand.op)) return membership_text(operand, " not in ");
  return strength(operand.op) < 2 ? "not (" + to_string(operand) + ")" : "not " + to_string(operand);
}

}  // namespace

// Nesting is bounded where conditions are read.
std::string to_string(const Condition& condition) {
  switch (condition.op) {
    case Operator::any_of:
      return joined(condition, " or ");
    case Operator::all_of:
      return joined(condition, " and ");
    case Operator::negate:
      return negated(condition.operands.front());
    case Operator::in:
    case Operator::in_group:
      return membership_text(condition, " in ");
    default:
      return condition.attribute + " " + std::string(sign_of(condition.op)) + " " +
             value_text(condition.values.front());
  }
}

}  // namespace inforce::syntax
