// What EDTF (ISO 8601-2) allows and the profile of S14 leaves out.
#include <algorithm>

#include "engine/syntax/date_parts.h"

namespace inforce::syntax {
namespace {

constexpr auto none = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_digit_or_x(char c) { return is_digit(c) || c == 'X'; }
bool is_mark(char c) { return c == '?' || c == '~' || c == '%'; }

bool all(std::string_view text, bool (*test)(char)) { return std::all_of(text.begin(), text.end(), test); }

// Whether the text is made of the characters of an EDTF date and says something.
bool looks_like_edtf(std::string_view text) {
  const auto belongs = [](char c) { return is_digit_or_x(c) || is_mark(c) || c == '-' || c == '.' || c == '/'; };
  return std::all_of(text.begin(), text.end(), belongs) &&
         (std::any_of(text.begin(), text.end(), is_digit_or_x) || text.find("..") != none);
}

void add(DateReport& report, TextRange at, const std::string& construct, std::string help) {
  report.add(codes::edtf_not_in_profile, at,
             report.quoted(at) + " is " + construct + ", which is not in the profile of EDTF", std::move(help));
}

bool explain_interval(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  const std::size_t slash = text.find('/');
  if (slash == none || !looks_like_edtf(text)) return false;
  add(report, at, "an interval",
      "one day of a range is written `[2025-04-09..2025-04-15]`; a period has a beginning and an end of their own");
  return true;
}

// `199X`, `2004-X1`, `2025-XX-09`.
bool explain_unspecified(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  const std::string_view year = text.substr(0, 4);
  if (text.size() < 4 || !all(year, is_digit_or_x) || text.find('X') == none || !looks_like_edtf(text)) return false;
  std::string first{year};
  std::string last{year};
  std::replace(first.begin(), first.end(), 'X', '0');
  std::replace(last.begin(), last.end(), 'X', '9');
  if (first == "0000") first = "0001";
  const bool decades = first != last && std::all_of(text.begin() + 4, text.end(), is_mark);
  add(report, at, "a date with unspecified digits",
      decades ? "write `[" + first + ".." + last + "]`"
              : "write `2025`, `2025-04`, or the days that it may be as `[a,b]`");
  return true;
}

// `2004-06~-11`, `?2004-06`, `2001~-09`.
bool explain_inner_mark(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  if (text.find_first_of("?~%") == none || !looks_like_edtf(text)) return false;
  std::string plain;
  char mark = 0;
  for (const char c : text) {
    if (!is_mark(c)) plain += c;
    if (is_mark(c)) mark = mark != 0 && mark != c ? '%' : c;
  }
  if (plain.size() != 4 && plain.size() != 7 && plain.size() != 10) return false;
  add(report, at, "a date with a mark within it", "put one mark behind the whole: `" + plain + mark + "`");
  return true;
}

// `1953S2`, `Y17E7`, `Y-1200`.
bool explain_long_year(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  const auto belongs = [](char c) { return is_digit(c) || c == '-' || c == 'E' || c == 'S'; };
  const std::size_t begin = text.starts_with('Y') ? 1 : 0;
  const std::string_view rest = text.substr(begin);
  if (rest.empty() || !is_digit(rest.back()) || !std::all_of(rest.begin(), rest.end(), belongs)) return false;
  if (begin == 1) {
    add(report, at, "a year of another length than four digits", "years run from 0001 to 9999");
    return true;
  }
  if (text.size() < 6 || text[4] != 'S' || !all(text.substr(0, 4), is_digit)) return false;
  add(report, at, "a year with significant digits", "write the years that it may be, such as `[1950..1959]`");
  return true;
}

// `-0999`, `197`, `19`.
bool explain_year(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  if (text.size() >= 2 && text[0] == '-' && is_digit_or_x(text[1])) {
    add(report, at, "a negative year", "years run from 0001 to 9999");
    return true;
  }
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool marked = digits == text.size() || (digits + 1 == text.size() && is_mark(text[digits]));
  if ((digits != 2 && digits != 3) || !marked) return false;
  const std::string known{text.substr(0, digits)};
  if (known == "00" || known == "000") return false;
  const std::string fill(4 - digits, '0');
  add(report, at, digits == 2 ? "a century" : "a decade",
      "write `[" + known + fill + ".." + known + std::string(4 - digits, '9') + "]`");
  return true;
}

bool explain_set(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  if (!text.starts_with('{')) return false;
  const TextRange whole{at.begin, at.begin + std::min(text.find('}'), text.size() - 1) + 1};
  add(report, whole, "a set of all its days", "one of some days is written in brackets: `[2025-07-14,2025-07-16]`");
  return true;
}

// `2004-(06)?-11`.
bool explain_group(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  const auto belongs = [](char c) { return is_digit_or_x(c) || is_mark(c) || c == '-' || c == '(' || c == ')'; };
  if (text.find('(') == none || !std::all_of(text.begin(), text.end(), belongs)) return false;
  add(report, at, "a date with a group in parentheses", "put one mark behind the whole, such as `2004-06-11?`");
  return true;
}

}  // namespace

bool explain_edtf(DateReport& report, TextRange at) {
  if (at.begin == at.end) return false;
  if (explain_set(report, at)) return true;
  const std::string_view text = report.text(at);
  const TextRange word{at.begin, at.begin + std::min(text.find_first_of(" \t,+]"), text.size())};
  if (word.begin == word.end) return false;
  return explain_interval(report, word) || explain_unspecified(report, word) || explain_year(report, word) ||
         explain_inner_mark(report, word) || explain_long_year(report, word) || explain_group(report, word);
}

}  // namespace inforce::syntax
