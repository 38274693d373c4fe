#include "inforce/answer.h"

#include "inforce/inforce.h"
#include "tests/support/catch.h"
#include "tests/support/rules.h"

using namespace inforce;

namespace {

std::string vocabulary() {
  return test::prelude() +
         "  listed: {title: Listed, kind: licence-requirement, scope: end_user in group(list)}\n"
         "  heavy: {title: Heavy, kind: condition, scope: tpp >= 10 and not end_user = friend}\n"
         "  coded: {title: Coded, kind: notification, scope: eccn under 3A090}\n"
         "vocabulary:\n"
         "  end_user: {type: code, title: End user}\n"
         "  tpp: {type: number, title: Performance}\n"
         "  eccn: {type: code, title: Code}\n"
         "groups: {list: {title: List, attribute: end_user}}\n"
         "events:\n"
         "  - {id: e, title: E, date: 2025-01-01, sources: [s], effects: [{impose: listed}, {impose: heavy}, {impose: "
         "coded}]}\n"
         "  - {id: f, title: F, date: 2025-02-01, sources: [s], effects: [{enlist: list, members: [{id: bad, names: "
         "[Bad Co]}]}]}\n"
         "  - {id: g, title: G, date: 2025-03-01, sources: [s], effects: [{delist: list, members: [bad]}]}\n";
}

std::string status_of(const std::string& id, const std::string& question) {
  const test::Compiled compiled(vocabulary());
  CHECK(compiled.messages().empty());
  REQUIRE(compiled.timeline);
  Sources sources;
  const auto query = parse_query("why " + id + " " + question, sources);
  REQUIRE(query.ok());
  const auto found = answer(*compiled.timeline, *query);
  REQUIRE(found.ok());
  const auto& finding = std::get<WhyAnswer>(found->content).finding;
  std::string text(to_string(finding.status));
  for (const auto& fact : finding.missing) text += " " + fact;
  return text;
}

std::vector<std::string> errors(const Query& query) {
  const test::Compiled compiled(vocabulary());
  const auto found = answer(*compiled.timeline, query);
  return test::codes_of(found.diagnostics());
}

}  // namespace

TEST_CASE("membership is that of the day asked about") {
  CHECK(status_of("listed", "on 2025-01-31 with end_user=bad") == "out-of-scope");
  CHECK(status_of("listed", "on 2025-02-01 with end_user=bad") == "applies");
  CHECK(status_of("listed", "on 2025-02-01 with end_user=good, end_user=bad") == "applies");
  CHECK(status_of("listed", "on 2025-02-28 with end_user=bad") == "applies");
  CHECK(status_of("listed", "on 2025-03-01 with end_user=bad") == "out-of-scope");
  CHECK(status_of("listed", "on 2025-02-01 with tpp=1") == "may-apply end_user");
}

TEST_CASE("an unknown fact spreads only where it matters") {
  CHECK(status_of("heavy", "on 2025-01-01 with tpp=9.5") == "out-of-scope");
  CHECK(status_of("heavy", "on 2025-01-01 with tpp=10") == "may-apply end_user");
  CHECK(status_of("heavy", "on 2025-01-01 with tpp=10, end_user=x") == "applies");
  CHECK(status_of("heavy", "on 2025-01-01 with tpp=100, end_user=friend") == "out-of-scope");
  CHECK(status_of("heavy", "on 2025-01-01 with end_user=friend") == "out-of-scope");
}

TEST_CASE("a code is under a prefix that another kind of character continues") {
  CHECK(status_of("coded", "on 2025-01-01 with eccn=3A090") == "applies");
  CHECK(status_of("coded", "on 2025-01-01 with eccn=3A090.a") == "applies");
  CHECK(status_of("coded", "on 2025-01-01 with eccn=3A0901") == "out-of-scope");
  CHECK(status_of("coded", "on 2025-01-01 with eccn=3A") == "out-of-scope");
}

TEST_CASE("questions that lack something or name nothing have no answer") {
  using Codes = std::vector<std::string>;
  Query query;
  CHECK(errors(query) == Codes{"IF603"});
  query.ask = Ask::diff;
  CHECK(errors(query) == Codes{"IF603"});
  query.ask = Ask::when;
  CHECK(errors(query) == Codes{"IF603"});
  query.id = "nothing";
  CHECK(errors(query) == Codes{"IF602"});
  query.id = "listed";
  query.facts = {{"itm", {"x"}}, {"tpp", {"many"}}};
  CHECK(errors(query) == Codes{"IF602", "IF601"});
  query.facts.clear();
  query.assume = {{"nothing", std::nullopt}};
  CHECK(errors(query) == Codes{"IF602"});
}

TEST_CASE("when with facts leaves only the days on which the scope is met") {
  const test::Compiled compiled(vocabulary());
  Query query;
  query.ask = Ask::when;
  query.id = "listed";
  query.facts = {{"end_user", {"Bad Co"}}};
  const auto found = answer(*compiled.timeline, query);
  REQUIRE(found.ok());
  const auto& intervals = std::get<WhenAnswer>(found->content).intervals;
  REQUIRE(intervals.size() == 1);
  CHECK(to_string(*intervals.front().from) == "2025-02-01");
  CHECK(to_string(*intervals.front().through) == "2025-02-28");
}
