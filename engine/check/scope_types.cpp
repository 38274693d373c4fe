#include "engine/check/scope_types.h"

#include <algorithm>

#include "engine/check/dates.h"
#include "engine/check/values.h"
#include "engine/model/attribute_values.h"
#include "engine/model/comparison.h"

namespace inforce::check {
namespace {

using model::Attribute;
using model::AttributeType;
using model::Misfit;
using syntax::Condition;
using syntax::Operator;

std::string_view kind_of(AttributeType type) {
  switch (type) {
    case AttributeType::code:
      return "a code";
    case AttributeType::country:
      return "a country";
    case AttributeType::text:
      return "text";
    case AttributeType::number:
      return "a number";
    case AttributeType::date:
      return "a date";
    case AttributeType::flag:
      return "a flag";
  }
  return {};
}

bool is_ordering(Operator op) {
  return op == Operator::less || op == Operator::at_most || op == Operator::greater || op == Operator::at_least;
}

/// What stands between the attribute and its value: the operator.
Span operator_of(const Draft& draft, const Condition& test) {
  Span span{test.span.file, test.attribute_span.end, test.value_spans.front().begin};
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  const std::string_view text = draft.sources.text(span);
  if (text.empty()) return span;
  const auto first = std::find_if_not(text.begin(), text.end(), blank);
  const auto last = std::find_if_not(text.rbegin(), text.rend(), blank);
  span.begin += static_cast<std::uint32_t>(first - text.begin());
  span.end -= static_cast<std::uint32_t>(last - text.rbegin());
  return span;
}

bool operator_fits(Draft& draft, const Attribute& attribute, const Condition& test) {
  const bool ordered = attribute.type == AttributeType::number || attribute.type == AttributeType::date;
  const bool ordering = is_ordering(test.op);
  if ((!ordering || ordered) && (test.op != Operator::under || attribute.type == AttributeType::code)) return true;
  const Span at = operator_of(draft, test);
  draft.report(codes::operator_not_for_type,
               quoted(draft.sources.text(at)) + " does not go with " + quoted(attribute.id) + ", which is " +
                   std::string(kind_of(attribute.type)),
               at,
               ordering ? "only numbers and dates have an order; use `=`, `!=` or `in`"
                        : "only codes have a beginning that others are under; use `=`, `!=` or `in`");
  return false;
}

/// A scope names a member by its own id: facts lose the id of the group before they are compared.
bool names_group(Draft& draft, std::string_view value, Span at) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos || !draft[Section::group].find(value.substr(0, slash))) return false;
  draft.report(codes::value_not_of_type, "no fact is " + quoted(value) + ": members are compared without their group",
               at, "write " + quoted(value.substr(slash + 1)));
  return true;
}

bool is_day(Draft& draft, const std::string& value, Span at) {
  syntax::Node node;
  node.kind = syntax::NodeKind::scalar;
  node.text = value;
  node.span = node.content = at;
  node.verbatim = true;
  if (at.end - at.begin > value.size()) ++node.content.begin;
  node.content.end = node.content.begin + static_cast<std::uint32_t>(value.size());
  return exact_day_in(draft, node).has_value();
}

bool value_fits(Draft& draft, const Attribute& attribute, const std::string& value, Span at) {
  switch (attribute.type) {
    case AttributeType::number:
      if (model::misfit(attribute, value) == Misfit::none) return true;
      draft.report(codes::value_not_of_type, quoted(value) + " is not a number, as " + quoted(attribute.id) + " takes",
                   at, attribute.unit.empty() ? "" : "its unit is " + attribute.unit);
      return false;
    case AttributeType::flag:
      if (model::misfit(attribute, value) == Misfit::none) return true;
      draft.report(codes::value_not_of_type, quoted(attribute.id) + " is `true` or `false`, not " + quoted(value), at);
      return false;
    case AttributeType::date:
      return is_day(draft, value, at);
    default:
      return !names_group(draft, value, at) && is_value_of(draft, attribute, value, at);
  }
}

/// The first value that is the same as an earlier one, with that.
void warn_of_doubles(Draft& draft, AttributeType type, const Condition& test) {
  std::vector<std::size_t> order(test.values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto compared = [&](std::size_t a, std::size_t b) {
    return model::compare(type, test.values[a], test.values[b]).value_or(0);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int first = compared(a, b);
    return first != 0 ? first < 0 : a < b;
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (compared(order[i - 1], order[i]) != 0) continue;
    const std::size_t second = order[i];
    const Span at = test.value_spans[second];
    Diagnostic& twice = draft.report(codes::value_twice, quoted(test.values[second]) + " stands twice in the list", at);
    twice.related.push_back({test.value_spans[order[i - 1]], "the same value"});
    const Span with_comma{at.file, test.value_spans[second - 1].end, at.end};
    twice.fix = Fix{"remove the second " + quoted(test.values[second]), true, {{with_comma, {}}}};
  }
}

bool group_fits(Draft& draft, const Attribute& attribute, const Condition& test) {
  const auto number = draft[Section::group].find(test.values.front());
  if (!number) return true;
  const model::Group& group = draft.book.groups[*number];
  const Attribute* grouped = attribute_named(draft, group.attribute);
  if (grouped == nullptr || grouped->type == attribute.type) return true;
  draft
      .report(codes::group_of_other_type,
              quoted(group.id) + " is a group of values of " + quoted(grouped->id) + ", " +
                  std::string(kind_of(grouped->type)) + ", and " + quoted(attribute.id) + " is " +
                  std::string(kind_of(attribute.type)),
              test.value_spans.front())
      .related.push_back({group.span, "the group"});
  return false;
}

bool test_fits(Draft& draft, const Condition& test) {
  const Attribute* attribute = attribute_named(draft, test.attribute);
  if (attribute == nullptr || test.values.empty()) return true;
  if (test.op == Operator::in_group) return group_fits(draft, *attribute, test);
  if (!operator_fits(draft, *attribute, test)) return false;
  if (test.op == Operator::under) {
    if (model::may_begin_shape(*attribute, test.values.front())) return true;
    doubt_shape(draft, *attribute, test.values.front(), test.value_spans.front());
    return true;
  }
  bool fine = true;
  for (std::size_t i = 0; i < test.values.size(); ++i) {
    fine = value_fits(draft, *attribute, test.values[i], test.value_spans[i]) && fine;
  }
  if (fine) warn_of_doubles(draft, attribute->type, test);
  return fine;
}

}  // namespace

// Nesting is bounded where conditions are read.
bool types_fit(Draft& draft, const Condition& condition) {
  bool fine = condition.attribute.empty() || test_fits(draft, condition);
  for (const Condition& operand : condition.operands) fine = types_fit(draft, operand) && fine;
  return fine;
}

}  // namespace inforce::check
