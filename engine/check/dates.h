// Written dates with every name in them resolved.
#pragma once

#include <optional>

#include "engine/check/draft.h"

namespace inforce::check {

/// Where a date is written: what its bare words and its business days refer to.
struct DateContext {
  std::optional<model::EventId> event;        ///< Whose own dates may be named; none outside events.
  std::optional<model::CalendarId> calendar;  ///< The event's calendar.
  bool calendar_in_doubt = false;             ///< One is named but unusable; that has been reported.
};

/// The date in `value`, a scalar on one line. Errors are reported and give nothing.
[[nodiscard]] std::optional<model::DateExpression> date_in(Draft& draft, const syntax::Node& value,
                                                           const DateContext& context);

/// The date in `value`, which must be written as days, without reference or addition (IF208).
[[nodiscard]] std::optional<model::DateExpression> days_in(Draft& draft, const syntax::Node& value);

/// The one day in `value` (IF208).
[[nodiscard]] std::optional<Date> exact_day_in(Draft& draft, const syntax::Node& value);

/// A bit for each field of dates that the event writes, for references to it.
[[nodiscard]] std::uint8_t written_dates_of(const Entry& event);

}  // namespace inforce::check
