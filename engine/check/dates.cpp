#include "engine/check/dates.h"

#include <utility>

#include "engine/check/names.h"
#include "engine/syntax/date_grammar.h"

namespace inforce::check {
namespace {

using syntax::Node;

std::uint8_t bit(model::Field field) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(field)); }

void report_no_field(Draft& draft, model::EventId event, const syntax::DateReference& written) {
  std::string has;
  for (std::size_t i = 0; i < model::field_count; ++i) {
    const auto field = static_cast<model::Field>(i);
    if ((draft.written_dates[event.value] & bit(field)) == 0) continue;
    has += (has.empty() ? "it has " : ", ") + quoted(to_string(field));
  }
  const Entry& entry = draft[Section::event].entries[event.value];
  draft
      .report(codes::anchor_missing, "event " + quoted(entry.id) + " has no date " + quoted(written.field),
              written.span, std::move(has))
      .related.push_back({entry.at, "this event"});
}

std::optional<model::Reference> resolve(Draft& draft, const syntax::DateReference& written,
                                        const DateContext& context) {
  const auto field = model::field_named(written.field);
  if (!field) {
    draft.report(codes::anchor_missing, "no date of an event is called " + quoted(written.field), written.span);
    return std::nullopt;
  }
  model::Reference result{std::nullopt, *field};
  std::optional<model::EventId> target = context.event;
  if (!written.event.empty()) {
    const auto number = refer(draft, Section::event, written.event, written.span, codes::unknown_event);
    if (!number) return std::nullopt;
    target = result.event = model::EventId{*number};
  }
  if (!target) {
    draft.report(codes::anchor_missing, "only an event has a date " + quoted(written.field), written.span);
    return std::nullopt;
  }
  const std::uint8_t written_there = draft.written_dates[target->value];
  if (*field == model::Field::effective || (written_there & bit(*field)) != 0) return result;
  report_no_field(draft, *target, written);
  return std::nullopt;
}

std::optional<model::CalendarId> calendar_for(Draft& draft, std::string_view named, Span at,
                                              const DateContext& context) {
  if (!named.empty()) {
    const std::size_t offset = draft.sources.text(at).rfind(named);
    if (offset != std::string_view::npos) {
      at.begin += static_cast<std::uint32_t>(offset);
      at.end = at.begin + static_cast<std::uint32_t>(named.size());
    }
    const auto number = refer(draft, Section::calendar, named, at, codes::unknown_calendar);
    return number ? std::optional(model::CalendarId{*number}) : std::nullopt;
  }
  if (!context.calendar && !context.calendar_in_doubt) {
    draft.report(codes::no_calendar, "business days need a calendar", at,
                 "give the event a `calendar`, or name one: `5 business days of my-calendar`");
  }
  return context.calendar;
}

std::optional<model::Term> resolve(Draft& draft, const syntax::DateTerm& written, const DateContext& context) {
  model::Term term{written.count, written.unit, written.rounding, std::nullopt, written.span};
  if (written.unit != syntax::Unit::business_days) return term;
  term.calendar = calendar_for(draft, written.calendar, written.span, context);
  return term.calendar ? std::optional(term) : std::nullopt;
}

}  // namespace

std::optional<model::DateExpression> date_in(Draft& draft, const Node& value, const DateContext& context) {
  const auto written = syntax::parse_date(value.text, value.content, draft.found);
  if (!written) return std::nullopt;
  syntax::warn_of_far_year(*written, draft.found);
  model::DateExpression result;
  result.text = written->text;
  result.span = written->span;
  bool fine = true;
  if (const auto* reference = std::get_if<syntax::DateReference>(&written->anchor)) {
    const auto resolved = resolve(draft, *reference, context);
    if (resolved) result.anchor = *resolved;
    fine = resolved.has_value();
  } else if (const auto* moment = std::get_if<Moment>(&written->anchor)) {
    result.anchor = *moment;
  } else {
    result.anchor = std::get<calendar::WrittenDay>(written->anchor);
  }
  for (const syntax::DateTerm& each : written->terms) {
    const auto term = resolve(draft, each, context);
    if (term) result.terms.push_back(*term);
    fine = fine && term.has_value();
  }
  if (written->next_business_day) {
    result.roll = calendar_for(draft, {}, written->span, context);
    fine = fine && result.roll.has_value();
  }
  return fine ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<model::DateExpression> days_in(Draft& draft, const Node& value) {
  const auto written = syntax::parse_date(value.text, value.content, draft.found);
  if (!written) return std::nullopt;
  syntax::warn_of_far_year(*written, draft.found);
  const auto* days = std::get_if<calendar::WrittenDay>(&written->anchor);
  if (days == nullptr || !written->plain()) {
    draft.report(codes::not_exact, "a day is needed here, not " + quoted(value.text), value.span);
    return std::nullopt;
  }
  model::DateExpression result;
  result.anchor = *days;
  result.text = written->text;
  result.span = written->span;
  return result;
}

std::optional<Date> exact_day_in(Draft& draft, const Node& value) {
  if (!value.is_scalar() || !value.verbatim) {
    draft.report(codes::wrong_shape, "a day is needed here, not " + std::string(shape_of(value)), value.span);
    return std::nullopt;
  }
  const auto days = days_in(draft, value);
  if (!days) return std::nullopt;
  const auto& written = std::get<calendar::WrittenDay>(days->anchor);
  if (written.exact() && written.mark == 0) return written.first();
  draft.report(codes::not_exact, "one exact day is needed here, not " + quoted(value.text), value.span);
  return std::nullopt;
}

std::uint8_t written_dates_of(const Entry& event) {
  std::uint8_t bits = 0;
  const auto add = [&bits](const Node& map) {
    for (const Node::Entry& entry : map.entries) {
      if (const auto field = model::field_named(entry.key.text)) bits = static_cast<std::uint8_t>(bits | bit(*field));
    }
  };
  if (event.body != nullptr) add(*event.body);
  if (event.file->defaults != nullptr) add(*event.file->defaults);
  return bits;
}

}  // namespace inforce::check
