#include "engine/render/markdown.h"

#include "engine/render/spoken_dates.h"
#include "tests/support/catch.h"

namespace inforce {

TEST_CASE("render markdown: what would mean something is escaped, and nothing else is") {
  CHECK(markdown::escaped("a *b* [c] <d> `e` ~f~ g|h $5 \\") == R"(a \*b\* \[c\] \<d> \`e\` \~f\~ g\|h \$5 \\)");
  CHECK(markdown::escaped("snake_case _word_ 15% (a) 5 U.S.C. 6103 - x + y & z") ==
        R"(snake_case \_word\_ 15% (a) 5 U.S.C. 6103 - x + y & z)");
  CHECK(markdown::escaped("&lt; AT&T; a&b") == R"(\&lt; AT\&T; a&b)");
  CHECK(markdown::escaped("a\nb\tc") == "a b c");
}

TEST_CASE("render markdown: the beginning of a line is harmless too") {
  CHECK(markdown::paragraphs("# a\n\n- b\n12. c\n> d\n2025-04 e\n") ==
        std::vector<std::string>{R"(\# a)", R"(\- b)", R"(12\. c)", R"(\> d)", "2025-04 e"});
  CHECK(markdown::paragraphs("").empty());
}

TEST_CASE("render markdown: only addresses of the web are linked") {
  CHECK(markdown::link("A [b]", "https://a.example/x(1) y") == R"([A \[b\]](https://a.example/x%281%29%20y))");
  CHECK(markdown::link("A", "javascript:alert(1)") == "A");
  CHECK(markdown::link_to_anchor("a", "measure", "list/acme corp") == "[a](#measure-list-acme-corp)");
}

TEST_CASE("render spoken dates: every form of a written date") {
  using render_text::spoken_date;
  CHECK(spoken_date("2025-04-09") == "9 April 2025");
  CHECK(spoken_date("2025-04") == "April 2025");
  CHECK(spoken_date("2025-XX") == "2025");
  CHECK(spoken_date("2025-04?") == "April 2025 (uncertain)");
  CHECK(spoken_date("2025~") == "2025 (approximate)");
  CHECK(spoken_date("[..2025-11-05]") == "by 5 November 2025");
  CHECK(spoken_date("[2025-11-05..]") == "5 November 2025 or a later day");
  CHECK(spoken_date("[2025-07-14 .. 2025-07-16]%") == "between 14 July 2025 and 16 July 2025 (uncertain, approximate)");
  CHECK(spoken_date("[2025-07-14, 2025-08]") == "14 July 2025 or August 2025");
  CHECK(spoken_date("unknown") == "on a day that is not known");
  CHECK(spoken_date("2019-05-16T20:15:00Z") == "16 May 2019 at 20:15 (UTC)");
  CHECK(spoken_date("2019-05-16T16:15[America/New_York]") == "16 May 2019 at 16:15 (America/New_York)");
  CHECK(spoken_date("2019-05-16T16:15:30-04:00") == "16 May 2019 at 16:15:30 (-04:00)");
  CHECK(spoken_date("published + 60 days") == "`published + 60 days`");
  CHECK(spoken_date("") == "``");
}

TEST_CASE("render spoken dates: where a date stands among others") {
  using render_text::DatePlace;
  using render_text::place_of;
  CHECK(place_of("[..2025-11-05]") == DatePlace{2025, 11, 5});
  CHECK(place_of("2025-04") == DatePlace{2025, 4, 0});
  CHECK(place_of("2019-05-16T20:15:00Z") == DatePlace{2019, 5, 16});
  CHECK(place_of("unknown") == DatePlace{});
  CHECK(place_of("fr-2019.published + 60 days") == DatePlace{});
}

}  // namespace inforce
