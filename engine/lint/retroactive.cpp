// Effects that act before anybody was told of them, and events that are said to and do not.
#include <algorithm>
#include <set>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

using model::EventId;
using model::Field;

struct Announcement {
  Field field = Field::date;
  Days days;         ///< Of the earliest of the dates that tell of it.
  bool sure = true;  ///< None of them is marked as uncertain.
};

/// When the event was made known to those whom it binds. Its own date counts only where it was not announced: an act
/// that is announced later bound nobody who could not know of it. (S9)
std::optional<Announcement> announcement_of(const Chronicle& chronicle, EventId id) {
  const model::Event& event = chronicle.rules[id];
  std::optional<Announcement> found;
  const bool announced = chronicle.day(id, Field::announced).has_value();
  for (const Field field : {Field::announced, Field::filed, Field::published, Field::known, Field::date}) {
    const auto days = chronicle.day(id, field);
    if (!days || (field == Field::date && announced)) continue;
    const bool sure = !is_marked(*written(event, field));
    if (!found) {
      found = Announcement{field, *days, sure};
      continue;
    }
    if (days->first < found->days.first) found->field = field;
    found->days = {std::min(found->days.first, days->first), std::min(found->days.last, days->last)};
    found->sure = found->sure && sure;
  }
  return found;
}

/// The date that says when the effect acts (S4).
const model::DateExpression& acting(const model::Event& event, const model::Effect& effect) {
  if (effect.effective) return *effect.effective;
  const model::DateExpression* effective = written(event, Field::effective);
  return effective != nullptr ? *effective : *written(event, Field::date);
}

std::string_view happened(Field field) {
  if (field == Field::date) return "happened";
  return field == Field::known ? "could be known" : to_string(field);
}

void doubt(const Announcement& announcement, const model::Event& event, const model::DateExpression& date, Days at,
           std::vector<Diagnostic>& found) {
  const std::string day = to_string(announcement.days.first);
  Diagnostic one = diagnostics::make(codes::effective_before_announced,
                                     ticked(event.id) + " acts from " + to_string(at.last) + ", before it " +
                                         (announcement.field == Field::date || announcement.field == Field::known
                                              ? std::string(happened(announcement.field))
                                              : "was " + std::string(happened(announcement.field))) +
                                         " on " + day,
                                     date.span, "write `retroactive: true`, if it acts on the past on purpose");
  const model::DateExpression* reference = written(event, announcement.field);
  if (reference->span != date.span) one.related.push_back({reference->span, {}});
  found.push_back(std::move(one));
}

}  // namespace

void doubt_early_effects(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const model::Event& event = chronicle.rules.events[i];
    const auto announcement = announcement_of(chronicle, {i});
    if (event.retroactive || !announcement || !announcement->sure) continue;
    std::set<Span> doubted;
    for (const model::EffectId id : event.effects) {
      const model::DateExpression& date = acting(event, chronicle.rules[id]);
      const auto& at = chronicle.days(id).at;
      if (!at || is_marked(date) || at->last >= announcement->days.first) continue;
      if (doubted.insert(date.span).second) doubt(*announcement, event, date, *at, found);
    }
  }
}

void doubt_needless_retroactive(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const model::Event& event = chronicle.rules.events[i];
    const auto announcement = announcement_of(chronicle, {i});
    if (!event.retroactive || !announcement) continue;
    const bool may_reach_back = std::any_of(event.effects.begin(), event.effects.end(), [&](model::EffectId id) {
      const auto& at = chronicle.days(id).at;
      return !at || at->first < announcement->days.last;
    });
    if (may_reach_back) continue;
    const std::string why =
        event.effects.empty() ? "it has no effects" : "none of its effects acts before it was known";
    found.push_back(diagnostics::make(codes::retroactive_without_need, ticked(event.id) + " is retroactive, but " + why,
                                      event.retroactive_at,
                                      "leave out `retroactive`, or give the `effective` date that lies in the past"));
  }
}

}  // namespace inforce::lint
