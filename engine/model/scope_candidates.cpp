#include "engine/model/scope_candidates.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "engine/model/attribute_values.h"
#include "engine/model/comparison.h"
#include "engine/model/scope_points.h"

namespace inforce::model {
namespace {

using syntax::Condition;
using syntax::Operator;

/// So many members of a group are looked at first; of almost all groups that is enough to meet a scope.
constexpr std::size_t quick_members = 16;

bool is_equality(Operator op) { return op == Operator::equal || op == Operator::unequal || op == Operator::in; }

bool asks_groups(const AskedAttribute& asked) {
  return std::any_of(asked.tests.begin(), asked.tests.end(),
                     [](const Condition* test) { return test->op == Operator::in_group; });
}

const Attribute& declared(const Rulebook& rulebook, const std::string& name) {
  static const Attribute undeclared;
  const Attribute* found = find_attribute(rulebook, name);
  return found == nullptr ? undeclared : *found;
}

class Builder {
 public:
  Builder(const Rulebook& rulebook, const Facts& fixed, Depth depth)
      : rulebook_(rulebook), fixed_(fixed), depth_(depth) {
    result_.memberships = static_cast<std::uint32_t>(rulebook.measures.size());
  }

  Candidates build(std::span<const Condition* const> conditions) {
    for (const Condition* condition : conditions) {
      if (condition != nullptr) collect(*condition);
    }
    gather_named();
    for (AskedAttribute& asked : result_.attributes) fill(asked);
    return std::move(result_);
  }

 private:
  void collect(const Condition& condition) {
    for (const Condition& operand : condition.operands) collect(operand);
    if (condition.attribute.empty()) return;
    const auto [at, fresh] = places_.try_emplace(condition.attribute, result_.attributes.size());
    if (fresh) result_.attributes.push_back({condition.attribute, {}, {}});
    result_.attributes[at->second].tests.push_back(&condition);
  }

  /// The groups asked for, and every value that is named of an attribute that they are asked of.
  void gather_named() {
    for (const AskedAttribute& asked : result_.attributes) {
      if (!asks_groups(asked)) continue;
      ++group_attributes_;
      const auto given = fixed_.find(asked.name);
      if (given != fixed_.end()) named_.insert(given->second.begin(), given->second.end());
      for (const Condition* test : asked.tests) take_names(*test);
    }
    for (const std::string& name : named_) {
      for (const Group* group : groups_) {
        const auto members = members_named(*group, name);
        named_members_.insert(members.begin(), members.end());
      }
    }
  }

  void take_names(const Condition& test) {
    if (is_equality(test.op)) named_.insert(test.values.begin(), test.values.end());
    if (test.op != Operator::in_group) return;
    const Group* group = find_group(rulebook_, test.values.front());
    if (group != nullptr) groups_.insert(group);
  }

  void fill(AskedAttribute& asked) {
    seen_.clear();
    index_equalities(asked);
    const auto given = fixed_.find(asked.name);
    if (given != fixed_.end() && !given->second.empty()) {
      add(asked, outcomes(asked, given->second));
      return;
    }
    const Attribute& attribute = declared(rulebook_, asked.name);
    for (const std::string& value : telling_values(attribute, asked.tests)) add(asked, attribute, value);
    if (!asks_groups(asked)) return;
    for (const std::string& value : named_) add(asked, attribute, value);
    add_members(asked, attribute);
    if (depth_ == Depth::relaxed) add_free(asked);
  }

  void index_equalities(const AskedAttribute& asked) {
    equalities_.clear();
    type_ = declared(rulebook_, asked.name).type;
    for (std::uint32_t i = 0; i < asked.tests.size(); ++i) {
      if (!is_equality(asked.tests[i]->op)) continue;
      for (const std::string& value : asked.tests[i]->values) equalities_[canonical(type_, value)].push_back(i);
    }
  }

  [[nodiscard]] std::vector<Outcome> outcomes(const AskedAttribute& asked, std::span<const std::string> values) const {
    std::vector<Outcome> all(asked.tests.size());
    for (const std::string& value : values) {
      const auto equal = equalities_.find(canonical(type_, value));
      if (equal != equalities_.end()) {
        for (const std::uint32_t test : equal->second) all[test].met = true;
      }
      for (std::size_t i = 0; i < all.size(); ++i) judge(*asked.tests[i], value, all[i]);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (asked.tests[i]->op == Operator::unequal) all[i].met = !all[i].met;
    }
    return all;
  }

  void judge(const Condition& test, const std::string& value, Outcome& outcome) const {
    if (is_equality(test.op)) return;
    if (test.op != Operator::in_group) {
      outcome.met = outcome.met || matches(type_, test.op, value, test.values.front());
      return;
    }
    const Group* group = find_group(rulebook_, test.values.front());
    if (group == nullptr) return;
    for (const MeasureId member : members_named(*group, value)) outcome.members.push_back(member.value);
  }

  void add(AskedAttribute& asked, std::vector<Outcome> candidate) {
    std::string key;
    for (const Outcome& outcome : candidate) {
      key += outcome.met ? '1' : '0';
      for (const std::uint32_t member : outcome.members) key += std::to_string(member) + ",";
    }
    if (seen_.insert(std::move(key)).second) asked.candidates.push_back(std::move(candidate));
  }

  void add(AskedAttribute& asked, const Attribute& attribute, const std::string& value) {
    if (misfit(attribute, value) == Misfit::none) add(asked, outcomes(asked, {&value, 1}));
  }

  /// Of members that no test and no named value tells apart, one for each attribute that might have it.
  void add_members(AskedAttribute& asked, const Attribute& attribute) {
    std::map<std::string, std::set<std::vector<std::uint32_t>>> taken;
    for (const Group* group : groups_) {
      const std::size_t looked_at =
          depth_ == Depth::full ? group->by_name.size() : std::min(quick_members, group->by_name.size());
      if (looked_at < group->by_name.size()) result_.complete = false;
      for (std::size_t i = 0; i < looked_at; ++i) {
        const std::string& name = group->by_name[i].first;
        if (misfit(attribute, name) != Misfit::none) continue;
        auto candidate = outcomes(asked, {&name, 1});
        auto [mark, members] = mark_of(candidate, name);
        auto& alike = taken[mark];
        if (alike.size() < group_attributes_ && alike.insert(members).second) add(asked, std::move(candidate));
      }
    }
  }

  [[nodiscard]] std::pair<std::string, std::vector<std::uint32_t>> mark_of(const std::vector<Outcome>& candidate,
                                                                           const std::string& name) const {
    std::pair<std::string, std::vector<std::uint32_t>> found;
    for (const Outcome& outcome : candidate) found.first += outcome.met ? '1' : '0';
    for (const Group* group : groups_) {
      const auto members = members_named(*group, name);
      found.first += members.empty() ? '-' : '+';
      for (const MeasureId member : members) {
        if (named_members_.count(member) != 0) found.first += std::to_string(member.value) + ",";
        found.second.push_back(member.value);
      }
    }
    return found;
  }

  void add_free(AskedAttribute& asked) {
    std::vector<Outcome> candidate(asked.tests.size());
    for (std::size_t i = 0; i < candidate.size(); ++i) {
      const Operator op = asked.tests[i]->op;
      if (op == Operator::unequal) candidate[i].met = true;
      if (!is_equality(op)) candidate[i].members = {result_.memberships++};
    }
    add(asked, std::move(candidate));
  }

  const Rulebook& rulebook_;
  const Facts& fixed_;
  Depth depth_;
  Candidates result_;
  std::map<std::string, std::size_t> places_;
  std::set<std::string> named_;
  std::set<const Group*> groups_;  // all in one list, so that their order is that of their ids
  std::set<MeasureId> named_members_;
  std::size_t group_attributes_ = 0;
  AttributeType type_ = AttributeType::text;
  std::unordered_map<std::string, std::vector<std::uint32_t>> equalities_;
  std::set<std::string> seen_;
};

}  // namespace

Candidates candidates_for(const Rulebook& rulebook, std::span<const Condition* const> conditions, const Facts& fixed,
                          Depth depth) {
  return Builder(rulebook, fixed, depth).build(conditions);
}

}  // namespace inforce::model
