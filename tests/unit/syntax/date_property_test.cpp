#include <random>

#include "tests/unit/syntax/date_support.h"

namespace inforce::syntax {
namespace {

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::string expression() {
    std::string text = blanks() + anchor();
    const bool moment = text.find('T') != std::string::npos;
    for (unsigned left = moment ? 0 : below(4); left > 0; --left) text += term();
    if (!moment && below(4) == 0) text += blanks() + "," + blanks() + "next  business day";
    return text + blanks();
  }

  std::string noise() {
    static constexpr std::string_view pieces[] = {"2025",         "-",  "04", "XX",   "[",        "]",
                                                  "..",           ",",  "T",  ":",    "Z",        "+",
                                                  "published",    ".",  " ",  "days", "business", "next",
                                                  "(round down)", "?",  "~",  "/",    "{",        "\xe5\xb9\xb4",
                                                  "unknown",      "of", "1",  "day",  "April",    "[America/New_York]",
                                                  "month",        "'",  "`"};
    std::string text;
    for (unsigned left = below(12); left > 0; --left) text += pieces[below(std::size(pieces))];
    return text;
  }

  std::string bytes() {
    std::string text;
    for (unsigned left = below(40); left > 0; --left) text += static_cast<char>(below(256));
    return text;
  }

  unsigned below(std::size_t end) { return static_cast<unsigned>(random_() % end); }

 private:
  std::string blanks() { return std::string(below(3), ' '); }

  std::string date() {
    const Date day = *calendar::make_day(1 + static_cast<int>(below(9999)), 1 + below(12), 1 + below(28));
    static constexpr std::size_t lengths[] = {4, 7, 10};
    std::string text = to_string(day).substr(0, lengths[below(3)]);
    if (text.size() == 7 && below(2) == 0) text += "-XX";
    if (text.size() == 4 && below(3) == 0) text += "-XX";
    return text;
  }

  std::string element() {
    switch (below(4)) {
      case 0:
        return date();
      case 1:
        return ".." + blanks() + date();
      case 2:
        return date() + blanks() + "..";
      default: {
        std::string first = date();
        std::string last = date();
        if (last.substr(0, 4) < first.substr(0, 4)) std::swap(first, last);
        return first.substr(0, 4) + ".." + last.substr(0, 4);
      }
    }
  }

  std::string anchor() {
    static constexpr std::string_view others[] = {"unknown",
                                                  "published",
                                                  "fr-2019-05-22.filed",
                                                  "2025-04-09.known",
                                                  "2019-05-16T16:15[America/New_York]",
                                                  "2019-05-16T16:15:01+08:00"};
    const unsigned kind = below(4);
    if (kind == 0) return std::string{others[below(std::size(others))]};
    std::string text = kind == 1 ? date() : "[" + blanks() + element();
    if (kind > 1) {
      for (unsigned left = below(3); left > 0; --left) text += blanks() + "," + blanks() + element();
      text += blanks() + "]";
    }
    if (below(3) == 0) text += "?~%"[below(3)];
    return text;
  }

  std::string term() {
    static constexpr std::string_view units[] = {"day",
                                                 "days",
                                                 "weeks",
                                                 "months (round down)",
                                                 "year(round up)",
                                                 "month",
                                                 "business days",
                                                 "business day of cn-state-council"};
    return " " + blanks() + (below(2) ? "+" : "-") + blanks() + std::to_string(below(400)) + " " +
           std::string{units[below(8)]};
  }

  std::mt19937 random_;
};

bool same_terms(const DateExpression& a, const DateExpression& b) {
  if (a.terms.size() != b.terms.size() || a.next_business_day != b.next_business_day) return false;
  for (std::size_t i = 0; i < a.terms.size(); ++i) {
    const DateTerm& x = a.terms[i];
    const DateTerm& y = b.terms[i];
    if (x.count != y.count || x.unit != y.unit || x.rounding != y.rounding || x.calendar != y.calendar) return false;
  }
  return true;
}

bool same_anchor(const DateExpression& a, const DateExpression& b) {
  if (a.anchor.index() != b.anchor.index()) return false;
  if (const auto* day = std::get_if<calendar::WrittenDay>(&a.anchor)) {
    const auto& other = std::get<calendar::WrittenDay>(b.anchor);
    return day->runs == other.runs && day->mark == other.mark && day->unknown == other.unknown &&
           day->text == other.text;
  }
  if (const auto* reference = std::get_if<DateReference>(&a.anchor)) {
    const auto& other = std::get<DateReference>(b.anchor);
    return reference->event == other.event && reference->field == other.field;
  }
  return std::get<Moment>(a.anchor) == std::get<Moment>(b.anchor);
}

TEST_CASE("dates: reading the canonical text gives the same tree") {
  Maker make{20250409};
  for (int i = 0; i < 3000; ++i) {
    const std::string text = make.expression();
    INFO(text);
    const ReadDate once = read(text);
    REQUIRE(once.date);
    const ReadDate twice = read(once.date->text);
    REQUIRE(twice.date);
    CHECK(twice.date->text == once.date->text);
    CHECK(same_anchor(*once.date, *twice.date));
    CHECK(same_terms(*once.date, *twice.date));
  }
}

void expect_date_or_one_finding(const std::string& text) {
  const ReadDate result = read(text);
  INFO(text);
  REQUIRE(result.date.has_value() == result.found.empty());
  if (result.date) return;
  REQUIRE(result.found.size() == 1);
  const Diagnostic& found = result.found[0];
  REQUIRE(found.primary);
  CHECK(found.primary->span.begin >= place_in_file);
  CHECK(found.primary->span.begin <= found.primary->span.end);
  CHECK(found.primary->span.end <= place_in_file + text.size());
  CHECK(found.message.find('\n') == std::string::npos);
  CHECK_FALSE(found.message.empty());
}

TEST_CASE("dates: any text is a date or has one finding within it") {
  Maker make{7};
  for (int i = 0; i < 20000; ++i) {
    expect_date_or_one_finding(make.noise());
    expect_date_or_one_finding(make.bytes());
    std::string damaged = make.expression();
    if (!damaged.empty()) damaged[make.below(damaged.size())] = static_cast<char>(make.below(256));
    expect_date_or_one_finding(damaged);
  }
}

TEST_CASE("dates: length is bounded") {
  expect_date_or_one_finding(std::string(512, '['));
  expect_date_or_one_finding(std::string(512, '('));
  CHECK(outcome(std::string(513, '1')).substr(0, 5) == "IF201");
  std::string terms = "published";
  while (terms.size() < 500) terms += " + 1 day";
  CHECK(outcome(terms) == terms);
  CHECK(read(std::string(1'000'000, ' ')).found.size() == 1);
}

TEST_CASE("dates: messages are fit for one line") {
  CHECK(message(std::string{"\x01\xff`x"}) == "`???x` is not a date");
  CHECK_THAT(message(std::string(300, '!')), ContainsSubstring("…"));
}

}  // namespace
}  // namespace inforce::syntax
