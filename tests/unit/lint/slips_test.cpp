// Values and regimes one slip away from others, and values of another shape than declared.
#include "tests/support/catch.h"
#include "tests/unit/lint/doubts.h"

namespace inforce::test {
namespace {

/// Four restrictions with `who = …` each, on lines 6 to 9.
std::string of_values(const std::string& who, const std::string& last, const std::string& type = "{type: code}") {
  std::string text =
      "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
      "vocabulary: {who: " +
      type +
      "}\n"
      "restrictions:\n";
  for (int i = 0; i < 4; ++i) {
    const std::string id = "m" + std::to_string(i);
    text += "  " + id + ": {title: M, kind: guidance, scope: 'who = " + (i == 3 ? last : who) + "'}\n";
  }
  return text + "events:\n" +
         event("a", "2025-01-01", "effects: [{impose: m0}, {impose: m1}, {impose: m2}, {impose: m3}]");
}

std::string shaped(const std::string& shapes, const std::string& scope) {
  return "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "vocabulary: {eccn: {type: code, shape: [" +
         shapes +
         "]}}\n"
         "restrictions: {m: {title: M, kind: guidance, scope: '" +
         scope +
         "'}}\n"
         "events:\n" +
         event("a", "2025-01-01", "effects: [{impose: m}]");
}

}  // namespace

TEST_CASE("slips: one letter more, less, another, or two swapped", "[IF849]") {
  for (const char* slip : {"hauwei", "huawe", "huaweii", "huaweo", "Huawei"}) {
    INFO(slip);
    const Lines found = doubts(of_values("huawei", slip));
    REQUIRE(found.size() == 1);
    CHECK(found.front().ends_with("`" + std::string(slip) + "` of `who` stands here alone, and `huawei` 3 times"));
  }
  CHECK(doubts(of_values("existing-networks", "existing-network")).size() == 1);
}

TEST_CASE("slips: what differs on purpose is left alone", "[IF849]") {
  for (const auto& [often, once] : std::vector<std::pair<std::string, std::string>>{{"3A090.a", "3A090.b"},
                                                                                    {"H20", "H200"},
                                                                                    {"smic", "smid"},
                                                                                    {"huawei", "hauwie"},
                                                                                    {"huawei-1", "huawei-2"},
                                                                                    {"chipset7", "chipset"},
                                                                                    {"huawei", "xiaomi"},
                                                                                    {"huawei", "hua-wei"}}) {
    INFO(often << " " << once);
    CHECK(doubts(of_values(often, once)).empty());
  }
}

TEST_CASE("slips: what is declared, or is free text, is left alone", "[IF849]") {
  CHECK(doubts(of_values("huawei", "hauwei", "{type: code, values: [huawei, hauwei]}")).empty());
  CHECK(doubts(of_values("huawei", "hauwei", "{type: text}")).empty());
  const std::string listed = of_values("huawei", "hauwei") +
                             event("b", "2025-01-02", "effects: [{enlist: g, members: [@]}]") +
                             "groups: {g: {title: G, attribute: who}}\n";
  const auto with = [&](const std::string& member) {
    std::string text = listed;
    return doubts(text.replace(text.find('@'), 1, member));
  };
  CHECK(with("{id: hauwei, names: [Hauwei Ltd]}").empty());
  CHECK(with("acme").size() == 1);
}

TEST_CASE("slips: an attribute of effects counts too", "[IF849]") {
  const std::string policies = prelude() + "events:\n" +
                               event("a", "2025-01-01", "effects: [{impose: m, policy: denial}]") +
                               event("b", "2025-02-01", "effects: [{amend: m, policy: case-by-case}]") +
                               event("c", "2025-03-01", "effects: [{amend: m, policy: denial}]") +
                               event("d", "2025-03-02", "effects: [{impose: n, policy: denial}]");
  CHECK(doubts(policies).empty());
  CHECK(doubts(policies + event("e", "2025-04-01", "effects: [{amend: n, policy: denail}]")) ==
        Lines{"IF849 12:79-12:80 `denail` of `policy` stands here alone, and `denial` 3 times"});
}

TEST_CASE("slips: a regime that coverage does not have", "[IF850]") {
  const auto of_regime = [](const std::string& regime) {
    return doubts(prelude() + "coverage: {chips: {title: C, from: 2024-01-01, reviewed: 2025-01-01}}\n" + "events:\n" +
                  event("a", "2025-01-01", "regime: chips, effects: [{impose: m}]") +
                  event("b", "2025-01-01", "regime: " + regime + ", effects: [{impose: n}]"));
  };
  CHECK(of_regime("chips").empty());
  CHECK(of_regime("tools").empty());
  CHECK(of_regime("chisp") == Lines{"IF850 10:10-10:11 `b` belongs to regime `chisp`, which `coverage` does not have"});
}

TEST_CASE("shapes: values as they are declared to be written", "[IF851]") {
  for (const char* scope : {"eccn = 3A090", "eccn = 3A090.a.1", "eccn = EAR99", "eccn under 3A", "eccn under 3",
                            "eccn under 3A090.a", "eccn != 0B001"}) {
    INFO(scope);
    CHECK(doubts(shaped("'9A999*', EAR99", scope)).empty());
  }
}

TEST_CASE("shapes: values of another shape", "[IF851]") {
  for (const auto& [scope, value] :
       std::vector<std::pair<std::string, std::string>>{{"eccn = 3A09O", "3A09O"},
                                                        {"eccn = 3A0901", "3A0901"},
                                                        {"eccn = 3a090", "3a090"},
                                                        {"eccn = EAR9", "EAR9"},
                                                        {"eccn under A", "A"},
                                                        {"eccn in (3A090, 3A09)", "3A09"}}) {
    INFO(scope);
    const Lines found = doubts(shaped("'9A999*', EAR99", scope));
    REQUIRE(found.size() == 1);
    CHECK(found.front().ends_with("`" + value + "` is not written as `eccn` is"));
  }
}

TEST_CASE("shapes: facts of items and of examples have them too", "[IF851]") {
  const std::string text = shaped("'9A999'", "eccn = 3A090");
  CHECK(doubts(text + "items: {x: {eccn: 3A09O}}\n").size() == 1);
  CHECK(doubts(text + "tests: [{name: t, on: 2025-01-01, with: {eccn: 3A09O}, expect: {applies: []}}]\n").size() == 1);
}

TEST_CASE("shapes: they bear on no answer, so they are no part of the digest", "[IF851]") {
  const auto digest = [](const std::string& text) { return Compiled(text).timeline->rulebook().digest(); };
  CHECK(digest(shaped("'9A999'", "eccn = 3A090")) == digest(shaped("'9A999*', EAR99", "eccn = 3A090")));
}

TEST_CASE("shapes: they go with codes and text alone", "[IF121]") {
  CHECK(doubts("inforce: 1\nvocabulary: {tpp: {type: number, shape: ['9']}}\n") ==
        Lines{"IF121 2:34-2:39 `shape` goes with codes and text alone"});
}

}  // namespace inforce::test
