// Scopes that can be met, and scopes that cannot, compared with trying all cases.
#include "engine/model/scope_logic.h"

#include <map>
#include <random>
#include <set>

#include "engine/model/comparison.h"
#include "inforce/rulebook.h"
#include "tests/support/catch.h"
#include "tests/support/expect.h"

namespace inforce::model {
namespace {

using syntax::Condition;
using syntax::Operator;

const char* const rules_text = R"(inforce: 1
defaults: {jurisdiction: US, time_zone: UTC}
sources: {s: {title: A notice, publisher: An agency, kind: gazette}}
vocabulary:
  c: {type: code}
  k: {type: code, values: [red, green, blue]}
  n: {type: number}
  d: {type: date}
  f: {type: flag}
  l: {type: country}
  p: {type: code}
  q: {type: code}
groups:
  g: {title: G, attribute: p}
  h: {title: H, attribute: p}
  nobody: {title: Nobody, attribute: p}
events:
  - id: e
    title: All join
    date: 2020-01-01
    sources: [s]
    effects:
      - {enlist: g, members: [m1, {id: m2, names: [M2]}, m3]}
      - {enlist: h, members: [m1, m4]}
)";

/// The rules, with `more` members of `g` beside those above.
inforce::Rulebook rules_with(int more = 0) {
  std::string text = rules_text;
  if (more > 0) {
    text += "      - {enlist: g, members: [x0";
    for (int i = 1; i < more; ++i) text += ", x" + std::to_string(i);
    text += "]}\n      - {enlist: h, members: [x" + std::to_string(more - 1) + "]}\n";
  }
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto rules = load(*memory_files({{"rules.yaml", text}}), roots, sources);
  REQUIRE(rules);
  return *rules;
}

Condition condition(const std::string& text) {
  std::vector<Diagnostic> found;
  auto read = syntax::parse_condition(text, {}, found);
  INFO(text);
  REQUIRE(read);
  return *std::move(read);
}

bool can_meet(const inforce::Rulebook& rules, const std::string& text, const Facts& fixed = {}) {
  const Condition read = condition(text);
  const Condition* const only = &read;
  return satisfiable(rules.model(), {&only, 1}, fixed);
}
bool can_meet(const std::string& text, const Facts& fixed = {}) {
  static const inforce::Rulebook rules = rules_with();
  return can_meet(rules, text, fixed);
}

/// All cases, one after the other.
class AllCases {
 public:
  explicit AllCases(const Rulebook& rules) : rules_(rules) {
    std::vector<std::string> codes{""};
    for (std::size_t i = 0; codes[i].size() < 4; ++i) {
      for (const char letter : {'A', '1', '.'}) codes.push_back(codes[i] + letter);
    }
    codes.front() = "B";
    codes.emplace_back("B.");
    domains_["c"] = codes;
    domains_["k"] = {"red", "green", "blue"};
    domains_["n"] = {"-1", "0", "0.5", "1", "1.5", "2", "2.5"};
    domains_["d"] = {"2019-12-31", "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"};
    domains_["f"] = {"true", "false"};
    domains_["l"] = {"CN", "HK", "US", "DE"};
    domains_["p"] = domains_["q"] = {"m1", "m2", "M2", "m3", "m4", "other"};
    for (std::uint32_t i = 0; i < rules.measures.size(); ++i) {
      if (rules.measures[i].kind == Kind::membership) members_.push_back({i});
    }
  }

  bool some(const Condition& condition, bool wanted) {
    std::set<std::string> used;
    collect(condition, used);
    const bool groups = used.count("p") + used.count("q") != 0;
    return some(condition, wanted, {used.begin(), used.end()}, groups);
  }

 private:
  static void collect(const Condition& condition, std::set<std::string>& used) {
    if (!condition.attribute.empty()) used.insert(condition.attribute);
    for (const Condition& operand : condition.operands) collect(operand, used);
  }

  bool some(const Condition& condition, bool wanted, std::vector<std::string> open, bool groups) {
    if (!open.empty()) {
      const std::string name = open.back();
      open.pop_back();
      for (const std::string& value : domains_[name]) {
        case_[name] = value;
        if (some(condition, wanted, open, groups)) return true;
      }
      return false;
    }
    const std::size_t ways = groups ? std::size_t{1} << members_.size() : 1;
    for (memberships_ = 0; memberships_ < ways; ++memberships_) {
      if (holds(condition) == wanted) return true;
    }
    return false;
  }

  bool in_group(const std::string& group, const std::string& value) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const Measure& member = rules_[members_[i]];
      const bool named =
          member.member == value || std::find(member.names.begin(), member.names.end(), value) != member.names.end();
      if (member.group == group && named && ((memberships_ >> i) & 1U) != 0) return true;
    }
    return false;
  }

  bool holds(const Condition& condition) {
    if (condition.op == Operator::negate) return !holds(condition.operands.front());
    if (condition.op == Operator::all_of || condition.op == Operator::any_of) {
      const bool all = condition.op == Operator::all_of;
      for (const Condition& operand : condition.operands) {
        if (holds(operand) != all) return !all;
      }
      return all;
    }
    const std::string& value = case_[condition.attribute];
    if (condition.op == Operator::in_group) return in_group(condition.values.front(), value);
    bool any = false;
    for (const std::string& each : condition.values) {
      any = any || matches(type_of(rules_, condition.attribute), condition.op, value, each);
    }
    return any != (condition.op == Operator::unequal);
  }

  const Rulebook& rules_;
  std::map<std::string, std::vector<std::string>> domains_;
  std::vector<MeasureId> members_;
  std::map<std::string, std::string> case_;
  std::size_t memberships_ = 0;
};

class RandomScopes {
 public:
  explicit RandomScopes(unsigned seed) : random_(seed) {}

  std::string scope(int depth = 2) {
    if (depth == 0 || below(4) == 0) return test();
    const std::string joint = below(3) == 0 ? " or " : " and ";
    std::string text;
    for (unsigned i = 0, count = 2 + below(3); i < count; ++i) {
      text += (i == 0 ? "" : joint) + std::string(below(4) == 0 ? "not (" : "(") + scope(depth - 1) + ")";
    }
    return text;
  }

 private:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  std::string one_of(const std::vector<std::string>& list) { return list[below(static_cast<unsigned>(list.size()))]; }

  std::string test() {
    const std::vector<std::string> equality{" = ", " != ", " = "};
    const std::vector<std::string> order{" < ", " <= ", " > ", " >= ", " = ", " != "};
    switch (below(9)) {
      case 0:
        return "c" + one_of({" = ", " != ", " under ", " under ", " under "}) +
               one_of({"A", "A1", "A.", "A.1", "1", "B", "A1."});
      case 1:
        return "n" + one_of(order) + one_of({"0", "1", "1.0", "2"});
      case 2:
        return "d" + one_of(order) + one_of({"2020-01-01", "2020-01-02", "2020-01-03"});
      case 3:
        return "f" + one_of(equality) + one_of({"true", "false"});
      case 4:
        return "k" + one_of(equality) + one_of({"red", "green", "blue"});
      case 5:
        return "l in (" + one_of({"CN", "HK"}) + ", " + one_of({"CN", "US"}) + ")";
      case 6:
        return one_of({"p", "q"}) + one_of(equality) + one_of({"m1", "m2", "M2", "m4", "other"});
      default:
        return one_of({"p", "q"}) + " in group(" + one_of({"g", "h", "g", "nobody"}) + ")";
    }
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("model scope logic: what can be met and what cannot") {
  for (const char* text :
       {"c = A", "c != A and c != B", "n > 1 and n < 1.0001", "d > 2020-01-01 and d < 2020-01-03",
        "c under A and c != A", "c under A and not c under A1", "k != red and k != green",
        "l != CN and not l in (HK, MO)", "p in group(g)", "not p in group(g)",
        "p = m1 and p in group(g) and not p in group(h)", "p in group(g) and not p = m1",
        "p in group(g) and p in group(h)", "p in group(g) and not q in group(g)", "c = A or c = A and c = B"}) {
    INFO(text);
    CHECK(can_meet(text));
  }
  for (const char* text :
       {"c = A and c = B", "c under A and c under B", "c = A1 and c under A.", "n > 1 and n < 1", "n >= 2 and n < 2.0",
        "d > 2020-01-01 and d < 2020-01-02", "f != true and f != false", "k != red and k != green and k != blue",
        "l = CN and l != CN", "p in group(nobody)", "p = other and p in group(g)", "p = m3 and p in group(h)",
        "p = m1 and q = m1 and p in group(g) and not q in group(g)", "not (c = A or c != A)",
        "p = m2 and q = M2 and p in group(g) and not q in group(g)", "d < 0001-01-01", "d > 9999-12-31"}) {
    INFO(text);
    CHECK_FALSE(can_meet(text));
  }
}

TEST_CASE("model scope logic: given facts are what they are") {
  CHECK(can_meet("c = A and c = B", {{"c", {"A", "B"}}}));
  CHECK_FALSE(can_meet("c != A", {{"c", {"A", "B"}}}));
  CHECK_FALSE(can_meet("c = A and n = 1", {{"n", {"2"}}}));
  CHECK(can_meet("c = A and n = 1", {{"n", {"1.0"}}}));
  CHECK(can_meet("p in group(g)", {{"p", {"m1"}}}));
  CHECK_FALSE(can_meet("p in group(h)", {{"p", {"m2", "m3"}}}));
  CHECK(can_meet("c = A", {{"c", {}}}));
}

TEST_CASE("model scope logic: several conditions, and none") {
  const inforce::Rulebook rules = rules_with();
  const Condition red = condition("k = red");
  const Condition other = condition("k != red");
  const std::vector<const Condition*> both{&red, nullptr, &other};
  const std::vector<const Condition*> twice{&red, &red, nullptr};
  CHECK_FALSE(satisfiable(rules.model(), both));
  CHECK(satisfiable(rules.model(), twice));
  CHECK(satisfiable(rules.model(), {}));
}

TEST_CASE("model scope logic: always met") {
  const inforce::Rulebook rules = rules_with();
  for (const char* text : {"c = A or c != A", "n < 2 or n >= 2", "k in (red, green, blue)", "f = true or f = false",
                           "not p in group(nobody)", "not (p = other and p in group(g))"}) {
    INFO(text);
    CHECK(always_met(rules.model(), condition(text)));
  }
  for (const char* text :
       {"c = A", "n < 2 or n > 2", "k in (red, green)", "not p in group(g)", "c under A or c under B"}) {
    INFO(text);
    CHECK_FALSE(always_met(rules.model(), condition(text)));
  }
}

TEST_CASE("model scope logic: groups of thousands") {
  const inforce::Rulebook rules = rules_with(5000);
  CHECK(can_meet(rules, "p in group(g) and p in group(h) and p != m1"));
  CHECK(can_meet(rules, "p in group(g) and p under x and p != m1"));
  CHECK(can_meet(rules, "p = x4999 and p in group(h) and not p in group(g)"));
  CHECK_FALSE(can_meet(rules, "p in group(g) and p in group(h) and p != m1 and p != x4999"));
  CHECK_FALSE(can_meet(rules, "p in group(g) and p under y"));
  CHECK(can_meet(rules, "p in group(h) and q in group(h) and p in group(g) and not q in group(g)"));
}

TEST_CASE("model scope logic: random scopes against all cases") {
  const inforce::Rulebook rules = rules_with();
  AllCases cases(rules.model());
  RandomScopes scopes(20250409);
  int unmet = 0;
  int always = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string text = scopes.scope();
    const Condition read = condition(text);
    std::set<std::string> used;
    const auto count = [&used](const auto& self, const Condition& each) -> void {
      if (!each.attribute.empty()) used.insert(each.attribute);
      for (const Condition& operand : each.operands) self(self, operand);
    };
    count(count, read);
    if (used.size() > 3) continue;
    INFO(text);
    const bool met = cases.some(read, true);
    const bool refused = cases.some(read, false);
    CHECK(can_meet(rules, text) == met);
    CHECK(always_met(rules.model(), read) == !refused);
    unmet += met ? 0 : 1;
    always += refused ? 0 : 1;
  }
  CHECK(unmet > 20);
  CHECK(always > 2);
}

}  // namespace inforce::model
