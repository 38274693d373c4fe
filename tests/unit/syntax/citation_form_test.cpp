// How gazettes are cited.
#include "engine/syntax/citation_form.h"

#include "tests/support/catch.h"

namespace inforce::test {
namespace {

/// `88 REG 73458 volume 88`, or empty.
std::string found_by(std::string_view form, std::string_view text) {
  const auto parsed = syntax::parse_citation_form(form);
  if (!parsed) return "no form";
  const auto found = syntax::find_citation(*parsed, text);
  if (!found) return "";
  std::string words(text.substr(found->begin, found->end - found->begin));
  if (found->volume) words += " volume " + std::to_string(*found->volume);
  if (found->year) words += " year " + std::to_string(*found->year);
  return words;
}

}  // namespace

TEST_CASE("citation form: volume, name and page") {
  CHECK(found_by("VOLUME REG PAGE", "88 REG 73458") == "88 REG 73458 volume 88");
  CHECK(found_by("VOLUME REG PAGE", "see 88 REG  73458, REG Doc 2023-23055") == "88 REG  73458 volume 88");
  CHECK(found_by("VOLUME REG PAGE", "REG Doc 2023-23055") == "");
  CHECK(found_by("VOLUME REG PAGE", "88 REGS 73458") == "");
  CHECK(found_by("VOLUME REG PAGE", "12345 REG 1") == "");
  CHECK(found_by("VOLUME REG PAGE", "A88 REG 1") == "");
  CHECK(found_by("VOLUME REG PAGE", "88 REG") == "");
  CHECK(found_by("VOLUME REG PAGE", "") == "");
}

TEST_CASE("citation form: year and number") {
  CHECK(found_by("J. L, YEAR/NUMBER", "J. L, 2024/1781, 28.6.2024") == "J. L, 2024/1781 year 2024");
  CHECK(found_by("Stct. YEAR, NUMBER", "Stct. 2023, 18212") == "Stct. 2023, 18212 year 2023");
  CHECK(found_by("Announcement No. NUMBER of YEAR", "Announcement No. 61 of 2025") ==
        "Announcement No. 61 of 2025 year 2025");
  CHECK(found_by("公告YEAR年第NUMBER号", "公告2025年第61号") == "公告2025年第61号 year 2025");
  CHECK(found_by("J. YEAR", "J. 202") == "");
}

TEST_CASE("citation form: what is none") {
  for (const char* form :
       {"", "VOLUME", "VOLUME PAGE", "REG PAGE", "VOLUME REG YEAR", "VOLUMES REG PAGE", "YEAR, NUMBER"}) {
    INFO(form);
    CHECK(found_by(form, "1 REG 1") == "no form");
  }
}

}  // namespace inforce::test
