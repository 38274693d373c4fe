// What the date grammar hands on: the parts of a date as read, before it is known whether there is such a day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/calendar/written_day.h"
#include "engine/diagnostics/report.h"
#include "engine/syntax/date_grammar.h"
#include "inforce/date.h"

namespace inforce::syntax {

/// A run of bytes in the text being read.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The text being read, its place in a file, and the findings in it.
class DateReport {
 public:
  DateReport(std::string_view text, Span where, std::vector<Diagnostic>& found)
      : text_(text), where_(where), found_(found) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(TextRange at) const { return text_.substr(at.begin, at.end - at.begin); }
  [[nodiscard]] Span span(TextRange at) const;

  /// The text between backticks, fit for one line: shortened, and what is no printable UTF-8 replaced.
  [[nodiscard]] std::string quoted(TextRange at) const;

  /// Also gives what was added, for a fix.
  Diagnostic& add(Code code, TextRange at, std::string message, std::string help = {});

 private:
  std::string_view text_;
  Span where_;
  std::vector<Diagnostic>& found_;
};

/// `2025`, `2025-04`, `2025-04-09`. Parts written `XX` are empty.
struct DateParts {
  int year = 0;
  std::optional<unsigned> month;
  std::optional<unsigned> day;
  TextRange at;
};

/// One element of a bracket: a date, `a..b`, `..b` or `a..`.
struct ElementParts {
  std::optional<DateParts> first;  ///< Empty: open towards the past.
  std::optional<DateParts> last;   ///< Empty: open towards the future.
  TextRange at;
};

struct WrittenParts {
  std::vector<ElementParts> elements;  ///< Outside brackets: one, whose ends are the same.
  char mark = 0;
};

struct MomentParts {
  DateParts date;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  std::string offset;  ///< `+08:00`, `Z`, or empty.
  std::string zone;    ///< `America/New_York`, or empty.
  TextRange clock_at;
  TextRange zone_at;
  TextRange at;
};

/// An expression as read, nothing checked.
struct ExpressionParts {
  std::variant<WrittenParts, MomentParts, DateReference, calendar::WrittenDay> anchor;  ///< The last is `unknown`.
  TextRange anchor_at;
  std::vector<std::pair<DateTerm, TextRange>> terms;
  bool next_business_day = false;
};

/// Where reading stopped, and the name of what was expected there: `anchor`, `clock`, `zone`, `member`, `closing`,
/// `count`, `unit`, `calendar`, `rounding`, `roll`, `end`.
struct GrammarFailure {
  std::string expected;
  std::size_t at = 0;
  bool after_roll = false;  ///< Past `, next business day`.
};

/// The grammar alone (Boost.Spirit X3).
[[nodiscard]] std::variant<ExpressionParts, GrammarFailure> read_expression(std::string_view text);

/// Says what was expected where reading stopped, and the way out. Adds exactly one finding.
void explain_failure(const GrammarFailure& failure, DateReport& report);

/// The days that a date may stand for, or a finding: no such day, or a season.
[[nodiscard]] std::optional<calendar::DayRange> days_of(const DateParts& parts, DateReport& report);

[[nodiscard]] std::optional<calendar::WrittenDay> make_written_day(const WrittenParts& parts, DateReport& report);

/// Written `unknown`.
[[nodiscard]] calendar::WrittenDay unknown_day();

[[nodiscard]] std::optional<Moment> make_moment(const MomentParts& parts, DateReport& report);

/// Says why the text at `at` is no date, and what it may have been meant as. Adds exactly one finding.
void explain_date(DateReport& report, TextRange at);

/// A date in the form of another country or program, such as `03/04/2025` or `April 9, 2025` (IF203). False where the
/// text is none, and then nothing is added. The form may end before `at` does.
bool explain_foreign_date(DateReport& report, TextRange at);

/// A construct of EDTF that the profile leaves out (S14), such as `199X` or `2024/2025` (IF204). False where the text
/// is none, and then nothing is added.
bool explain_edtf(DateReport& report, TextRange at);

/// Whether the name is one of `date`, `announced`, `filed`, `published`, `effective`, `known`.
[[nodiscard]] bool is_event_date(std::string_view name);

}  // namespace inforce::syntax
