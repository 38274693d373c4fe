#include "engine/syntax/interval.h"

#include <string>

#include "engine/syntax/date_parts.h"

namespace inforce::syntax {
namespace {

constexpr std::int64_t longest = 36'525;

}  // namespace

std::optional<Interval> read_interval(std::string_view text) {
  const auto read = read_expression("date + " + std::string(text));
  const auto* parts = std::get_if<ExpressionParts>(&read);
  if (parts == nullptr || parts->terms.size() != 1 || parts->next_business_day) return std::nullopt;
  const DateTerm& term = parts->terms.front().first;
  const bool plain = term.calendar.empty() && term.rounding == calendar::Rounding::refuse;
  if (!plain || term.unit == Unit::business_days || term.count < 1 || term.count > longest) return std::nullopt;
  return Interval{term.count, term.unit};
}

std::optional<Date> day_after(Date day, const Interval& interval) {
  using calendar::Rounding;
  switch (interval.unit) {
    case Unit::months:
      return calendar::add_months(day, interval.count, Rounding::down);
    case Unit::years:
      return calendar::add_months(day, 12 * interval.count, Rounding::down);
    case Unit::weeks:
      return calendar::add_days(day, 7 * interval.count);
    default:
      return calendar::add_days(day, interval.count);
  }
}

}  // namespace inforce::syntax
