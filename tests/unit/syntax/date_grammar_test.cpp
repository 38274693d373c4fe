#include "engine/syntax/date_grammar.h"

#include "tests/unit/syntax/date_support.h"

namespace inforce::syntax {
namespace {

TEST_CASE("dates: days, months and years") {
  CHECK(days("2025-04-09") == "2025-04-09..2025-04-09");
  CHECK(days("2025-04") == "2025-04-01..2025-04-30");
  CHECK(days("2025-04-XX") == "2025-04-01..2025-04-30");
  CHECK(days("2024-02") == "2024-02-01..2024-02-29");
  CHECK(days("2023-02-XX") == "2023-02-01..2023-02-28");
  CHECK(days("2025") == "2025-01-01..2025-12-31");
  CHECK(days("2025-XX") == "2025-01-01..2025-12-31");
  CHECK(days("2025-XX-XX") == "2025-01-01..2025-12-31");
  CHECK(days("0001") == "0001-01-01..0001-12-31");
  CHECK(days("9999-12-31") == "9999-12-31..9999-12-31");
}

TEST_CASE("dates: canonical text") {
  CHECK(outcome("  2025-04-09\t") == "2025-04-09");
  CHECK(outcome("2025-04-XX") == "2025-04");
  CHECK(outcome("2025-XX-XX~") == "2025~");
  CHECK(outcome("[ 2025-07-16 , 2025-07-14 ]?") == "[2025-07-14,2025-07-16]?");
  CHECK(outcome("[2025-07-14]%") == "2025-07-14%");
  CHECK(outcome("[2025-07-14 .. 2025-07-14]") == "2025-07-14");
  CHECK(outcome("[2025-07,2025-07]") == "2025-07");
  CHECK(outcome("[ .. 2025-07-15]") == "[..2025-07-15]");
  CHECK(outcome("[2025-07-15 .. ]") == "[2025-07-15..]");
  CHECK(outcome("[2025-04-XX..2025-06]") == "[2025-04..2025-06]");
}

TEST_CASE("dates: brackets") {
  CHECK(days("[2025-07-14..2025-07-15]") == "2025-07-14..2025-07-15");
  CHECK(days("[2025-07-14,2025-07-16]") == "2025-07-14..2025-07-14 2025-07-16..2025-07-16");
  CHECK(days("[2025-07-14,2025-07-15]") == "2025-07-14..2025-07-15");
  CHECK(days("[2025-04..2025-06]") == "2025-04-01..2025-06-30");
  CHECK(days("[2024,2026]") == "2024-01-01..2024-12-31 2026-01-01..2026-12-31");
  CHECK(days("[2025-07-15..2025-07]") == "2025-07-15..2025-07-31");
  CHECK(days("[..2025-07-15]") == "0000-12-31..2025-07-15");
  CHECK(days("[..2025]") == "0000-12-31..2025-12-31");
  CHECK(days("[2025-07..]") == "2025-07-01..10000-01-01");
  CHECK(days("[1667,1668,1670..1672]") == "1667-01-01..1668-12-31 1670-01-01..1672-12-31");
  CHECK(days("[1760-01, 1760-02, 1760-12..]") == "1760-01-01..1760-02-29 1760-12-01..10000-01-01");
}

TEST_CASE("dates: marks are kept and change no bounds") {
  for (const char mark : {'?', '~', '%'}) {
    for (const std::string plain : {"2025-04-09", "2025-04", "2025", "[2025-07-14..2025-07-15]"}) {
      const ReadDate result = read(plain + mark);
      INFO(plain << mark);
      REQUIRE(result.date);
      CHECK(std::get<calendar::WrittenDay>(result.date->anchor).mark == mark);
      CHECK(days(plain + mark) == days(plain));
    }
  }
}

TEST_CASE("dates: unknown is any day") {
  const ReadDate result = read("unknown");
  REQUIRE(result.date);
  const auto& day = std::get<calendar::WrittenDay>(result.date->anchor);
  CHECK(day.unknown);
  CHECK(day.first() == calendar::open_past());
  CHECK(day.last() == calendar::open_future());
  CHECK(result.date->text == "unknown");
}

void expect_reference(std::string_view text, std::string_view event, std::string_view field) {
  const ReadDate result = read(text);
  INFO(text);
  REQUIRE(result.date);
  const auto& reference = std::get<DateReference>(result.date->anchor);
  CHECK(reference.event == event);
  CHECK(reference.field == field);
}

TEST_CASE("dates: references, with ids that look like dates") {
  expect_reference("published", "", "published");
  expect_reference("fr-2019-05-22.published", "fr-2019-05-22", "published");
  expect_reference("2025-04-09.effective", "2025-04-09", "effective");
  expect_reference("2025.known", "2025", "known");
  expect_reference("us.bis.h20-letter.date", "us.bis.h20-letter", "date");
  expect_reference("published.filed", "published", "filed");
  expect_reference("unknown.announced", "unknown", "announced");
  for (const char* field : {"date", "announced", "filed", "published", "effective", "known"})
    expect_reference(field, "", field);
}

TEST_CASE("dates: spans name the bytes in the file") {
  const ReadDate result = read("  tgl-0.effective + 90 days - 1 month (round down) ");
  REQUIRE(result.date);
  CHECK(result.date->span == Span{FileId{3}, 102, 150});
  CHECK(std::get<DateReference>(result.date->anchor).span == Span{FileId{3}, 102, 117});
  REQUIRE(result.date->terms.size() == 2);
  CHECK(result.date->terms[0].span == Span{FileId{3}, 118, 127});
  CHECK(result.date->terms[1].span == Span{FileId{3}, 128, 150});
}

TEST_CASE("dates: additions") {
  const ReadDate result =
      read("effective + 1 year (round up) - 30 days + 5 business days of cn-state-council, next business day");
  REQUIRE(result.date);
  const auto& terms = result.date->terms;
  REQUIRE(terms.size() == 3);
  CHECK((terms[0].count == 1 && terms[0].unit == Unit::years && terms[0].rounding == calendar::Rounding::up));
  CHECK((terms[1].count == -30 && terms[1].unit == Unit::days && terms[1].rounding == calendar::Rounding::refuse));
  CHECK((terms[2].count == 5 && terms[2].unit == Unit::business_days && terms[2].calendar == "cn-state-council"));
  CHECK(result.date->next_business_day);
  CHECK_FALSE(result.date->plain());
  CHECK(read("published").date->plain());
}

TEST_CASE("dates: expressions in canonical text") {
  CHECK(outcome("published+60 days") == "published + 60 days");
  CHECK(outcome("published  -  1  days") == "published - 1 day");
  CHECK(outcome("published + 2 week + 3 month + 2 year") == "published + 2 weeks + 3 months + 2 years");
  CHECK(outcome("published + 1 business days") == "published + 1 business day");
  CHECK(outcome("published + 007 days") == "published + 7 days");
  CHECK(outcome("published + 1 month(round  down)") == "published + 1 month (round down)");
  CHECK(outcome("published + 30 days ,next  business  day") == "published + 30 days, next business day");
  CHECK(outcome("2025-04~ + 30 days") == "2025-04~ + 30 days");
  CHECK(outcome("[2025-07-14..2025-07-15] + 30 days") == "[2025-07-14..2025-07-15] + 30 days");
  CHECK(outcome("unknown, next business day") == "unknown, next business day");
}

}  // namespace
}  // namespace inforce::syntax
