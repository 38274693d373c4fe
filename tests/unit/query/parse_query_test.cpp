#include "inforce/query.h"
#include "tests/support/catch.h"
#include "tests/support/expect.h"

using namespace inforce;

namespace {

Query read(const std::string& text) {
  Sources sources;
  const auto query = parse_query(text, sources);
  INFO(text);
  REQUIRE(query.ok());
  return *query;
}

std::vector<std::string> errors(const std::string& text) {
  Sources sources;
  const auto query = parse_query(text, sources);
  return test::brief(sources, query.diagnostics());
}

Date day(int year, unsigned month, unsigned number) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number}};
}

}  // namespace

TEST_CASE("on takes a day or a moment and clauses in any order") {
  const auto query = read("on 2025-04-12 all with item=H20, parties=a, parties=b known 2025-04-15 evidence official");
  CHECK(query.ask == Ask::on);
  CHECK(query.on == When::on_day(day(2025, 4, 12)));
  CHECK(query.known == When::on_day(day(2025, 4, 15)));
  CHECK(query.all);
  CHECK(query.official_only);
  CHECK(query.facts == Facts{{"item", {"H20"}}, {"parties", {"a", "b"}}});
  CHECK(read("on 2025-04-12T08:00Z").on == When::at(Moment{day(2025, 4, 12)} + std::chrono::hours{8}));
  CHECK(read("on 2019-05-16T16:15[America/New_York]").on ==
        When::at(Moment{day(2019, 5, 16)} + std::chrono::hours{20} + std::chrono::minutes{15}));
}

TEST_CASE("the other kinds take what they need") {
  CHECK(read("when us-list/a").id == "us-list/a");
  CHECK(read("why x on 2025-01-01").on == When::on_day(day(2025, 1, 1)));
  CHECK(read("diff 2025-01-01 2025-01-02").then == When::on_day(day(2025, 1, 2)));
  const auto known = read("diff known 2025-01-01 known 2025-01-02 on 2025-01-03");
  CHECK(known.ask == Ask::diff_known);
  CHECK(known.known == When::on_day(day(2025, 1, 1)));
  CHECK(known.known_then == When::on_day(day(2025, 1, 2)));
  CHECK(known.on == When::on_day(day(2025, 1, 3)));
  const auto events = read("events from 2025-01-01 through 2025-02-01 authority a touching m");
  CHECK(events.from == day(2025, 1, 1));
  CHECK(events.through == day(2025, 2, 1));
  CHECK(events.authority == "a");
  CHECK(events.id == "m");
  CHECK(read("next").from == std::nullopt);
  CHECK(read("next from 2025-01-01 assume bill").assume == std::vector<inforce::Assumption>{{"bill", std::nullopt}});
}

TEST_CASE("what is not understood is said in its place") {
  using Lines = std::vector<std::string>;
  CHECK(errors("") == Lines{"IF601 1:1-1:1 the question is empty"});
  CHECK(errors("wen x") == Lines{"IF601 1:1-1:4 no question begins with `wen`"});
  CHECK(errors("on") == Lines{"IF601 1:3-1:3 expected a day or moment, but the question ends"});
  CHECK(errors("on 2025-01-01 with =") ==
        Lines{"IF601 1:20-1:21 expected a fact such as name=value, but there stands `=`"});
  CHECK(errors("on 2025-01-01 sometime") == Lines{"IF601 1:15-1:23 `sometime` is not understood here"});
  CHECK(errors("when m from 2025-01-01") == Lines{"IF601 1:8-1:12 `from` does not go with `when`"});
  CHECK(errors("diff 2025-01-01 2025-01-02 on 2025-01-03") == Lines{"IF601 1:28-1:30 `on` does not go with two days"});
  CHECK(errors("events from 2025-01-01T00:00Z") == Lines{"IF601 1:13-1:30 `from` takes a day, not a moment"});
  CHECK(errors("why m on 2025-01-01 on 2025-01-02") == Lines{"IF601 1:21-1:23 `on` stands twice"});
  CHECK(errors("on 2025-01-03\xC3\xA9 known 2025-01-04") == Lines{"IF601 1:14-1:15 `\xC3\xA9` is not understood here"});
  CHECK(errors("on 2025-01-03\xCA\xFF") == Lines{"IF601 1:14-1:16 `\xCA\xFF` is not understood here"});
}
