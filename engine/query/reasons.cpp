#include "engine/query/reasons.h"

#include <algorithm>

namespace inforce::query {

using model::Verb;
using timeline::ChainId;

namespace {

/// The verb as a reason tells it.
std::string_view done(Verb verb) {
  switch (verb) {
    case Verb::impose:
      return "imposed";
    case Verb::lift:
      return "lifted";
    case Verb::suspend:
      return "suspended";
    case Verb::resume:
      return "resumed";
    case Verb::extend:
      return "extended";
    case Verb::amend:
      return "amended";
    case Verb::enlist:
      return "enlisted";
    case Verb::delist:
      return "delisted";
  }
  return {};
}

std::string text_of(const std::optional<Bound>& bound) { return bound ? to_string(*bound) : std::string{}; }

std::string exact_or_written(const calendar::Zone& zone, const std::optional<Moment>& first,
                             const std::optional<Moment>& last, const std::optional<model::DateExpression>& written) {
  if (first && last && *first == *last) return text_of(bound_of(zone, *first));
  return written ? written->text : std::string{};
}

std::string exact_text(const model::DateExpression& date) {
  if (!date.terms.empty() || date.roll) return {};
  if (const auto* moment = std::get_if<Moment>(&date.anchor)) return to_string(*moment);
  const auto* day = std::get_if<calendar::WrittenDay>(&date.anchor);
  return day != nullptr && day->exact() && !day->unknown ? date.text : std::string{};
}

/// When the effect acts, as far as the files or the compiled segments tell it exactly; else as written.
std::string effective_text(const View& view, const Record& record, model::EffectId id) {
  const auto& effect = view.rules[id];
  if (!effect.effective) {
    const auto& event = view.rules[effect.event];
    const bool own = event.dates[static_cast<std::size_t>(model::Field::effective)].has_value();
    return date_text(view, effect.event, own ? model::Field::effective : model::Field::date);
  }
  auto exact = exact_text(*effect.effective);
  if (!exact.empty()) return exact;
  for (const auto& segment : record.certain) {
    const auto effects = timeline::effects_of(view.compiled, segment.chain);
    if (std::find(effects.begin(), effects.end(), id) == effects.end()) continue;
    if (record.possible.empty()) return text_of(bound_of(record.zone(), segment.from));
    break;
  }
  return effect.effective->text;
}

std::vector<std::string> sources_of(const View& view, model::EventId event) {
  std::vector<std::string> ids;
  for (const auto source : view.rules[event].sources) ids.push_back(view.rules[source].id);
  return ids;
}

Reason effect_reason(const View& view, const Record& record, model::EffectId id) {
  const auto& effect = view.rules[id];
  const auto& event = view.rules[effect.event];
  Reason reason;
  reason.kind = std::string(done(effect.verb));
  reason.text = reason.kind + (effect.of_suspension ? " in its suspension by " : " by ") + event.id;
  const auto effective = effective_text(view, record, id);
  if (!effective.empty()) reason.text += ", effective " + effective;
  reason.text += ", known " + known_text(view, effect.event);
  reason.event = event.id;
  reason.place = place_of(view, effect.span);
  reason.sources = sources_of(view, effect.event);
  return reason;
}

Reason plain(std::string kind, std::string text) {
  Reason reason;
  reason.kind = std::move(kind);
  reason.text = std::move(text);
  return reason;
}

Reason inexact_reason(const View& view, const timeline::InexactPlace& place) {
  auto reason = plain("inexact-date", "the date `" + place.field + "` of " + view.rules[place.event].id +
                                          " is written `" + place.written + "`");
  reason.event = view.rules[place.event].id;
  reason.place = place_of(view, place.span);
  reason.sources = sources_of(view, place.event);
  return reason;
}

Reason ended_reason(const View& view, const Record& record, const Finding& finding) {
  const auto through = finding.through ? "last in force through " + to_string(*finding.through)
                                       : std::string("ended on a day that is not known exactly");
  auto reason = plain("ended", through);
  if (!finding.before) return reason;
  const auto events = ending_events(record, finding.before->moment);
  if (events.empty()) return reason;
  reason.event = view.rules[events.front()].id;
  reason.text += ", ended by " + reason.event;
  reason.place = place_of(view, view.rules[events.front()].span);
  reason.sources = sources_of(view, events.front());
  return reason;
}

Reason end_reason(const Finding& finding) {
  if (!finding.before) return plain("not-ended", "no event known ends it");
  return plain("ends",
               "ends before " + to_string(*finding.before) + ", its last day is " + to_string(*finding.through));
}

Reason suspension_reason(const Finding& finding) {
  if (!finding.next) return plain("suspension", "suspended, with no end of the suspension known");
  const auto& at = finding.next->at;
  auto text =
      at.day ? "suspended through " + to_string(*at.day - std::chrono::days{1}) : "suspended before " + to_string(at);
  switch (finding.next->status) {
    case Status::applies:
      text += ", then in force again";
      break;
    case Status::grace:
      text += ", then in force, with compliance required later";
      break;
    case Status::ended:
    case Status::never:
      text += ", when it ends";
      break;
    default:
      text += ", then " + std::string(to_string(finding.next->status));
      break;
  }
  return plain("suspension", text);
}

Reason coming_reason(const Record& record, const Finding& finding, std::string kind) {
  const auto name = record.measure->kind == model::Kind::membership ? "joins" : "takes effect";
  if (!finding.since) return plain(std::move(kind), std::string(name) + " on a later day that is not known exactly");
  return plain(std::move(kind), std::string(name) + " on " + to_string(*finding.since));
}

Reason closing_reason(const View& view, const Record& record, const Finding& finding) {
  switch (finding.status) {
    case Status::ended:
      return ended_reason(view, record, finding);
    case Status::suspended:
      return suspension_reason(finding);
    case Status::pending:
      return coming_reason(record, finding, "pending");
    case Status::not_yet:
      if (!record.announced) return plain("not-announced", "no event known imposes it");
      return coming_reason(record, finding, "not-yet");
    case Status::never:
      return plain("never", "announced, and never in force");
    case Status::grace:
      if (finding.next) return plain("grace", "compliance is required from " + to_string(finding.next->at));
      return plain("grace", "compliance is not required yet, and no day for it is known");
    default:
      return end_reason(finding);
  }
}

/// The suspension of this spell that ended by itself before, if the last one did.
std::optional<Reason> lapsed_suspension(const View& view, const Record& record, const Piece& piece) {
  if (piece.standing.chains.size() != 1 || !record.possible.empty()) return std::nullopt;
  const timeline::Segment* last = nullptr;
  for (const auto& segment : record.certain) {
    const bool past = segment.state == timeline::State::suspended && segment.before <= piece.period.from;
    const bool same_spell = piece.standing.since && segment.spell_from == *piece.standing.since;
    if (past && same_spell) last = &segment;
  }
  if (last == nullptr) return std::nullopt;
  bool lapsed = false;
  for (const auto id : timeline::effects_of(view.compiled, piece.standing.chains.front())) {
    const auto verb = view.rules[id].verb;
    if (verb == Verb::suspend) lapsed = true;
    if (verb == Verb::resume) lapsed = false;
  }
  if (!lapsed) return std::nullopt;
  const auto day = last_day(record.zone(), bound_of(record.zone(), last->before));
  return plain("suspension-ended", "its suspension ended by itself, with its last day " + to_string(*day));
}

std::vector<ChainId> chains_of(const std::vector<Piece>& pieces) {
  std::vector<ChainId> chains;
  for (const auto& piece : pieces) {
    chains.insert(chains.end(), piece.standing.chains.begin(), piece.standing.chains.end());
  }
  return chains;
}

}  // namespace

std::string place_of(const View& view, Span span) {
  const auto place = view.rules.texts.begin_of(span);
  return std::string(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string date_text(const View& view, model::EventId id, model::Field field) {
  const auto& event = view.rules[id];
  const auto& times = view.compiled.events[id.value];
  const auto& written = event.dates[static_cast<std::size_t>(field)];
  switch (field) {
    case model::Field::date:
      return exact_or_written(event.zone, times.first, times.last, written);
    case model::Field::effective:
      return exact_or_written(event.zone, times.effective_first, times.effective_last, written);
    case model::Field::known:
      return known_text(view, id);
    default:
      return written ? written->text : std::string{};
  }
}

std::string known_text(const View& view, model::EventId id) {
  const auto known = view.compiled.events[id.value].known;
  return known == end_of_time ? "never" : text_of(bound_of(view.rules[id].zone, known));
}

std::vector<model::EventId> ending_events(const Record& record, Moment moment) {
  std::vector<model::EventId> found;
  for (const auto& segment : record.certain) {
    if (segment.spell_before != moment || !segment.ended_by) continue;
    if (std::find(found.begin(), found.end(), *segment.ended_by) == found.end()) found.push_back(*segment.ended_by);
  }
  return found;
}

std::vector<std::string> events_gained(const View& view, const std::vector<ChainId>& then,
                                       const std::vector<ChainId>& now) {
  const auto known = events_of(view, then);
  std::vector<std::string> ids;
  for (const auto event : events_of(view, now)) {
    if (std::find(known.begin(), known.end(), event) == known.end()) ids.push_back(view.rules[event].id);
  }
  return ids;
}

std::vector<std::string> turning_events(const View& view, const Record& record, Moment moment) {
  const auto chains_at = [&](Moment at) {
    std::vector<ChainId> chains;
    for (const auto* world : worlds_at(record, at)) {
      if (world->state != timeline::State::absent) chains.push_back(world->chain);
    }
    return chains;
  };
  const auto before = chains_at(moment - std::chrono::seconds{1});
  const auto after = chains_at(moment);
  auto ids = events_gained(view, before, after);
  for (const auto event : ending_events(record, moment)) ids.push_back(view.rules[event].id);
  return ids.empty() ? shaping_events(view, after.empty() ? before : after) : ids;
}

std::vector<Reason> effect_reasons(const View& view, const Record& record, const std::vector<ChainId>& chains) {
  std::vector<model::EffectId> told;
  std::vector<Reason> reasons;
  for (const auto chain : chains) {
    for (const auto effect : timeline::effects_of(view.compiled, chain)) {
      if (std::find(told.begin(), told.end(), effect) != told.end()) continue;
      told.push_back(effect);
      reasons.push_back(effect_reason(view, record, effect));
    }
  }
  return reasons;
}

std::vector<Reason> inexact_reasons(const View& view, const Standing& standing) {
  std::vector<Reason> reasons;
  for (const auto* place : standing.deciding) reasons.push_back(inexact_reason(view, *place));
  return reasons;
}

std::vector<Reason> reasons_of(const View& view, const Record& record, const Finding& finding,
                               const std::vector<Piece>& pieces) {
  auto reasons = effect_reasons(view, record, chains_of(pieces));
  if (finding.within.empty()) {
    if (auto reason = lapsed_suspension(view, record, pieces.front())) reasons.push_back(std::move(*reason));
  }
  if (!finding.within.empty()) reasons.push_back(plain("time-of-day", "its status changes within the day"));
  std::vector<const timeline::InexactPlace*> told;
  for (const auto& piece : pieces) {
    for (const auto* place : piece.standing.deciding) {
      if (std::find(told.begin(), told.end(), place) != told.end()) continue;
      told.push_back(place);
      reasons.push_back(inexact_reason(view, *place));
    }
  }
  const bool open = finding.status == Status::may_apply && !told.empty();
  if (!open && finding.within.empty()) reasons.push_back(closing_reason(view, record, finding));
  for (const auto& reason : pieces.front().standing.reasons) reasons.push_back(reason);
  return reasons;
}

}  // namespace inforce::query
