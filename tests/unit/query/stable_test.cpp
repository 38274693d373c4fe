// The run in which an answer stays the same, against the answers of all days around it.
#include "inforce/answer.h"
#include "tests/support/catch.h"
#include "tests/support/rules.h"

using namespace inforce;

namespace {

using std::chrono::days;

constexpr Date first = std::chrono::sys_days{std::chrono::year{2024} / 12 / 25};

std::string rules() {
  return test::prelude() +
         "events:\n"
         "  - {id: a, title: A, date: 2025-01-01, known: 2025-01-10, sources: [s], effects: [{impose: m, effective: "
         "2025-01-20, compliance: 2025-01-25, through: 2025-03-01}]}\n"
         "  - {id: b, title: B, date: '2025-01-15T12:00Z', sources: [s], effects: [{impose: n}]}\n"
         "  - {id: c, title: C, date: '[2025-02-01..2025-02-05]', sources: [s], effects: [{suspend: m, through: "
         "2025-02-20}]}\n"
         "  - {id: d, title: D, date: 2025-02-10, sources: [s], effects: [{lift: n}]}\n";
}

Answer asked(const Timeline& timeline, Date day, bool all) {
  Query query;
  query.ask = Ask::on;
  query.on = When::on_day(day);
  query.all = all;
  const auto found = answer(timeline, query);
  REQUIRE(found.ok());
  return *found;
}

std::string told(const OnAnswer& content) {
  std::string text;
  for (const auto& row : content.restrictions) {
    text += row.id + " " + std::string(to_string(row.status)) + (row.since ? to_string(*row.since) : "-") +
            (row.before ? to_string(*row.before) : "-");
    for (const auto& event : row.by) text += " " + event;
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("within the stable run all days have the same answer and beyond it they do not") {
  const test::Compiled compiled(rules());
  REQUIRE(compiled.timeline);
  for (const bool all : {false, true}) {
    for (int offset = 0; offset < 100; ++offset) {
      const Date day = first + days{offset};
      const auto found = std::get<OnAnswer>(asked(*compiled.timeline, day, all).content);
      INFO(to_string(day) << "\n" << told(found));
      const auto same = [&](Date other) {
        return told(std::get<OnAnswer>(asked(*compiled.timeline, other, all).content)) == told(found);
      };
      if (found.stable.from) {
        CHECK(same(*found.stable.from->day));
        CHECK(!same(*found.stable.from->day - days{1}));
      }
      if (found.stable.before) {
        CHECK(same(*found.stable.before->day - days{1}));
        CHECK(!same(*found.stable.before->day));
      }
    }
  }
}

TEST_CASE("an answer before all events and one after them are open on one side") {
  const test::Compiled compiled(rules());
  const auto early = std::get<OnAnswer>(asked(*compiled.timeline, first - days{1000}, true).content);
  CHECK(!early.stable.from);
  CHECK(early.stable.before);
  const auto late = std::get<OnAnswer>(asked(*compiled.timeline, first + days{1000}, true).content);
  CHECK(late.stable.from);
  CHECK(!late.stable.before);
}
