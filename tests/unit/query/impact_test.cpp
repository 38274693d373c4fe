// Which answers differ between two versions. The reports stand in the cases of `inforce impact`.
#include "engine/query/impact.h"

#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {

namespace {

using Lines = std::vector<std::string>;

std::string rules_with(const std::string& events) {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: UTC}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "vocabulary: {item: {type: code}, end_user: {type: code}, tpp: {type: number}}\n"
         "groups: {list: {title: A list, attribute: end_user}}\n"
         "coverage: {all: {title: All, from: 2020-01-01, reviewed: 2025-12-31}}\n"
         "restrictions:\n"
         "  chips: {title: Chips, kind: licence-requirement, scope: item = chip and tpp >= 4800}\n"
         "  listed: {title: Listed, kind: prohibition, scope: end_user in group(list)}\n"
         "authorizations: {leave: {title: Leave, releases: [chips], scope: end_user = acme}}\n"
         "events:\n" +
         events;
}

std::string event(const std::string& id, const std::string& date, const std::string& effect) {
  return "  - {id: " + id + ", title: T, date: " + date + ", sources: [s], effects: [{" + effect + "}]}\n";
}

std::string text_of(const Facts& facts) {
  std::string text;
  for (const auto& [name, values] : facts) text += (text.empty() ? "" : " ") + name + "=" + values.front();
  return text;
}

/// `2025-01-01 2025-01-02 clear prohibited: item=chip`, a line a change, with its first case.
Lines changes(const std::string& was, const std::string& is, const Facts& only = {}) {
  const Compiled first(rules_with(was));
  const Compiled second(rules_with(is));
  REQUIRE(first.timeline);
  REQUIRE(second.timeline);
  Lines lines;
  for (const auto& change : query::impact_of(*first.timeline, *second.timeline, only).answers) {
    lines.push_back((change.from ? to_string(*change.from) : "..") + " " +
                    (change.before ? to_string(*change.before) : "..") + " " +
                    std::string(to_string(*change.was.verdict)) + " " + std::string(to_string(*change.is.verdict)) +
                    ": " + text_of(change.cases.front()));
  }
  return lines;
}

}  // namespace

TEST_CASE("impact: the days between two beginnings, for a case in the scope") {
  CHECK(changes(event("e", "2025-04-09", "impose: chips"), event("e", "2025-04-11", "impose: chips"),
                {{"item", {"chip"}}, {"tpp", {"4800"}}}) ==
        Lines{"2025-04-09 2025-04-11 licence-required clear: item=chip tpp=4800"});
}

TEST_CASE("impact: cases are found without any example") {
  const auto found = changes(event("e", "2025-04-09", "impose: chips"), event("e", "2025-04-11", "impose: chips"));
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().find("2025-04-09 2025-04-11 licence-required clear: ") == 0);
  CHECK(found.front().find("item=chip tpp=") != std::string::npos);
}

TEST_CASE("impact: a member that joins later") {
  const auto impose = event("e", "2025-01-01", "impose: listed");
  CHECK(changes(impose + event("f", "2025-02-01", "enlist: list, members: [acme]"),
                impose + event("f", "2025-02-03", "enlist: list, members: [acme]")) ==
        Lines{"2025-02-01 2025-02-03 prohibited clear: end_user=acme"});
}

TEST_CASE("impact: an authorization that is new releases from its day on") {
  const auto impose = event("e", "2025-01-01", "impose: chips");
  CHECK(changes(impose, impose + event("f", "2025-03-01", "impose: leave"),
                {{"item", {"chip"}}, {"tpp", {"5000"}}, {"end_user", {"acme"}}}) ==
        Lines{"2025-03-01 .. licence-required clear: end_user=acme item=chip tpp=5000"});
}

TEST_CASE("impact: rules that mean the same are not compared") {
  const auto impose = event("e", "2025-01-01", "impose: chips");
  const Compiled first(rules_with(impose));
  const Compiled second(rules_with(impose) + "# a comment\n");
  const auto impact = query::impact_of(*first.timeline, *second.timeline, {});
  CHECK(impact.same_rules());
  CHECK(impact.cases == 0);
}

}  // namespace inforce::test
