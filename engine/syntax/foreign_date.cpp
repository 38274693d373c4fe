// Dates in other forms than ours: what they may mean, and how to write that.
#include <algorithm>

#include "engine/calendar/day.h"
#include "engine/syntax/date_parts.h"
#include "engine/syntax/date_words.h"

namespace inforce::syntax {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

unsigned value_of(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::optional<Date> day_from(std::string_view year, std::string_view month, std::string_view day) {
  return calendar::make_day(static_cast<int>(value_of(year)), value_of(month), value_of(day));
}

std::string backticked(const std::string& text) { return '`' + text + '`'; }

// Runs of digits with single characters between them: `03/04/2025`.
struct Numbers {
  std::vector<std::string_view> runs;
  std::string between;

  [[nodiscard]] bool lengths(std::size_t i, std::size_t least, std::size_t most) const {
    return runs[i].size() >= least && runs[i].size() <= most;
  }
};

std::optional<Numbers> numbers_in(std::string_view text) {
  Numbers numbers;
  for (std::size_t at = 0;;) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == begin || at - begin > 8 || numbers.runs.size() == 3) return std::nullopt;
    numbers.runs.push_back(text.substr(begin, at - begin));
    if (at == text.size()) return numbers;
    if (text[at] != '/' && text[at] != '.' && text[at] != '-') return std::nullopt;
    numbers.between += text[at++];
  }
}

// Safe where the year stands first: nobody writes the day before the month then.
void add_form(DateReport& report, TextRange at, const std::optional<std::string>& meant) {
  auto& found = report.add(codes::foreign_date, at, report.quoted(at) + " is not in the form YYYY-MM-DD",
                           meant ? "write " + backticked(*meant) : "write the day as YYYY-MM-DD");
  if (!meant) return;
  const bool year_first = report.text(at).starts_with(std::string_view(*meant).substr(0, 4));
  found.fix = Fix{"write " + found.help.substr(6), year_first, {{report.span(at), *meant}}};
}

std::optional<std::string> text_of(const std::optional<Date>& day) {
  return day ? std::optional{to_string(*day)} : std::nullopt;
}

// `03/04/2025`: day first or month first.
void add_readings(DateReport& report, TextRange at, const Numbers& numbers) {
  const auto month_first = day_from(numbers.runs[2], numbers.runs[0], numbers.runs[1]);
  const auto day_first = day_from(numbers.runs[2], numbers.runs[1], numbers.runs[0]);
  if (!month_first || !day_first || *month_first == *day_first) {
    add_form(report, at, text_of(month_first ? month_first : day_first));
    return;
  }
  const std::string first = backticked(to_string(*month_first));
  const std::string second = backticked(to_string(*day_first));
  report.add(codes::foreign_date, at, report.quoted(at) + " can be read as " + first + " and as " + second,
             "write " + first + " or " + second);
}

bool explain_three(DateReport& report, TextRange at, const Numbers& numbers) {
  if (numbers.between[0] != numbers.between[1]) return false;
  if (numbers.lengths(0, 4, 4) && numbers.lengths(1, 1, 2) && numbers.lengths(2, 1, 2)) {
    add_form(report, at, text_of(day_from(numbers.runs[0], numbers.runs[1], numbers.runs[2])));
    return true;
  }
  if (!numbers.lengths(0, 1, 2) || !numbers.lengths(1, 1, 2)) return false;
  if (numbers.lengths(2, 4, 4)) {
    add_readings(report, at, numbers);
    return true;
  }
  if (!numbers.lengths(2, 2, 2)) return false;
  report.add(codes::foreign_date, at, report.quoted(at) + " does not say which number is the year",
             "write the day as YYYY-MM-DD");
  return true;
}

std::optional<std::string> month_text(std::string_view year, std::string_view month) {
  const auto first = day_from(year, month, "1");
  return first ? std::optional{to_string(*first).substr(0, 7)} : std::nullopt;
}

bool explain_two(DateReport& report, TextRange at, const Numbers& numbers) {
  if (numbers.lengths(0, 4, 4) && numbers.lengths(1, 1, 2)) {
    add_form(report, at, month_text(numbers.runs[0], numbers.runs[1]));
    return true;
  }
  if (numbers.lengths(0, 1, 2) && numbers.lengths(1, 4, 4)) {
    add_form(report, at, month_text(numbers.runs[1], numbers.runs[0]));
    return true;
  }
  if (numbers.between != "-" || !numbers.lengths(0, 4, 4) || !numbers.lengths(1, 3, 3)) return false;
  const auto new_year = day_from(numbers.runs[0], "1", "1");  // `2025-099` counts the days of the year
  const unsigned count = value_of(numbers.runs[1]);
  const bool fits = new_year && count >= 1 && count <= 366;
  add_form(report, at, fits ? text_of(calendar::add_days(*new_year, count - 1)) : std::nullopt);
  return true;
}

bool explain_numbers(DateReport& report, TextRange at) {
  const auto numbers = numbers_in(report.text(at));
  if (!numbers) return false;
  if (numbers->runs.size() == 3) return explain_three(report, at, *numbers);
  if (numbers->runs.size() == 2) return explain_two(report, at, *numbers);
  const std::string_view run = numbers->runs[0];
  if (run.size() != 8) return false;
  const auto day = day_from(run.substr(0, 4), run.substr(4, 2), run.substr(6, 2));
  if (day) add_form(report, at, to_string(*day));
  return day.has_value();
}

// Words and numbers of a date with the name of a month, up to the last of them.
struct Words {
  std::optional<unsigned> month;
  std::vector<std::string_view> numbers;
  std::size_t end = 0;
};

std::size_t run_length(std::string_view text, bool (*belongs)(char)) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), belongs) - text.begin());
}

/// A number of up to four digits, with the ending of an ordinal. False: one more than a date has, or none.
bool take_number(Words& words, std::string_view& rest) {
  const std::size_t length = run_length(rest, is_digit);
  if (length == 0 || length > 4 || words.numbers.size() == 2) return false;
  words.numbers.push_back(rest.substr(0, length));
  rest.remove_prefix(length);
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (!rest.starts_with(ending)) continue;
    rest.remove_prefix(ending.size());
    break;
  }
  return true;
}

/// The name of a month, once, or a word that may stand beside it. False: any other word, or none.
bool take_word(Words& words, std::string_view& rest) {
  const std::string_view word = rest.substr(0, run_length(rest, is_letter));
  const auto month = month_named(word);
  const bool fits = month ? !words.month : word == "of" || weekday_named(word);
  if (word.empty() || !fits) return false;
  if (month) words.month = month;
  rest.remove_prefix(word.size());
  return true;
}

Words words_in(std::string_view text) {
  Words words;
  std::string_view rest = text;
  while (!rest.empty()) {
    if (take_number(words, rest) || take_word(words, rest)) {
      words.end = text.size() - rest.size();
    } else if (std::string_view(" ,.-\t").find(rest.front()) != std::string_view::npos) {
      rest.remove_prefix(1);
    } else {
      break;
    }
  }
  return words;
}

bool explain_month_name(DateReport& report, TextRange at) {
  const Words words = words_in(report.text(at));
  if (!words.month || words.numbers.empty()) return false;
  const TextRange seen{at.begin, at.begin + words.end};
  const std::string month = std::to_string(*words.month);
  const auto year = std::find_if(words.numbers.begin(), words.numbers.end(), [](auto n) { return n.size() == 4; });
  if (year == words.numbers.end()) {
    add_form(report, seen, std::nullopt);
  } else if (words.numbers.size() == 1) {
    add_form(report, seen, month_text(*year, month));
  } else {
    const std::string_view day = words.numbers[year == words.numbers.begin() ? 1 : 0];
    add_form(report, seen, text_of(day_from(*year, month, day)));
  }
  return true;
}

// `2025年4月9日`.
bool explain_characters(DateReport& report, TextRange at) {
  std::string_view rest = report.text(at);
  std::vector<std::string_view> runs;
  for (const std::string_view mark : {"年", "月", "日"}) {
    std::size_t length = 0;
    while (length < rest.size() && length < 4 && is_digit(rest[length])) ++length;
    if (length == 0 || !rest.substr(length).starts_with(mark)) return false;
    runs.push_back(rest.substr(0, length));
    rest.remove_prefix(length + mark.size());
  }
  add_form(report, {at.begin, at.end - rest.size()}, text_of(day_from(runs[0], runs[1], runs[2])));
  return true;
}

// `2025-W15`, `2025-W15-3`.
bool explain_week(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  if (text.size() < 6 || text.substr(4, 2) != "-W" || !std::all_of(text.begin(), text.begin() + 4, is_digit))
    return false;
  if (text.find_first_not_of("0123456789-", 6) != std::string_view::npos) return false;
  add_form(report, at, std::nullopt);
  return true;
}

}  // namespace

bool explain_foreign_date(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  const TextRange word{at.begin, at.begin + std::min(text.find_first_of(" \t,+]"), text.size())};
  return explain_numbers(report, word) || explain_week(report, word) || explain_month_name(report, at) ||
         explain_characters(report, at);
}

}  // namespace inforce::syntax
