// Dates that are counted and land on a day off, where it is left open whether they roll.
#include <algorithm>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

using model::DateExpression;
using model::Field;

/// Counted, with no word on days off: neither a roll, nor business days last.
bool is_counted(const DateExpression& date) {
  return !date.terms.empty() && !date.roll && date.terms.back().unit != syntax::Unit::business_days;
}

/// Whether a quote names `day` itself: the source has counted, and rolled or not.
bool is_quoted(const Chronicle& chronicle, model::EventId id, Date day) {
  const auto names = [day](const Mention& mention) { return mention.exact() && mention.days.first == day; };
  const auto own = chronicle.quoted(id);
  if (std::any_of(own.begin(), own.end(), names)) return true;
  const auto& sources = chronicle.rules[id].sources;
  return std::any_of(sources.begin(), sources.end(), [&](model::SourceId source) {
    const auto quoted = chronicle.quoted(source);
    return std::any_of(quoted.begin(), quoted.end(), names);
  });
}

void doubt(const Chronicle& chronicle, model::EventId id, const DateExpression& date, const std::optional<Days>& days,
           std::vector<Diagnostic>& found) {
  const model::Event& event = chronicle.rules[id];
  if (!event.calendar || !days || !days->exact() || !is_counted(date)) return;
  const calendar::BusinessCalendar& calendar = chronicle.rules[*event.calendar].days;
  const Date day = days->first;
  if (calendar.is_business_day(day).value_or(true) || is_quoted(chronicle, id, day)) return;
  std::string message = ticked(date.text) + " is " + to_string(day) + ", a " + std::string(calendar::weekday_name(day));
  const std::string holiday = calendar.holiday_name(day);
  if (!holiday.empty() && holiday != "closed") message += " and " + holiday;
  message += ": no business day of " + ticked(calendar.rules().id);
  found.push_back(diagnostics::make(codes::counted_to_day_off, std::move(message), date.span,
                                    "add `, next business day` if the instrument rolls; if it does not, write " +
                                        ticked(to_string(day)) + ", or quote the words that name it"));
}

void doubt_effect(const Chronicle& chronicle, model::EffectId id, std::vector<Diagnostic>& found) {
  const model::Effect& effect = chronicle.rules[id];
  const EffectDays& days = chronicle.days(id);
  if (effect.effective) doubt(chronicle, effect.event, *effect.effective, days.at, found);
  if (effect.through) doubt(chronicle, effect.event, *effect.through, days.end, found);
  if (effect.before) doubt(chronicle, effect.event, *effect.before, days.end, found);
  if (effect.compliance) doubt(chronicle, effect.event, *effect.compliance, days.compliance, found);
}

}  // namespace

void doubt_counted_days(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const model::Event& event = chronicle.rules.events[i];
    const DateExpression* effective = written(event, Field::effective);
    if (effective != nullptr) doubt(chronicle, {i}, *effective, chronicle.day({i}, Field::effective), found);
    for (const model::EffectId effect : event.effects) doubt_effect(chronicle, effect, found);
  }
}

}  // namespace inforce::lint
