// Events: their dates, what they come after, retract and supersede, and their sources (S2, S8, S9, S24).
#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {
namespace {

using model::Event;
using model::EventId;
using model::Evidence;
using model::RetractionReason;
using syntax::Node;

Evidence evidence_named(std::string_view word) {
  if (word == "reported") return Evidence::reported;
  if (word == "proposed") return Evidence::proposed;
  return Evidence::official;
}

RetractionReason reason_named(std::string_view word) {
  if (word == "corrected") return RetractionReason::corrected;
  if (word == "withdrawn") return RetractionReason::withdrawn;
  if (word == "annulled") return RetractionReason::annulled;
  return RetractionReason::none;
}

DateContext context_of(Draft& draft, EventId id, const Fields& fields) {
  DateContext context{id, std::nullopt, false};
  if (const Node* name = fields["calendar"]) {
    const auto number = refer(draft, Section::calendar, *name, codes::unknown_calendar);
    if (number) context.calendar = model::CalendarId{*number};
    context.calendar_in_doubt = !number;
  }
  context.calendar_in_doubt = context.calendar_in_doubt || (fields.key("calendar") != nullptr && !context.calendar);
  return context;
}

void fill_references(Draft& draft, Event& event, EventId id, const Fields& fields) {
  event.after = refer_all<Event>(draft, Section::event, fields, "after", codes::unknown_event, id);
  event.retracts = refer_all<Event>(draft, Section::event, fields, "retracts", codes::unknown_event, id);
  event.supersedes = refer_all<Event>(draft, Section::event, fields, "supersedes", codes::unknown_event, id);
  event.sources = refer_all<model::Source>(draft, Section::source, fields, "sources", codes::unknown_source);
  event.reason = reason_named(fields.text("reason"));
  const Node* retracts = fields.key("retracts");
  const Node* reason = fields.key("reason");
  if (retracts != nullptr && reason == nullptr) {
    draft.report(codes::missing_key, "an event that retracts needs `reason`", retracts->span,
                 "one of `corrected`, `withdrawn`, `annulled`");
  }
  if (retracts == nullptr && reason != nullptr) {
    draft.report(codes::missing_key, "`reason` is given, but no `retracts`", reason->span,
                 "name the events that never happened under `retracts`");
  }
  const Node* sources = fields["sources"];
  if (sources != nullptr && sources->items.empty()) {
    draft.report(codes::event_without_source, "event " + quoted(event.id) + " cites no source", event.span,
                 "name what proves it under `sources`");
  }
}

void decode_event(Draft& draft, EventId id, const Entry& entry) {
  const Fields fields(draft, event_rule(), *entry.body, entry.at, entry.file);
  const DateContext context = context_of(draft, id, fields);
  Event& event = draft.book.events[id.value];
  event.title = fields.text("title");
  event.evidence = evidence_named(fields.text("evidence"));
  event.retroactive = fields.text("retroactive") == "true";
  event.authority = authority_of(draft, fields);
  event.jurisdiction = fields.text("jurisdiction");
  event.regime = fields.text("regime");
  event.zone = zone_of(draft, fields, entry);
  event.calendar = context.calendar;
  event.quote = fields.text("quote");
  event.quote_at = text_span(fields["quote"]);
  event.retroactive_at = text_span(fields["retroactive"]);
  event.evidence_given = fields["evidence"] != nullptr;
  event.note = fields.text("note");
  fill_references(draft, event, id, fields);
  for (std::size_t i = 0; i < model::field_count; ++i) {
    const Node* value = fields[to_string(static_cast<model::Field>(i))];
    if (value != nullptr) event.dates[i] = date_in(draft, *value, context);
  }
  decode_effects(draft, id, fields, context);
}

}  // namespace

void decode_events(Draft& draft) {
  const std::vector<Entry>& entries = draft[Section::event].entries;
  draft.book.events.resize(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    draft.book.events[i].id = entries[i].id;
    draft.book.events[i].span = entries[i].at;
  }
  for (std::uint32_t i = 0; i < entries.size(); ++i) decode_event(draft, {i}, entries[i]);
}

}  // namespace inforce::check
