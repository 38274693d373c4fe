// The language of dates (S12, S14, S16, S17): text to a tree with spans. Boost.Spirit X3 stays in date_grammar.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/calendar/day.h"
#include "engine/calendar/written_day.h"
#include "engine/calendar/zone.h"
#include "inforce/diagnostic.h"

namespace inforce::syntax {

enum class Unit : std::uint8_t { days, weeks, months, years, business_days };

/// `+ 30 business days of cn-state-council`, `- 1 month (round down)`.
struct DateTerm {
  std::int64_t count = 0;  ///< Negative for a subtraction.
  Unit unit = Unit::days;
  calendar::Rounding rounding = calendar::Rounding::refuse;
  std::string calendar;  ///< Business days: the calendar named, or empty for the event's own.
  Span span;
};

/// `published`, or `fr-2019-05-22.published`.
struct DateReference {
  std::string event;  ///< Empty: the event's own.
  std::string field;  ///< date, announced, filed, published, effective, known.
  Span span;
};

struct DateExpression {
  std::variant<calendar::WrittenDay, Moment, DateReference> anchor;
  std::vector<DateTerm> terms;
  bool next_business_day = false;
  std::string text;  ///< Canonical: single blanks, moments as written.
  Span span;

  [[nodiscard]] bool plain() const { return terms.empty() && !next_business_day; }
};

/// Reads a date, moment or expression. `where` is the place of `text` in its file, byte for byte. On an error says so
/// in `found`, at the exact place, and gives nothing.
[[nodiscard]] std::optional<DateExpression> parse_date(std::string_view text, Span where,
                                                       std::vector<Diagnostic>& found);

/// Warns of a written day or moment outside the years 1900 to 2100 (S12). Open ends and references are passed over.
void warn_of_far_year(const DateExpression& date, std::vector<Diagnostic>& found);

/// Reads what a question may name: an exact day or a moment. Inexact days, expressions and foreign forms such as
/// `03/04/2025` are errors that show the readings and the way out.
[[nodiscard]] std::optional<std::variant<Date, Moment>> parse_day_or_moment(std::string_view text, Span where,
                                                                            std::vector<Diagnostic>& found);

}  // namespace inforce::syntax
