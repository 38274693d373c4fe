// Events against the days of what they cite: known before there was anything to cite, or younger than all of it.
#include <algorithm>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

using model::EventId;
using model::Field;
using model::SourceId;

/// A source is dated by the day where it appeared, which elsewhere may be the day before or after.
constexpr std::chrono::days of_zones{1};

struct Dated {
  SourceId first;  ///< The source that may be the earliest.
  SourceId last;   ///< The source that may be the latest.
  Days days;       ///< From the earliest to the latest day that any of them can be of.
};

/// The days of all sources of an event; empty where it has none, or one has no date.
std::optional<Dated> dates_of(const Chronicle& chronicle, const model::Event& event) {
  std::optional<Dated> all;
  for (const SourceId source : event.sources) {
    const auto days = chronicle.day(source);
    if (!days) return std::nullopt;
    if (!all) {
      all = Dated{source, source, *days};
      continue;
    }
    if (days->first < all->days.first) {
      all->first = source;
      all->days.first = days->first;
    }
    if (days->last > all->days.last) {
      all->last = source;
      all->days.last = days->last;
    }
  }
  return all;
}

/// The day through which S9 lets nobody know of the event, by `known` or `date` alone; empty where it is written that
/// it was announced, filed or published by then.
struct Knowledge {
  Field field;
  Date day;
};

std::optional<Knowledge> unannounced(const Chronicle& chronicle, EventId id) {
  const Field field = chronicle.day(id, Field::known) ? Field::known : Field::date;
  const auto days = chronicle.day(id, field);
  if (!days) return std::nullopt;
  for (const Field told : {Field::announced, Field::filed, Field::published}) {
    const auto by = chronicle.day(id, told);
    if (by && by->last <= days->last) return std::nullopt;
  }
  return Knowledge{field, days->last};
}

std::string_view verb_of(Field field) {
  switch (field) {
    case Field::announced:
      return "was announced";
    case Field::filed:
      return "was filed";
    case Field::published:
      return "was published";
    default:
      return "happened";
  }
}

}  // namespace

void doubt_early_knowledge(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const model::Event& event = chronicle.rules.events[i];
    const auto sources = dates_of(chronicle, event);
    const auto known = unannounced(chronicle, {i});
    if (!sources || !known || known->day + of_zones >= sources->days.first) continue;
    const model::DateExpression& date = *chronicle.rules[sources->first].date;
    Diagnostic one = diagnostics::make(
        codes::known_before_sources,
        ticked(event.id) + " counts as known from " + to_string(known->day) +
            ", but the earliest of its sources is of " + ticked(date.text),
        written(event, known->field)->span,
        "give `announced` or `published`, if a source says that it was public by then; else the day as `known`");
    one.related.push_back({date.span, {}});
    found.push_back(std::move(one));
  }
}

void doubt_old_sources(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const model::Event& event = chronicle.rules.events[i];
    const auto sources = dates_of(chronicle, event);
    if (!sources || event.evidence == model::Evidence::proposed) continue;
    for (const Field field : {Field::date, Field::announced, Field::filed, Field::published}) {
      const auto days = chronicle.day({i}, field);
      if (!days || days->first <= sources->days.last + of_zones) continue;
      // A date after the publication is doubted as that.
      const auto published = chronicle.day({i}, Field::published);
      if (field != Field::published && published && days->first > published->last) continue;
      const model::DateExpression& date = *chronicle.rules[sources->last].date;
      Diagnostic one = diagnostics::make(
          codes::sources_before_event,
          ticked(event.id) + " " + std::string(verb_of(field)) + " on " + to_string(days->first) +
              ", but the latest of its sources is of " + ticked(date.text),
          written(event, field)->span,
          "cite what tells that it happened; if it was foretold, write `evidence: proposed`, or make it an effect of "
          "the event that foretold it");
      one.related.push_back({date.span, {}});
      found.push_back(std::move(one));
      break;
    }
  }
}

}  // namespace inforce::lint
