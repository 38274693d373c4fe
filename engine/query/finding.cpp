#include "engine/query/finding.h"

#include <algorithm>

#include "engine/query/append.h"
#include "engine/query/reasons.h"

namespace inforce::query {

using timeline::ChainId;

namespace {

bool same_status(const std::vector<Piece>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](const Piece& piece) { return piece.standing.status == pieces.front().standing.status; });
}

Attributes common_attributes(const std::vector<Piece>& pieces) {
  Attributes common = pieces.front().standing.attributes;
  for (const auto& piece : pieces) {
    std::erase_if(common, [&](const auto& entry) {
      const auto other = piece.standing.attributes.find(entry.first);
      return other == piece.standing.attributes.end() || other->second != entry.second;
    });
  }
  return common;
}

void set_bounds(const calendar::Zone& zone, const std::vector<Piece>& pieces, Finding& finding) {
  const auto& since = pieces.front().standing.since;
  const auto& before = pieces.back().standing.before;
  if (since) finding.since = zone.bound(*since);
  if (before) finding.before = zone.bound(*before);
  finding.through = last_day(zone, finding.before);
}

/// A status that changes within the day: the bounds are those of the spell that binds in it, if any.
void set_within(const calendar::Zone& zone, const std::vector<Piece>& pieces, Finding& finding) {
  finding.status = Status::may_apply;
  std::vector<Piece> binding;
  for (const auto& piece : pieces) {
    const auto status = piece.standing.status;
    if (!finding.within.empty() && finding.within.back().status == status) {
      finding.within.back().before = zone.bound(piece.period.before);
    } else {
      finding.within.push_back({zone.bound(piece.period.from), zone.bound(piece.period.before), status});
    }
    if (shown_by_default(status) && status != Status::pending) binding.push_back(piece);
  }
  if (binding.empty()) binding = pieces;
  finding.attributes = common_attributes(binding);
  set_bounds(zone, binding, finding);
}

/// Whether an effect has acted by `moment` on whichever day its event was.
bool has_acted(const View& view, const model::Effect& effect, Moment moment) {
  const auto& times = view.compiled.events[effect.event.value];
  const auto& last = times.effective_last ? times.effective_last : times.last;
  return effect.effective || (last && *last <= moment);
}

/// A reported impose that an official one has confirmed does not rest on reports alone (D11).
bool rests_on_reports(const View& view, ChainId chain, Moment moment) {
  bool reported = false;
  bool imposed_by_report = false;
  bool confirmed = false;
  for (const auto id : timeline::effects_of(view.compiled, chain)) {
    const auto& effect = view.rules[id];
    const bool by_report = view.rules[effect.event].evidence == model::Evidence::reported;
    if (!imposes(effect)) {
      reported = reported || by_report;
    } else if (by_report) {
      imposed_by_report = true;
    } else {
      confirmed = confirmed || has_acted(view, effect, moment);
    }
  }
  return reported || (imposed_by_report && !confirmed);
}

std::optional<Finding::Next> next_of(const View& view, const Record& record, const Piece& last,
                                     const std::vector<Moment>& changes) {
  for (const auto change : changes) {
    if (change < last.period.before) continue;
    const auto asked = When::at(change);
    const auto standing = standing_at({view, change, asked}, record);
    if (standing.status == last.standing.status) continue;
    return Finding::Next{record.zone().bound(change), standing.status};
  }
  return std::nullopt;
}

std::vector<Member> members_told(const View& view, const std::vector<model::MeasureId>& ids, Moment moment,
                                 const When& asked) {
  std::vector<Member> members;
  for (const auto id : ids) {
    const auto& record = view.record(id);
    const auto& measure = *record.measure;
    members.push_back({measure.id, measure.title, force_at(view, record, moment, asked).attributes, measure.note});
  }
  return members;
}

/// Sources of steps, however deep; those of authorizations that did not release, and of tests not met, do not count.
void add_sources(const std::vector<Reason>& reasons, std::vector<std::string>& sources) {
  for (const auto& reason : reasons) {
    if (reason.kind == "not-released") continue;
    append_new(sources, reason.sources);
    add_sources(reason.because, sources);
  }
}

std::string kind_of(const model::Measure& measure) {
  return measure.kind == model::Kind::authorization ? "authorization" : std::string(model::to_string(measure.kind));
}

}  // namespace

std::string weakest_evidence(const View& view, const std::vector<ChainId>& chains, Moment moment) {
  for (const auto event : events_of(view, chains)) {
    const auto& assumed = view.query.assume;
    const auto& id = view.rules[event].id;
    const auto is_it = [&](const Assumption& assumption) { return assumption.event == id; };
    if (std::any_of(assumed.begin(), assumed.end(), is_it)) return "proposed";
  }
  const bool reported =
      std::any_of(chains.begin(), chains.end(), [&](ChainId chain) { return rests_on_reports(view, chain, moment); });
  return reported ? "reported" : "official";
}

Period period_of(const When& when, const calendar::Zone& zone) {
  if (!when.day) return {when.moment, when.moment + std::chrono::seconds{1}};
  return {zone.start_of(*when.day), zone.start_of(*when.day + std::chrono::days{1})};
}

std::vector<Moment> changes_of(const View& view, model::MeasureId id) {
  auto found = boundaries(view.record(id));
  for (const auto dependency : dependencies(view, id)) {
    const auto more = boundaries(view.record(dependency));
    found.insert(found.end(), more.begin(), more.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<Piece> pieces_of(const View& view, const Record& record, const When& when,
                             const std::vector<Moment>& changes, Detail detail) {
  const auto whole = period_of(when, record.zone());
  std::vector<Piece> pieces;
  Moment from = whole.from;
  const auto add = [&](Moment before) {
    pieces.push_back({{from, before}, standing_at({view, from, when, detail}, record)});
    from = before;
  };
  for (auto cut = std::upper_bound(changes.begin(), changes.end(), whole.from); cut != changes.end(); ++cut) {
    if (*cut >= whole.before) break;
    add(*cut);
  }
  add(whole.before);
  return pieces;
}

Finding finding_of(const View& view, const Record& record, const When& when, const std::vector<Moment>& changes,
                   Detail detail) {
  const auto pieces = pieces_of(view, record, when, changes, detail);
  Finding finding;
  finding.id = record.measure->id;
  finding.kind = kind_of(*record.measure);
  finding.force = model::force_of(record.measure->kind);
  finding.authorization = record.measure->kind == model::Kind::authorization;
  if (same_status(pieces)) {
    finding.status = pieces.front().standing.status;
    finding.attributes = common_attributes(pieces);
    set_bounds(record.zone(), pieces, finding);
  } else {
    set_within(record.zone(), pieces, finding);
  }
  std::vector<ChainId> chains;
  std::vector<model::MeasureId> members;
  for (const auto& piece : pieces) {
    append_new(chains, piece.standing.chains);
    append_new(finding.missing, piece.standing.missing);
    append_new(members, piece.standing.members);
  }
  finding.members = members_told(view, members, pieces.front().period.from, when);
  finding.by = shaping_events(view, chains);
  finding.evidence = weakest_evidence(view, chains, pieces.front().period.from);
  if (detail == Detail::bare) return finding;
  finding.title = record.measure->title;
  finding.jurisdiction = record.measure->jurisdiction;
  finding.next = next_of(view, record, pieces.back(), changes);
  finding.reasons = reasons_of(view, record, finding, pieces);
  add_sources(finding.reasons, finding.sources);
  return finding;
}

bool shown_by_default(Status status) {
  switch (status) {
    case Status::applies:
    case Status::may_apply:
    case Status::released:
    case Status::grace:
    case Status::suspended:
    case Status::pending:
      return true;
    case Status::ended:
    case Status::not_yet:
    case Status::never:
    case Status::out_of_scope:
      return false;
  }
  return false;
}

}  // namespace inforce::query
