// The text of iCalendar: what is folded, what is escaped.
#include "engine/render/icalendar.h"

#include <random>

#include "tests/support/catch.h"

using namespace inforce;

namespace {

/// What a reader makes of lines: a line break and the blank after it are nothing.
std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find("\r\n", begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  return lines;
}

bool begins_within_character(const std::string& line) {
  const auto at = line.starts_with(' ') ? 1U : 0U;
  return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
}

}  // namespace

TEST_CASE("a content line of 75 octets is one line, and one more octet makes two") {
  CHECK(icalendar::line("X", std::string(73, 'a')) == "X:" + std::string(73, 'a') + "\r\n");
  CHECK(icalendar::line("X", std::string(74, 'a')) == "X:" + std::string(73, 'a') + "\r\n a\r\n");
  CHECK(icalendar::line("X", std::string(148, 'a')) ==
        "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
  CHECK(icalendar::line("X", "") == "X:\r\n");
}

TEST_CASE("folding cuts no character, whatever stands where, and is undone to the same text") {
  const std::vector<std::string> letters{"a", "é", "禁", "𝒳", " ", "\\n"};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string value;
    for (auto count = random() % 200; count > 0; --count) value += letters[random() % letters.size()];
    const auto text = icalendar::line("DESCRIPTION", value);
    REQUIRE(unfolded(text) == "DESCRIPTION:" + value + "\r\n");
    for (const auto& line : lines_of(text)) {
      REQUIRE(line.size() <= 75);
      REQUIRE_FALSE(begins_within_character(line));
    }
  }
}

TEST_CASE("bytes that are no characters are folded all the same") {
  const auto text = icalendar::line("X", std::string(400, '\x80'));
  for (const auto& line : lines_of(text)) CHECK(line.size() <= 75);
  CHECK(unfolded(text).size() == 404);
}

TEST_CASE("text is escaped, and every kind of line break is one") {
  CHECK(icalendar::escaped("a,b;c\\d:\"e\"") == "a\\,b\\;c\\\\d:\"e\"");
  CHECK(icalendar::escaped("a\nb\r\nc\rd\r\n\r\ne") == "a\\nb\\nc\\nd\\n\\ne");
  CHECK(icalendar::escaped("\n") == "\\n");
  CHECK(icalendar::escaped("禁𝒳é") == "禁𝒳é");
  CHECK(icalendar::escaped("a\tb") == "a    b");
  CHECK(icalendar::escaped(std::string("a\x01\x7F\x00z", 5)) == "a\uFFFD\uFFFD\uFFFDz");
  CHECK(icalendar::escaped("\xFF") == "\uFFFD");
}

TEST_CASE("days are written without signs") {
  const Date day = std::chrono::year{2025} / 4 / 9;
  CHECK(icalendar::date(day) == "20250409");
  CHECK(icalendar::midnight(day) == "20250409T000000Z");
}
