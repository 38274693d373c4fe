#include "engine/lint/mentions.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/syntax/date_words.h"

namespace inforce::lint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// A word, a number, or one character of whatever else stands there. Blanks are left out.
struct Token {
  std::string_view text;
  std::size_t begin = 0;
  int number = -1;     ///< Of up to four digits.
  unsigned month = 0;  ///< Of the name of a month; `may` in small letters is none.

  [[nodiscard]] std::size_t end() const { return begin + text.size(); }
  [[nodiscard]] bool is_day() const { return number >= 1 && number <= 31; }
  [[nodiscard]] bool is_year() const { return text.size() == 4 && number >= 1000; }
};

std::size_t length_of_character(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

Token token_at(std::string_view text, std::size_t at) {
  Token token{text.substr(at, 1), at};
  const std::string_view rest = text.substr(at);
  const auto run = [rest](bool (*belongs)(char)) {
    return static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), belongs) - rest.begin());
  };
  if (is_digit(rest[0])) {
    token.text = rest.substr(0, run(is_digit));
    if (token.text.size() > 4) return token;
    token.number = 0;
    for (const char c : token.text) token.number = token.number * 10 + (c - '0');
  } else if (is_letter(rest[0])) {
    token.text = rest.substr(0, run(is_letter));
    if (rest[0] <= 'Z') token.month = syntax::month_named(token.text).value_or(0);
  } else {
    token.text = rest.substr(0, length_of_character(static_cast<unsigned char>(rest[0])));
  }
  return token;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
      ++at;
      continue;
    }
    tokens.push_back(token_at(text, at));
    at = tokens.back().end();
  }
  return tokens;
}

constexpr std::array<std::string_view, 4> ordinals = {"st", "nd", "rd", "th"};
constexpr std::array<std::string_view, 9> joints = {"-", "–", "—", ",", "and", "or", "to", "through", "until"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
 public:
  explicit Reader(std::string_view text) : tokens_(tokens_of(text)) {}

  [[nodiscard]] std::vector<Mention> mentions() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].month != 0) {
        read_month(i);
      } else if (tokens_[i].is_year()) {
        read_numbers(i);
      }
    }
    std::sort(found_.begin(), found_.end(), [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool stands(std::size_t i, std::string_view word) const {
    return i < tokens_.size() && tokens_[i].text == word;
  }

  /// Days from token `i` on, `11 and 12`, with the tokens of the days; `i` is then past them.
  [[nodiscard]] std::vector<std::size_t> days_after(std::size_t& i) const {
    std::vector<std::size_t> days;
    for (std::size_t at = i; at < tokens_.size() && tokens_[at].is_day();) {
      days.push_back(at++);
      if (at < tokens_.size() && is_one_of(ordinals, tokens_[at].text)) ++at;
      i = at;
      while (at < tokens_.size() && is_one_of(joints, tokens_[at].text)) ++at;
    }
    return days;
  }

  /// Days before token `i`, the name of a month: `11 and 12 March`, `the 11th of March`, `the 1st day of April`.
  [[nodiscard]] std::vector<std::size_t> days_before(std::size_t i) const {
    std::vector<std::size_t> days;
    std::size_t at = i;
    if (at > 0 && stands(at - 1, "of")) --at;
    if (at > 1 && at < i && stands(at - 1, "day")) --at;
    while (at > 0) {
      if (is_one_of(ordinals, tokens_[at - 1].text) && at > 1) --at;
      if (!tokens_[at - 1].is_day()) break;
      days.push_back(--at);
      while (at > 0 && is_one_of(joints, tokens_[at - 1].text)) --at;
    }
    std::reverse(days.begin(), days.end());
    return days;
  }

  /// The year at token `i`, after a comma or `of` too.
  [[nodiscard]] std::optional<std::size_t> own_year_at(std::size_t i) const {
    const std::size_t at = stands(i, ",") || stands(i, "of") ? i + 1 : i;
    return at < tokens_.size() && tokens_[at].is_year() ? std::optional(at) : std::nullopt;
  }

  /// The same, or the year of the month that a period runs to: `May 20 through August 19, 2019`.
  [[nodiscard]] std::optional<std::size_t> year_at(std::size_t i) const {
    if (const auto own = own_year_at(i)) return own;
    std::size_t month = i;
    while (month < tokens_.size() && (is_one_of(joints, tokens_[month].text) || tokens_[month].is_day())) ++month;
    if (month == i || month >= tokens_.size() || tokens_[month].month == 0) return std::nullopt;
    std::size_t next = month + 1;
    (void)days_after(next);
    return own_year_at(next);
  }

  void add(int year, unsigned month, std::optional<std::size_t> day, std::size_t first, std::size_t last) {
    const unsigned number = day ? static_cast<unsigned>(tokens_[*day].number) : 1U;
    const auto begin = calendar::make_day(year, month, number);
    if (!begin) return;
    const std::chrono::days rest{day ? 0 : static_cast<int>(calendar::days_in_month(year, month)) - 1};
    found_.push_back({{*begin, *begin + rest}, tokens_[first].begin, tokens_[last].end()});
  }

  void read_month(std::size_t i) {
    std::size_t next = stands(i + 1, ".") ? i + 2 : i + 1;
    std::vector<std::size_t> days = days_after(next);
    const auto year = year_at(next);
    if (!year) return;
    if (days.empty()) days = days_before(i);
    const int number = tokens_[*year].number;
    const std::size_t last = *year > next + 1 ? next - 1 : *year;
    for (const std::size_t day : days) add(number, tokens_[i].month, day, std::min(day, i), last);
    if (days.empty()) add(number, tokens_[i].month, std::nullopt, i, last);
  }

  [[nodiscard]] bool joined(std::size_t i, std::string_view mark) const {
    return i + 2 < tokens_.size() && tokens_[i + 1].text == mark && tokens_[i].end() == tokens_[i + 1].begin &&
           tokens_[i + 1].end() == tokens_[i + 2].begin && tokens_[i + 2].text.size() <= 2 && tokens_[i + 2].number > 0;
  }

  /// True where token `i` is part of a longer number or word: `0694-2025-09-29`, `A2025-09-29`.
  [[nodiscard]] bool continues(std::size_t i) const {
    if (i == 0 || tokens_[i - 1].end() != tokens_[i].begin) return false;
    const char before = tokens_[i - 1].text.back();
    return is_digit(before) || is_letter(before) || before == '-' || before == '/' || before == '.';
  }

  [[nodiscard]] bool is_continued(std::size_t i) const {
    if (i + 1 >= tokens_.size() || tokens_[i].end() != tokens_[i + 1].begin) return false;
    const char after = tokens_[i + 1].text.front();
    return is_letter(after) || after == '-' || after == '/';
  }

  /// `2025-09-29`, `2025/9/29`, `2025年9月29日`, `2025年9月`.
  void read_numbers(std::size_t i) {
    const int year = tokens_[i].number;
    for (const std::string_view mark : {"-", "/", "."}) {
      if (!joined(i, mark) || !joined(i + 2, mark) || continues(i) || is_continued(i + 4)) continue;
      add(year, static_cast<unsigned>(tokens_[i + 2].number), i + 4, i, i + 4);
      return;
    }
    if (!stands(i + 1, "年") || !stands(i + 3, "月")) return;
    const auto month = static_cast<unsigned>(std::max(tokens_[i + 2].number, 0));
    const bool day = stands(i + 5, "日") && tokens_[i + 4].is_day();
    add(year, month, day ? std::optional(i + 4) : std::nullopt, i, day ? i + 5 : i + 3);
  }

  std::vector<Token> tokens_;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> mentions_in(std::string_view text) { return Reader(text).mentions(); }

}  // namespace inforce::lint
