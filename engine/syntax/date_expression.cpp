// From the parts of a date expression to the checked expression and its canonical text.
#include <array>

#include "engine/calendar/day.h"
#include "engine/syntax/date_parts.h"

namespace inforce::syntax {
namespace {

constexpr std::size_t longest_text = 512;
constexpr std::int64_t largest_count = 4'000'000;  // more days than the writable years hold

std::string_view unit_name(Unit unit) {
  static constexpr std::array<std::string_view, 5> names{"day", "week", "month", "year", "business day"};
  return names.at(static_cast<std::size_t>(unit));
}

std::string text_of(const DateTerm& term) {
  const std::int64_t size = term.count < 0 ? -term.count : term.count;
  std::string text = (term.count < 0 ? " - " : " + ") + std::to_string(size) + ' ';
  text += unit_name(term.unit);
  if (size != 1) text += 's';
  if (!term.calendar.empty()) text += " of " + term.calendar;
  if (term.rounding == calendar::Rounding::down) text += " (round down)";
  if (term.rounding == calendar::Rounding::up) text += " (round up)";
  return text;
}

std::string text_of(const DateReference& reference) {
  return reference.event.empty() ? reference.field : reference.event + '.' + reference.field;
}

// Whether a term holds together; says where it does not.
bool check_term(const DateTerm& term, TextRange at, DateReport& report) {
  const bool whole_months = term.unit == Unit::months || term.unit == Unit::years;
  if (term.rounding != calendar::Rounding::refuse && !whole_months) {
    report.add(codes::bad_date, at, "only months and years are rounded, not " + report.quoted(at),
               "leave the rounding out");
    return false;
  }
  if (!term.calendar.empty() && term.unit != Unit::business_days) {
    report.add(codes::bad_date, at, "only business days are those of a calendar, not " + report.quoted(at),
               "write `business days of " + term.calendar + "`, or leave the calendar out");
    return false;
  }
  if (term.count > largest_count || term.count < -largest_count) {
    report.add(codes::bad_date, at, report.quoted(at) + " is longer than all years that can be written");
    return false;
  }
  return true;
}

bool set_anchor(DateExpression& expression, const ExpressionParts& parts, DateReport& report) {
  if (const auto* written = std::get_if<WrittenParts>(&parts.anchor)) {
    auto day = make_written_day(*written, report);
    if (!day) return false;
    expression.text = day->text;
    expression.anchor = std::move(*day);
  } else if (const auto* moment_parts = std::get_if<MomentParts>(&parts.anchor)) {
    const auto moment = make_moment(*moment_parts, report);
    if (!moment) return false;
    expression.text = report.text(moment_parts->at);
    expression.anchor = *moment;
  } else if (const auto* reference = std::get_if<DateReference>(&parts.anchor)) {
    expression.text = text_of(*reference);
    expression.anchor = DateReference{reference->event, reference->field, report.span(parts.anchor_at)};
  } else {
    expression.anchor = unknown_day();
    expression.text = "unknown";
  }
  return true;
}

TextRange trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {0, 0};
  return {begin, text.find_last_not_of(" \t") + 1};
}

// Additions are to days (S16).
bool check_moment(const DateExpression& expression, TextRange rest, DateReport& report) {
  TextRange added = trimmed(report.text(rest));
  added = {rest.begin + added.begin, rest.begin + added.end};
  if (!std::holds_alternative<Moment>(expression.anchor) || expression.plain()) return true;
  report.add(codes::addition_to_moment, added, "nothing can be added to the moment `" + expression.text + "`",
             "add to its day: `" + expression.text.substr(0, 10) + std::string{report.text(rest)} + "`");
  return false;
}

}  // namespace

std::optional<DateExpression> parse_date(std::string_view text, Span where, std::vector<Diagnostic>& found) {
  DateReport report{text, where, found};
  if (text.size() > longest_text) {
    report.add(codes::bad_date, {0, text.size()}, "date is longer than " + std::to_string(longest_text) + " bytes");
    return std::nullopt;
  }
  const auto read = read_expression(text);
  if (const auto* failure = std::get_if<GrammarFailure>(&read)) {
    explain_failure(*failure, report);
    return std::nullopt;
  }
  const auto& parts = std::get<ExpressionParts>(read);
  const TextRange all = trimmed(text);
  DateExpression expression;
  expression.span = report.span(all);
  expression.next_business_day = parts.next_business_day;
  if (!set_anchor(expression, parts, report)) return std::nullopt;
  std::string additions;
  for (const auto& [term, at] : parts.terms) {
    if (!check_term(term, at, report)) return std::nullopt;
    expression.terms.push_back(term);
    expression.terms.back().span = report.span(at);
    additions += text_of(term);
  }
  if (!check_moment(expression, {parts.anchor_at.end, all.end}, report)) return std::nullopt;
  expression.text += additions;
  if (expression.next_business_day) expression.text += ", next business day";
  return expression;
}

void warn_of_far_year(const DateExpression& date, std::vector<Diagnostic>& found) {
  std::vector<Date> written;
  if (const auto* moment = std::get_if<Moment>(&date.anchor)) {
    written.push_back(std::chrono::floor<std::chrono::days>(*moment));
  } else if (const auto* day = std::get_if<calendar::WrittenDay>(&date.anchor)) {
    for (const calendar::DayRange& run : day->runs) {
      if (run.first != calendar::open_past()) written.push_back(run.first);
      if (run.last != calendar::open_future()) written.push_back(run.last);
    }
  }
  for (const Date day : written) {
    const int year = calendar::parts_of(day).year;
    if (year >= 1900 && year <= 2100) continue;
    found.push_back(diagnostics::make(codes::far_year, "the year " + to_string(day).substr(0, 4) + " is far from ours",
                                      date.span, "check its digits"));
    return;
  }
}

}  // namespace inforce::syntax
