#include "engine/query/facts.h"

#include <algorithm>
#include <map>

#include "engine/diagnostics/report.h"
#include "engine/model/attribute_values.h"
#include "engine/model/rulebook.h"
#include "engine/query/names.h"

namespace inforce::query {

namespace {

/// Shorter values are near too many names for it to mean anything.
constexpr std::size_t shortest_doubted = 5;

const std::string item_attribute(model::item_attribute);

Diagnostic undeclared(const model::Rulebook& rules, const std::string& attribute) {
  std::vector<std::string_view> names;
  for (const auto& entry : rules.vocabulary) names.emplace_back(entry.id);
  return diagnostics::make(codes::unknown_id, "no vocabulary declares the fact `" + attribute + "`",
                           diagnostics::did_you_mean(attribute, names));
}

/// The group that a value such as `us-entity-list/huawei` names, if it names one.
const model::Group* group_in(const model::Rulebook& rules, const std::string& value) {
  const auto slash = value.find('/');
  return slash == std::string::npos ? nullptr : model::find_group(rules, std::string_view(value).substr(0, slash));
}

void check_value(const model::Rulebook& rules, const model::Attribute& attribute, const std::string& value,
                 std::vector<Diagnostic>& found) {
  const auto* group = group_in(rules, value);
  if (group != nullptr && model::members_named(*group, value).empty()) {
    found.push_back(unknown_measure(rules, value));
    return;
  }
  // A member of a group is named with it, and compared without.
  const auto plain = group == nullptr ? value : value.substr(group->id.size() + 1);
  const auto misfit = model::misfit(attribute, plain);
  if (misfit == model::Misfit::none) return;
  const auto seen = "the fact `" + attribute.id + "` is `" + value + "`";
  if (misfit == model::Misfit::country) {
    found.push_back(
        diagnostics::make(codes::bad_question, seen + ", which is no country", model::remedy(attribute, plain)));
  } else if (misfit == model::Misfit::listed) {
    found.push_back(diagnostics::make(codes::bad_question, seen + ", which is none of its values",
                                      model::remedy(attribute, plain)));
  } else {
    found.push_back(diagnostics::make(codes::bad_question, seen, "give " + std::string(model::wanted(misfit))));
  }
}

/// The names by which members of groups on the attribute, and items for `item`, are called; sorted.
std::vector<std::string_view> names_on(const model::Rulebook& rules, const std::string& attribute) {
  std::vector<std::string_view> names;
  for (const auto& group : rules.groups) {
    if (group.attribute != attribute) continue;
    for (const auto& [name, member] : group.by_name) names.emplace_back(name);
  }
  if (attribute == item_attribute) {
    for (const auto& item : rules.items) names.emplace_back(item.id);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (auto& letter : small) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return small;
}

/// A name that differs from `value` in capitals alone, else one that is near it; empty where there is none.
std::string almost(const std::string& value, const std::vector<std::string_view>& names) {
  const auto small = lower(value);
  for (const auto name : names) {
    if (lower(name) == small) return std::string(name);
  }
  return value.size() < shortest_doubted ? std::string{} : diagnostics::nearest(value, names);
}

}  // namespace

Case complete(const model::Rulebook& rules, const Facts& given) {
  Case all{.facts = given};
  for (auto& [attribute, values] : all.facts) {
    for (auto& value : values) {
      if (const auto* group = group_in(rules, value)) value.erase(0, group->id.size() + 1);
    }
  }
  std::map<std::string, std::size_t> told;
  for (const auto& derived : derived_facts(rules, given)) {
    ++told[derived.attribute];
    auto& values = all.facts[derived.attribute];
    for (const auto& value : derived.values) {
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
  }
  for (const auto& [attribute, items] : told) {
    if (items < given.at(item_attribute).size()) all.partial.push_back(attribute);
  }
  return all;
}

std::vector<Derived> derived_facts(const model::Rulebook& rules, const Facts& given) {
  std::vector<Derived> found;
  const auto named = given.find(item_attribute);
  if (named == given.end()) return found;
  for (const auto& id : named->second) {
    const auto* item = model::find_item(rules, id);
    if (item == nullptr) continue;
    for (const auto& [attribute, values] : item->facts) {
      if (given.count(attribute) == 0) found.push_back({attribute, values, id});
    }
  }
  return found;
}

std::vector<Diagnostic> check_facts(const model::Rulebook& rules, const Facts& facts) {
  std::vector<Diagnostic> found;
  for (const auto& [name, values] : facts) {
    const auto* attribute = model::find_attribute(rules, name);
    if (attribute == nullptr) {
      found.push_back(undeclared(rules, name));
      continue;
    }
    for (const auto& value : values) check_value(rules, *attribute, value, found);
  }
  return found;
}

std::vector<std::string> doubts_about(const model::Rulebook& rules, const Facts& facts) {
  std::vector<std::string> doubts;
  for (const auto& [attribute, values] : facts) {
    const auto names = names_on(rules, attribute);
    for (const auto& value : values) {
      if (names.empty() || std::binary_search(names.begin(), names.end(), value)) continue;
      const auto near = almost(value, names);
      if (near.empty()) continue;
      doubts.push_back("`" + value + "` is no " + attribute + " that these rules name, and `" + near + "` is one");
    }
  }
  return doubts;
}

}  // namespace inforce::query
