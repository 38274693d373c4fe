// The day or moment of a question: exact, and written out.
#include "engine/syntax/date_parts.h"

namespace inforce::syntax {

std::optional<std::variant<Date, Moment>> parse_day_or_moment(std::string_view text, Span where,
                                                              std::vector<Diagnostic>& found) {
  const auto expression = parse_date(text, where, found);
  if (!expression) return std::nullopt;
  const auto refuse = [&](const std::string& why, const std::string& help) {
    found.push_back(diagnostics::make(codes::not_exact, "`" + expression->text + "` " + why, expression->span, help));
    return std::nullopt;
  };
  if (!expression->plain() || std::holds_alternative<DateReference>(expression->anchor)) {
    return refuse("has to be worked out; a question names a day or a moment", "write a day such as `2025-04-09`");
  }
  if (const auto* moment = std::get_if<Moment>(&expression->anchor)) return *moment;
  const auto& day = std::get<calendar::WrittenDay>(expression->anchor);
  if (day.unknown) return refuse("is any day; a question names one", "write a day such as `2025-04-09`");
  if (!day.exact()) {
    const bool open = day.first() == calendar::open_past() || day.last() == calendar::open_future();
    return refuse("may be one of several days; a question names one",
                  open ? "write a day such as `2025-04-09`" : "write a day, such as `" + to_string(day.first()) + "`");
  }
  if (day.mark)
    return refuse("is marked as not certain; a question names a day", "write `" + to_string(day.first()) + "`");
  return day.first();
}

}  // namespace inforce::syntax
