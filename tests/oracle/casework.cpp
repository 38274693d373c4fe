#include "tests/oracle/casework.h"

#include <algorithm>

namespace oracle {
namespace {

using std::chrono::days;
using Words = std::vector<std::string>;

// The values that scopes and facts draw from: few, so that they meet.
std::string value_of(Dice& dice, const std::string& attribute, Day around) {
  static const std::map<std::string, Words> values{{"party", {"x0", "x1", "x2", "x-zero", "acme"}},
                                                   {"item", {"H1", "H2", "H3", "Z9"}},
                                                   {"eccn", {"3A090", "3A090.a", "3A0901", "4A090", "EAR99", "3A"}},
                                                   {"destination", {"CN", "HK", "NO", "US"}},
                                                   {"use", {"test", "network maintenance", "military"}},
                                                   {"tpp", {"600", "2400.5", "4800", "4800.0", "-1"}},
                                                   {"fab", {"true", "false"}},
                                                   {"remark", {"red", "blue"}}};
  if (attribute == "signed") return to_text(around + days{dice.between(-1, 2)});
  return dice.one_of(values.at(attribute));
}

std::string any_attribute(Dice& dice) {
  return dice.one_of(
      Words{"party", "party", "item", "eccn", "destination", "destination", "use", "tpp", "signed", "fab"});
}

Words some_values(Dice& dice, const std::string& attribute, Day around) {
  Words values;
  for (int i = dice.between(1, 3); i > 0; --i) {
    const std::string value = value_of(dice, attribute, around);
    const bool same_number = attribute == "tpp" && value.substr(0, 4) == "4800";
    const bool seen = std::any_of(values.begin(), values.end(), [&](const std::string& other) {
      return other == value || (same_number && other.substr(0, 4) == "4800");
    });
    if (!seen) values.push_back(value);
  }
  return values;
}

Words groups_of(const Story& story) {
  Words groups;
  for (const Measure& measure : story.measures)
    if (measure.group) groups.push_back(measure.id);
  return groups;
}

Scope any_test(Dice& dice, const Story& story, Day around) {
  const Words groups = groups_of(story);
  Scope scope;
  if (!groups.empty() && dice.chance(30)) {
    scope.test = dice.chance(80) ? Test::in_group : Test::not_in_group;
    scope.attribute = "party";
    scope.values = {dice.one_of(groups)};
    return scope;
  }
  scope.attribute = any_attribute(dice);
  const bool ordered = scope.attribute == "tpp" || scope.attribute == "signed";
  if (ordered && dice.chance(75))
    scope.test = dice.one_of(std::vector<Test>{Test::less, Test::at_most, Test::greater, Test::at_least});
  else if (scope.attribute == "eccn" && dice.chance(60))
    scope.test = Test::under;
  else
    scope.test =
        dice.one_of(std::vector<Test>{Test::equal, Test::equal, Test::unequal, Test::in, Test::in, Test::not_in});
  if (scope.test == Test::in || scope.test == Test::not_in)
    scope.values = some_values(dice, scope.attribute, around);
  else
    scope.values = {value_of(dice, scope.attribute, around)};
  if (scope.test == Test::under)
    scope.values = {dice.one_of(Words{"3A", "3A090", "3", "4A0", "3A090.a", "3A090.", "EAR"})};
  return scope;
}

Scope scope_of(Dice& dice, const Story& story, Day around, int deep) {
  if (deep == 0 || dice.chance(40)) return any_test(dice, story, around);
  Scope scope;
  scope.test = dice.one_of(std::vector<Test>{Test::all_of, Test::all_of, Test::any_of, Test::negation});
  const int operands = scope.test == Test::negation ? 1 : dice.between(2, 3);
  for (int i = 0; i < operands; ++i) scope.operands.push_back(scope_of(dice, story, around, deep - 1));
  return scope;
}

void add_items(Dice& dice, Story& story, Day around) {
  for (const char* id : {"H1", "H2", "H3"}) {
    if (!dice.chance(70)) continue;
    Item item{id, {}};
    for (const char* attribute : {"eccn", "tpp", "fab", "signed"})
      if (dice.chance(45)) item.facts[attribute] = {value_of(dice, attribute, around)};
    if (item.facts.count("eccn") && dice.chance(25) && item.facts["eccn"][0] != "EAR99")
      item.facts["eccn"].push_back("EAR99");
    story.items.push_back(item);
  }
}

void add_regimes(Dice& dice, Story& story, Day around) {
  for (int i = dice.chance(15) ? 0 : dice.between(1, 2); i > 0; --i) {
    Regime regime;
    regime.id = "r" + std::to_string(i);
    regime.from = around + days{dice.chance(60) ? -40 : dice.between(-5, 12)};
    regime.reviewed = regime.from + days{dice.chance(50) ? 400 : dice.between(5, 50)};
    if (dice.chance(60)) {
      Story no_groups;  // which day it is for a group without a zone is left open
      regime.scope = scope_of(dice, no_groups, around, 1);
    }
    story.regimes.push_back(regime);
  }
}

}  // namespace

Scope any_scope(Dice& dice, const Story& story, Day around) { return scope_of(dice, story, around, 2); }

void dress(Dice& dice, Story& story, Day around) {
  static const Words kinds{
      "prohibition", "licence-requirement", "condition", "notification", "licence-requirement", "guidance",
      "inquiry",     "commercial",          "proposal",  "prohibition"};
  Words releasable;
  for (const Measure& measure : story.measures)
    if (!measure.group && !measure.authorization) releasable.push_back(measure.id);
  for (Measure& measure : story.measures) {
    if (measure.group) continue;
    if (dice.chance(measure.whole ? 30 : 75)) measure.scope = any_scope(dice, story, around);
    if (!measure.authorization) {
      measure.kind = dice.one_of(kinds);
      continue;
    }
    measure.releases = {dice.one_of(releasable)};
    if (dice.chance(50)) measure.releases = {"m0"};
    const std::string other = dice.one_of(releasable);
    if (dice.chance(40) && other != measure.releases[0]) measure.releases.push_back(other);
  }
  add_items(dice, story, around);
  add_regimes(dice, story, around);
  if (story.regimes.empty()) return;
  for (Measure& measure : story.measures)
    if (dice.chance(60)) measure.regime = dice.one_of(story.regimes).id;
}

void tell_of_members(Dice& dice, Effect& enlist) {
  if (dice.chance(20)) enlist.attributes["policy"] = "case-by-case";
  for (const std::string& member : enlist.members)
    if (dice.chance(25)) enlist.own[member]["policy"] = "presumption-of-denial";
  if (enlist.members[0] == "x0" && dice.chance(40)) enlist.names["x0"] = {"x-zero", "x0-zero"};
}

std::vector<Facts> any_cases(Dice& dice, Day around) {
  static const Words attributes{"party", "item", "eccn", "destination", "use", "tpp", "signed", "fab"};
  std::vector<Facts> cases;
  for (int i = 0; i < 3; ++i) {
    Facts facts;
    const int likely = dice.one_of(std::vector<int>{20, 50, 80, 100});
    for (const std::string& attribute : attributes) {
      const bool item_tells = attribute != "party" && attribute != "destination" && attribute != "use";
      if (dice.chance(item_tells && attribute != "item" ? likely / 2 : likely))
        facts[attribute] = {value_of(dice, attribute, around)};
    }
    for (auto& [attribute, values] : facts)
      if (dice.chance(12)) values.push_back(value_of(dice, attribute, around));
    if (facts.empty()) facts["destination"] = {"CN"};
    cases.push_back(facts);
  }
  return cases;
}

}  // namespace oracle
