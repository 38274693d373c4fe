// Scopes on the facts of a case (S18, S19).
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <functional>

#include "tests/oracle/cases.h"

namespace oracle {
namespace {

struct Known {
  std::vector<std::string> values;
  bool all = true;  // else there may be further ones
};

// S18: given facts win over those that follow from an item.
Known known(const Story& story, const Facts& facts, const std::string& attribute) {
  const auto given = facts.find(attribute);
  if (given != facts.end() && !given->second.empty()) return {given->second, true};
  const auto items = facts.find("item");
  if (items == facts.end()) return {{}, false};
  Known from_items;
  for (const std::string& id : items->second) {
    const auto item = std::find_if(story.items.begin(), story.items.end(), [&](const Item& i) { return i.id == id; });
    if (item == story.items.end() || !item->facts.count(attribute)) {
      from_items.all = false;  // D13: nothing is known of this one
      continue;
    }
    const auto& values = item->facts.at(attribute);
    from_items.values.insert(from_items.values.end(), values.begin(), values.end());
  }
  return from_items;
}

Truth negated(Truth truth) {
  return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::unknown;
}

// S18: codes are text, always; a number is a number; days compare as ISO 8601 writes them.
int compared(Type type, const std::string& a, const std::string& b) {
  if (type == Type::number) {
    const double x = std::strtod(a.c_str(), nullptr), y = std::strtod(b.c_str(), nullptr);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return a.compare(b);
}

int sort_of(char letter) {
  const auto c = static_cast<unsigned char>(letter);
  return std::isalpha(c) ? 0 : std::isdigit(c) ? 1 : 2;
}

bool under(const std::string& code, const std::string& prefix) {
  if (code.compare(0, prefix.size(), prefix) != 0) return false;
  return code.size() == prefix.size() || sort_of(code[prefix.size()]) != sort_of(prefix.back());
}

// A member is told by its id or by one of its other names.
std::set<std::string> members_named(const Story& story, const std::string& group, const std::string& name) {
  std::set<std::string> members{group + "/" + name};
  for (const Event& event : story.events)
    for (const Effect& effect : event.effects)
      if (effect.verb == Verb::enlist && effect.measure == group)
        for (const auto& [member, names] : effect.names)
          if (std::count(names.begin(), names.end(), name)) members.insert(group + "/" + member);
  return members;
}

// S1, S4: membership is a measure, and one that is suspended is none for the time.
Truth in_group(const Story& story, const std::string& group, const std::string& name, const Scene& scene) {
  Truth truth = Truth::no;
  for (const std::string& member : members_named(story, group, name)) {
    const auto standing = scene.find(member);
    const std::string state = standing == scene.end() ? "" : standing->second.state;
    if (state == "in-force" || state == "grace") return Truth::yes;
    if (state == "perhaps") truth = Truth::unknown;
  }
  return truth;
}

bool matches(const Scope& scope, const std::string& value) {
  const Type type = vocabulary().at(scope.attribute);
  const auto against = [&](const std::string& other) { return compared(type, value, other); };
  switch (scope.test) {
    case Test::equal:
    case Test::unequal:
    case Test::in:
    case Test::not_in:
      return std::any_of(scope.values.begin(), scope.values.end(), [&](const auto& v) { return against(v) == 0; });
    case Test::less:
      return against(scope.values[0]) < 0;
    case Test::at_most:
      return against(scope.values[0]) <= 0;
    case Test::greater:
      return against(scope.values[0]) > 0;
    case Test::at_least:
      return against(scope.values[0]) >= 0;
    case Test::under:
      return under(value, scope.values[0]);
    default:
      return false;
  }
}

// S18: whether any value matches; `!=` and `not in` are their contraries.
Judged comparison(const Story& story, const Scope& scope, const Facts& facts, const Scene& scene) {
  const Known values = known(story, facts, scope.attribute);
  const bool of_group = scope.test == Test::in_group || scope.test == Test::not_in_group;
  Judged judged{values.all ? Truth::no : Truth::unknown, {}};
  for (const std::string& value : values.values)
    judged.truth = std::max(judged.truth, of_group                ? in_group(story, scope.values[0], value, scene)
                                          : matches(scope, value) ? Truth::yes
                                                                  : Truth::no);
  if (judged.truth == Truth::unknown && !values.all) judged.missing = {scope.attribute};
  const bool contrary = scope.test == Test::unequal || scope.test == Test::not_in || scope.test == Test::not_in_group;
  if (contrary) judged.truth = negated(judged.truth);
  return judged;
}

Judged judge(const Story& story, const Scope& scope, const Facts& facts, const Scene& scene) {
  if (scope.operands.empty()) return comparison(story, scope, facts, scene);
  if (scope.test == Test::negation) {
    Judged judged = judge(story, scope.operands[0], facts, scene);
    judged.truth = negated(judged.truth);
    return judged;
  }
  const Truth decides = scope.test == Test::all_of ? Truth::no : Truth::yes;
  Judged judged{negated(decides), {}};
  for (const Scope& operand : scope.operands) {
    const Judged one = judge(story, operand, facts, scene);
    if (one.truth == decides) return one;
    if (one.truth != Truth::unknown) continue;
    judged.truth = Truth::unknown;
    judged.missing.insert(one.missing.begin(), one.missing.end());
  }
  return judged;
}

}  // namespace

Judged judge(const Story& story, const OptionalScope& scope, const Facts& facts, const Scene& scene) {
  return scope ? judge(story, *scope, facts, scene) : Judged{};  // S19: a missing scope is always true
}

// D17: of a part, its own and those of its wholes; an amended one replaces them all.
OptionalScope scope_in(const Story& story, const std::string& measure, const Scene& scene) {
  const std::string& amended = scene.at(measure).scope;
  for (const Event& event : story.events)
    for (const Effect& effect : event.effects)
      if (!amended.empty() && to_text(effect.scope) == amended) return effect.scope;
  Scope all{Test::all_of, "", {}, {}};
  for (std::string id = measure; !id.empty();) {
    const auto at = std::find_if(story.measures.begin(), story.measures.end(), [&](auto& m) { return m.id == id; });
    if (at == story.measures.end()) break;  // a member of a group
    if (at->scope) all.operands.push_back(*at->scope);
    id = at->part_of;
  }
  return all.operands.empty() ? OptionalScope{} : all;
}

}  // namespace oracle
