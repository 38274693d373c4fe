#include "engine/check/facts.h"

#include <algorithm>

#include "engine/check/expectation.h"
#include "engine/check/names.h"

namespace inforce::check {
namespace {

using syntax::Node;

/// Whether a fact such as `us-list/huawei` names a group whose member it does not know, by id or by another name.
bool names_no_member(const Draft& draft, std::string_view fact) {
  const std::size_t slash = fact.find('/');
  if (slash == std::string_view::npos) return false;
  const auto& groups = draft.book.groups;
  const auto group =
      std::find_if(groups.begin(), groups.end(), [&](const auto& each) { return each.id == fact.substr(0, slash); });
  if (group == groups.end()) return false;
  const std::string_view name = fact.substr(slash + 1);
  return std::none_of(group->members.begin(), group->members.end(), [&](model::MeasureId id) {
    const model::Measure& member = draft.book[id];
    return member.member == name || std::find(member.names.begin(), member.names.end(), name) != member.names.end();
  });
}

void add_fact(Draft& draft, const std::string& name, const Node& value, Facts& facts) {
  if (!attribute_value(draft, name, value)) return;
  if (draft.complete && names_no_member(draft, value.text)) return report_no_member(draft, value);
  facts[name].push_back(value.text);
}

}  // namespace

Facts facts_in(Draft& draft, const Node& map) {
  Facts facts;
  for (const Node::Entry& fact : map.entries) {
    const std::string& name = fact.key.text;
    if (!refer(draft, Section::attribute, fact.key, codes::unknown_attribute)) continue;
    if (!fits(draft, {name, fact.value.is_list() ? Shape::texts : Shape::text, {}, {}}, fact.value)) continue;
    if (fact.value.is_list() && fact.value.items.empty()) {
      draft.report(codes::empty_value, quoted(name) + " has no value", fact.value.span, "leave the fact out");
    }
    if (fact.value.is_scalar()) add_fact(draft, name, fact.value, facts);
    for (const Node& value : fact.value.items) add_fact(draft, name, value, facts);
  }
  return facts;
}

}  // namespace inforce::check
