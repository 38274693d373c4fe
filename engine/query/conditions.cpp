#include "engine/query/conditions.h"

#include <algorithm>

#include "engine/model/comparison.h"
#include "engine/query/append.h"
#include "engine/query/facts.h"
#include "engine/query/reasons.h"

namespace inforce::query {

using syntax::Condition;
using syntax::Operator;

namespace {

/// `destination is CN`, `eccn is 4A090, which follows from item H20`.
std::string told(const View& view, const std::string& attribute) {
  const auto* facts = view.fact(attribute);
  if (facts == nullptr) return attribute + " is not given";
  auto text = attribute + " is " + joined(*facts, " and ");
  if (view.query.facts.count(attribute) != 0) return text;
  for (const auto& derived : derived_facts(view.rules, view.query.facts)) {
    if (derived.attribute == attribute) text += ", which follows from item " + derived.item;
  }
  return text;
}

std::string_view verdict_on(Truth truth) {
  switch (truth) {
    case Truth::no:
      return " does not hold: ";
    case Truth::unknown:
      return " is open: ";
    case Truth::yes:
      break;
  }
  return " holds: ";
}

/// How a listed party came to be where it is: its effects, or that it is not there.
Reason member_step(const Setting& setting, model::MeasureId id) {
  const auto& record = setting.view.record(id);
  const auto standing = force_at(setting.view, record, setting.moment, setting.asked);
  Reason step;
  step.kind = "member";
  step.text = record.measure->id + ": " + std::string(to_string(standing.status));
  step.because = effect_reasons(setting.view, record, standing.chains);
  if (standing.status == Status::may_apply) {
    for (auto& open : inexact_reasons(setting.view, standing)) step.because.push_back(std::move(open));
  }
  return step;
}

void explain_test(const Setting& setting, const Condition& test, Judgement& result,
                  const std::vector<model::MeasureId>& matching) {
  const auto text = syntax::to_string(test);
  Reason step;
  step.kind = "test";
  step.text = "`" + text + "`" + std::string(verdict_on(result.truth)) + told(setting.view, test.attribute);
  step.place = place_of(setting.view, test.span);
  for (const auto member : matching) step.because.push_back(member_step(setting, member));
  result.steps = {std::move(step)};
  if (result.truth != Truth::unknown) result.because = {text};
}

std::vector<model::MeasureId> matching_members(const View& view, const Condition& test) {
  std::vector<model::MeasureId> found;
  const auto* group = model::find_group(view.rules, test.values.front());
  const auto* facts = view.fact(test.attribute);
  if (group == nullptr || facts == nullptr) return found;
  for (const auto& fact : *facts) append_new(found, model::members_named(*group, fact));
  return found;
}

Truth judge_group(const Setting& setting, const std::vector<model::MeasureId>& matching, Judgement& result) {
  auto truth = Truth::no;
  for (const auto member : matching) {
    const auto status = force_at(setting.view, setting.view.record(member), setting.moment, setting.asked).status;
    const bool certain = status == Status::applies || status == Status::grace;
    if (!certain && status != Status::may_apply) continue;
    result.members.push_back(member);
    truth = std::max(truth, certain ? Truth::yes : Truth::unknown);
  }
  result.dated = truth == Truth::unknown;
  return truth;
}

/// Whether any value matches; for `unequal`, whether none does.
Truth judge_values(const View& view, const Condition& test, const std::vector<std::string>& facts) {
  const auto type = model::type_of(view.rules, test.attribute);
  bool any = false;
  for (const auto& fact : facts) {
    for (const auto& value : test.values) any = any || model::matches(type, test.op, fact, value);
  }
  return any != (test.op == Operator::unequal) ? Truth::yes : Truth::no;
}

/// Where the fact may have other values besides, a match decides, and no match does not (D13).
bool may_match_yet(const View& view, const Condition& test, Truth truth) {
  const auto unmatched = test.op == Operator::unequal ? Truth::yes : Truth::no;
  return truth == unmatched && view.is_partial(test.attribute);
}

Judgement judge_test(const Setting& setting, const Condition& test) {
  Judgement result;
  std::vector<model::MeasureId> matching;
  const auto* facts = setting.view.fact(test.attribute);
  if (facts == nullptr) {
    result.truth = Truth::unknown;
  } else if (test.op == Operator::in_group) {
    matching = matching_members(setting.view, test);
    result.truth = judge_group(setting, matching, result);
  } else {
    result.truth = judge_values(setting.view, test, *facts);
  }
  if (may_match_yet(setting.view, test, result.truth)) result.truth = Truth::unknown;
  if (result.truth == Truth::unknown && !result.dated) result.missing = {test.attribute};
  if (setting.detail == Detail::full) explain_test(setting, test, result, matching);
  return result;
}

/// `all_of` is decided by one `no`, `any_of` by one `yes`; else by all of its operands.
Judgement judge_several(const Setting& setting, const Condition& condition) {
  const auto decisive = condition.op == Operator::all_of ? Truth::no : Truth::yes;
  Judgement result{.truth = opposite(decisive)};
  for (const auto& operand : condition.operands) {
    auto part = judge(setting, operand);
    if (part.truth == decisive) return part;
    if (part.truth == Truth::unknown) result.truth = Truth::unknown;
    append_new(result.missing, part.missing);
    append_new(result.because, part.because);
    append_new(result.members, part.members);
    result.dated = result.dated || part.dated;
    std::move(part.steps.begin(), part.steps.end(), std::back_inserter(result.steps));
  }
  return result;
}

Judgement judge_negation(const Setting& setting, const Condition& condition) {
  auto result = judge(setting, condition.operands.front());
  result.truth = opposite(result.truth);
  result.members.clear();
  if (setting.detail == Detail::bare) return result;
  const auto text = syntax::to_string(condition);
  if (result.truth != Truth::unknown) result.because = {text};
  Reason step;
  step.kind = "test";
  auto verdict = verdict_on(result.truth);
  verdict.remove_suffix(2);
  step.text = "`" + text + "`" + std::string(verdict);
  step.place = place_of(setting.view, condition.span);
  step.because = std::move(result.steps);
  result.steps = {std::move(step)};
  return result;
}

}  // namespace

Truth opposite(Truth truth) {
  return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::unknown;
}

Judgement judge(const Setting& setting, const Condition& condition) {
  switch (condition.op) {
    case Operator::all_of:
    case Operator::any_of:
      return judge_several(setting, condition);
    case Operator::negate:
      return judge_negation(setting, condition);
    default:
      return judge_test(setting, condition);
  }
}

const Condition* scope_of(const View& view, const model::Measure& measure, std::uint32_t attributes) {
  if (const auto* amended = view.compiled.amended_scopes[attributes]) return amended;
  return model::scope_of(measure);
}

std::vector<const Condition*> scopes_of(const View& view, const Record& record,
                                        bool (*counts)(const timeline::Segment&)) {
  std::vector<const Condition*> scopes;
  for (const auto* list : {&record.certain, &record.possible}) {
    for (const auto& segment : *list) {
      if (counts(segment)) append_new(scopes, scope_of(view, *record.measure, segment.attributes));
    }
  }
  return scopes;
}

void members_matched(const View& view, const Condition& condition, std::vector<model::MeasureId>& found) {
  if (condition.op == Operator::in_group) append_new(found, matching_members(view, condition));
  for (const auto& operand : condition.operands) members_matched(view, operand, found);
}

void attributes_in(const Condition& condition, std::vector<std::string>& found) {
  if (!condition.attribute.empty()) append_new(found, condition.attribute);
  for (const auto& operand : condition.operands) attributes_in(operand, found);
}

}  // namespace inforce::query
