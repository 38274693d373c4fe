#include "engine/query/conditions.h"

#include <algorithm>
#include <locale>
#include <sstream>

namespace inforce::query {

using syntax::Condition;
using syntax::Operator;

namespace {

std::optional<double> number_of(const std::string& text) {
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  double value = 0;
  in >> value;
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  return value;
}

model::AttributeType type_of(const model::Rulebook& rules, const std::string& attribute) {
  const auto found = std::find_if(rules.vocabulary.begin(), rules.vocabulary.end(),
                                  [&](const auto& entry) { return entry.id == attribute; });
  return found == rules.vocabulary.end() ? model::AttributeType::code : found->type;
}

/// Less, equal or greater; empty where the two cannot be compared.
std::optional<int> compare(model::AttributeType type, const std::string& fact, const std::string& value) {
  if (type != model::AttributeType::number) return fact < value ? -1 : fact > value ? 1 : 0;
  const auto left = number_of(fact);
  const auto right = number_of(value);
  if (!left || !right) return std::nullopt;
  return *left < *right ? -1 : *left > *right ? 1 : 0;
}

enum class CharacterKind : std::uint8_t { letter, digit, separator };

CharacterKind kind_of(char character) {
  if (character >= '0' && character <= '9') return CharacterKind::digit;
  const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  return letter ? CharacterKind::letter : CharacterKind::separator;
}

bool is_under(const std::string& fact, const std::string& prefix) {
  if (fact.compare(0, prefix.size(), prefix) != 0) return false;
  return fact.size() == prefix.size() || prefix.empty() || kind_of(fact[prefix.size()]) != kind_of(prefix.back());
}

bool matches(model::AttributeType type, Operator op, const std::string& fact, const std::string& value) {
  if (op == Operator::under) return is_under(fact, value);
  const auto order = compare(type, fact, value);
  if (!order) return false;
  switch (op) {
    case Operator::less:
      return *order < 0;
    case Operator::at_most:
      return *order <= 0;
    case Operator::greater:
      return *order > 0;
    case Operator::at_least:
      return *order >= 0;
    default:
      return *order == 0;
  }
}

Truth opposite(Truth truth) {
  return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::unknown;
}

void append_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const auto& text : more) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  }
}

bool is_named(const model::Measure& member, const std::string& fact) {
  return member.member == fact || std::find(member.names.begin(), member.names.end(), fact) != member.names.end();
}

std::vector<model::MeasureId> matching_members(const View& view, const std::string& group_id,
                                               const std::vector<std::string>& facts) {
  std::vector<model::MeasureId> found;
  const auto* group = model::find_group(view.rules, group_id);
  if (group == nullptr) return found;
  for (const auto member : group->members) {
    const bool named = std::any_of(facts.begin(), facts.end(),
                                   [&](const std::string& fact) { return is_named(view.rules[member], fact); });
    if (named) found.push_back(member);
  }
  return found;
}

Judgement judge_group(const View& view, const Condition& test, const std::vector<std::string>& facts, Moment moment,
                      const When& asked) {
  Judgement result{.truth = Truth::no};
  for (const auto member : matching_members(view, test.values.front(), facts)) {
    const auto status = force_at(view, view.record(member), moment, asked).status;
    if (status == Status::applies || status == Status::grace) return {.truth = Truth::yes};
    if (status == Status::may_apply) result = {.truth = Truth::unknown, .dated = true};
  }
  return result;
}

Judgement judge_test(const View& view, const Condition& test, Moment moment, const When& asked) {
  const auto facts = view.facts.find(test.attribute);
  if (facts == view.facts.end() || facts->second.empty()) {
    return {.truth = Truth::unknown, .missing = {test.attribute}};
  }
  Judgement result{.truth = Truth::no};
  if (test.op == Operator::in_group) {
    result = judge_group(view, test, facts->second, moment, asked);
  } else {
    const auto type = type_of(view.rules, test.attribute);
    for (const auto& fact : facts->second) {
      for (const auto& value : test.values) {
        if (matches(type, test.op, fact, value)) result.truth = Truth::yes;
      }
    }
    if (test.op == Operator::unequal) result.truth = opposite(result.truth);
  }
  if (result.truth != Truth::unknown) result.because = {syntax::to_string(test)};
  return result;
}

/// `all_of` is decided by one `no`, `any_of` by one `yes`; else by all of its operands.
Judgement judge_several(const View& view, const Condition& condition, Moment moment, const When& asked) {
  const auto decisive = condition.op == Operator::all_of ? Truth::no : Truth::yes;
  Judgement result{.truth = opposite(decisive)};
  for (const auto& operand : condition.operands) {
    auto part = judge(view, operand, moment, asked);
    if (part.truth == decisive) return part;
    if (part.truth == Truth::unknown) result.truth = Truth::unknown;
    append_new(result.missing, part.missing);
    append_new(result.because, part.because);
    result.dated = result.dated || part.dated;
  }
  return result;
}

void groups_in(const Condition& condition, std::vector<const Condition*>& found) {
  if (condition.op == Operator::in_group) found.push_back(&condition);
  for (const auto& operand : condition.operands) groups_in(operand, found);
}

}  // namespace

Facts complete(const model::Rulebook& rules, const Facts& given) {
  Facts all = given;
  const auto named = given.find("item");
  if (named == given.end()) return all;
  Facts follow;
  for (const auto& id : named->second) {
    const auto item = std::find_if(rules.items.begin(), rules.items.end(), [&](const auto& it) { return it.id == id; });
    if (item == rules.items.end()) continue;
    for (const auto& [attribute, values] : item->facts) append_new(follow[attribute], values);
  }
  all.insert(follow.begin(), follow.end());
  return all;
}

Judgement judge(const View& view, const Condition& condition, Moment moment, const When& asked) {
  switch (condition.op) {
    case Operator::all_of:
    case Operator::any_of:
      return judge_several(view, condition, moment, asked);
    case Operator::negate: {
      auto result = judge(view, condition.operands.front(), moment, asked);
      result.truth = opposite(result.truth);
      if (result.truth != Truth::unknown) result.because = {syntax::to_string(condition)};
      return result;
    }
    default:
      return judge_test(view, condition, moment, asked);
  }
}

Judgement judge_scope(const View& view, const Record& record, const Standing& standing, Moment moment,
                      const When& asked) {
  const auto amended = standing.attributes.find("scope");
  if (amended != standing.attributes.end()) {
    if (const auto* text = std::get_if<std::string>(&amended->second)) {
      std::vector<Diagnostic> found;
      const auto condition = syntax::parse_condition(*text, Span{}, found);
      if (condition) return judge(view, *condition, moment, asked);
    }
  }
  if (!record.measure->scope) return {};
  return judge(view, record.measure->scope->condition, moment, asked);
}

void members_named(const View& view, model::MeasureId id, std::vector<model::MeasureId>& found) {
  std::vector<Condition> amended;
  std::vector<const Condition*> tests;
  if (view.rules[id].scope) groups_in(view.rules[id].scope->condition, tests);
  for (const auto& segment : view.record(id).certain) {
    const auto& attributes = view.compiled.attribute_sets[segment.attributes];
    const auto scope = attributes.find("scope");
    if (scope == attributes.end()) continue;
    std::vector<Diagnostic> ignored;
    auto condition = syntax::parse_condition(std::get<std::string>(scope->second), Span{}, ignored);
    if (condition) amended.push_back(std::move(*condition));
  }
  for (const auto& condition : amended) groups_in(condition, tests);
  for (const auto* test : tests) {
    const auto facts = view.facts.find(test->attribute);
    if (facts == view.facts.end()) continue;
    for (const auto member : matching_members(view, test->values.front(), facts->second)) {
      if (std::find(found.begin(), found.end(), member) == found.end()) found.push_back(member);
    }
  }
}

}  // namespace inforce::query
