// Rules compiled again after a change of dates: as if they had been compiled from the beginning.
#include "engine/timeline/recompile.h"

#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {

namespace {

using model::Field;

const char* events() {
  return R"(events:
  - {id: a, title: A, date: 2025-01-01, known: 2025-02-01, sources: [s], effects: [{impose: m}]}
  - {id: b, title: B, date: a.date + 30 days, sources: [s], effects: [{lift: m}]}
  - {id: c, title: C, date: "[2025-03-01..2025-03-05]", sources: [s], effects: [{impose: n, through: 2025-04-30}]}
)";
}

struct Changing {
  Compiled first{prelude() + events()};
  std::shared_ptr<model::Rulebook> rules = std::make_shared<model::Rulebook>(first.timeline->rulebook().model());
  timeline::Recompiler recompiler{rules};

  model::DateExpression& date(const char* event, Field field) {
    return *rules->events[model::find_event(*rules, event)->value].dates[static_cast<std::size_t>(field)];
  }
  void set_day(const char* event, Field field, Date first_day, Date last_day) {
    calendar::WrittenDay day;
    day.runs = {{first_day, last_day}};
    date(event, field).anchor = day;
  }
};

/// What all measures are, in all states of knowledge.
std::vector<std::vector<timeline::Segment>> all_of(const Timeline& timeline) {
  std::vector<std::vector<timeline::Segment>> all;
  const auto& compiled = timeline.compiled();
  for (const auto& history : compiled.measures) {
    const auto begin = compiled.segments.begin() + history.first;
    auto& segments = all.emplace_back(begin, begin + history.count);
    for (auto& segment : segments) segment.chain = 0;
  }
  return all;
}

Date day(int year, unsigned month, unsigned of_month) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month}};
}

std::vector<std::string> changed_in(Changing& rules) {
  const auto again = rules.recompiler.again();
  REQUIRE(again.timeline);
  const auto anew = compile(Rulebook(std::make_shared<model::Rulebook>(*rules.rules)));
  REQUIRE(anew);
  CHECK(all_of(*again.timeline) == all_of(*anew));
  std::vector<std::string> ids;
  for (const auto id : again.changed) ids.push_back((*rules.rules)[id].id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("recompile: nothing changed, nothing differs") {
  Changing rules;
  CHECK(changed_in(rules).empty());
}

TEST_CASE("recompile: a date bears on what is counted from it") {
  Changing rules;
  rules.set_day("a", Field::date, day(2025, 1, 2), day(2025, 1, 2));
  CHECK(changed_in(rules) == Ids{"m"});
}

TEST_CASE("recompile: a bound of an inexact date") {
  Changing rules;
  rules.set_day("c", Field::date, day(2025, 3, 1), day(2025, 3, 6));
  CHECK(changed_in(rules) == Ids{"n"});
}

TEST_CASE("recompile: an inexact date that becomes exact") {
  Changing rules;
  rules.set_day("c", Field::date, day(2025, 3, 1), day(2025, 3, 1));
  CHECK(changed_in(rules) == Ids{"n"});
}

TEST_CASE("recompile: who knew of it when") {
  Changing rules;
  rules.set_day("a", Field::known, day(2025, 2, 2), day(2025, 2, 2));
  CHECK(changed_in(rules) == Ids{"m"});
}

TEST_CASE("recompile: errors, and none once the date is back") {
  Changing rules;
  const auto was = rules.date("c", Field::date);
  rules.set_day("c", Field::date, day(2025, 6, 1), day(2025, 6, 1));
  const auto wrong = rules.recompiler.again();
  CHECK_FALSE(wrong.timeline);
  CHECK(wrong.found.size() == 1);
  rules.date("c", Field::date) = was;
  CHECK(changed_in(rules).empty());
}

}  // namespace inforce::test
