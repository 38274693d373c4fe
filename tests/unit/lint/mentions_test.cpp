// Days and months that a quote names.
#include "engine/lint/mentions.h"

#include "tests/support/catch.h"

namespace inforce::test {
namespace {

/// `2025-09-29`, `2025-09`, in order.
std::vector<std::string> days_in(std::string_view text) {
  std::vector<std::string> days;
  for (const lint::Mention& one : lint::mentions_in(text)) {
    days.push_back(one.exact() ? to_string(one.days.first) : to_string(one.days.first).substr(0, 7));
  }
  return days;
}

std::string words_in(std::string_view text) {
  const auto found = lint::mentions_in(text);
  return found.size() == 1 ? std::string(text.substr(found[0].begin, found[0].end - found[0].begin)) : "";
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("mentions: one day in each form") {
  for (const char* text :
       {"September 29, 2025", "Sept. 29, 2025", "SEPTEMBER 29 2025", "29 September 2025", "the 29th of September, 2025",
        "September 29th, 2025", "2025-09-29", "2025/9/29", "2025.09.29", "2025年9月29日", "自2025年09月29日起实施",
        "Monday, September 29, 2025.", "(2025-09-29)", "with effect from the 29th day of September, 2025"}) {
    INFO(text);
    CHECK(days_in(text) == Days{"2025-09-29"});
  }
}

TEST_CASE("mentions: where the words stand") {
  CHECK(words_in("effective September 29, 2025.") == "September 29, 2025");
  CHECK(words_in("from 29 September 2025 on") == "29 September 2025");
  CHECK(words_in("自2025年9月29日起") == "2025年9月29日");
  CHECK(words_in("as of 2025-09-29, all") == "2025-09-29");
}

TEST_CASE("mentions: months") {
  CHECK(days_in("in April 2025") == Days{"2025-04"});
  CHECK(days_in("in April, 2025") == Days{"2025-04"});
  CHECK(days_in("2025年4月") == Days{"2025-04"});
  CHECK(days_in("late April of 2025") == Days{"2025-04"});
}

TEST_CASE("mentions: several days") {
  CHECK(days_in("from May 20, 2019 through August 19, 2019") == Days{"2019-05-20", "2019-08-19"});
  CHECK(days_in("from May 20 through August 19, 2019") == Days{"2019-05-20", "2019-08-19"});
  CHECK(days_in("from 20 May through 19 August 2019") == Days{"2019-05-20", "2019-08-19"});
  CHECK(days_in("11 and 12 March 2025") == Days{"2025-03-11", "2025-03-12"});
  CHECK(days_in("March 11-12, 2025") == Days{"2025-03-11", "2025-03-12"});
  CHECK(days_in("March 11–12, 2025") == Days{"2025-03-11", "2025-03-12"});
  CHECK(days_in("This rule is effective April 11, 2022. This rule is applicable as of February 14, 2022.") ==
        Days{"2022-04-11", "2022-02-14"});
}

TEST_CASE("mentions: what is none") {
  for (const char* text :
       {"", "effective immediately", "03/04/2025", "April 9", "it may 2025", "FR Doc 2025-19001", "RIN 0694-AK11",
        "0694-2025-09-29", "2025-09-29-01", "2025-13-01", "February 30, 2025", "document 2025-09", "88 FR 73458",
        "In March, 12 companies", "20250929", "29 September", "9月29日", "12345年1月1日"}) {
    INFO(text);
    CHECK(days_in(text) == Days{});
  }
}

TEST_CASE("mentions: bytes that are no text end well") {
  CHECK(days_in("\xE5\xB9") == Days{});
  CHECK(days_in("2025\xE5") == Days{});
  CHECK(days_in("April 9, 2025\xF0") == Days{"2025-04-09"});
}

}  // namespace inforce::test
