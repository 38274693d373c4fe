#include "engine/query/stable.h"

#include <algorithm>
#include <functional>

namespace inforce::query {

namespace {

using std::chrono::days;
using std::chrono::seconds;

template <class Time>
struct Run {
  std::optional<Time> from;
  std::optional<Time> before;
};

template <class Time>
void sort_unique(std::vector<Time>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// `cuts` divide time into runs in each of which `shown_at` is constant; gives the union of equal ones around `asked`.
template <class Time, class Unit>
Run<Time> run_around(const std::vector<Time>& cuts, Time asked, Unit unit, const std::function<Shown(Time)>& shown_at) {
  const auto here = shown_at(asked);
  const auto first_after = std::upper_bound(cuts.begin(), cuts.end(), asked);
  Run<Time> run;
  for (auto cut = first_after; cut != cuts.begin();) {
    --cut;
    if (same(here, shown_at(*cut - unit))) continue;
    run.from = *cut;
    break;
  }
  for (auto cut = first_after; cut != cuts.end(); ++cut) {
    if (same(here, shown_at(*cut))) continue;
    run.before = *cut;
    break;
  }
  return run;
}

std::vector<model::EventId> imposing_events(const View& view, const Record& record) {
  std::vector<model::EventId> events;
  if (view.known) return events;
  for (const auto* list : {&record.certain, &record.possible}) {
    for (const auto& segment : *list) {
      for (const auto id : timeline::effects_of(view.compiled, segment.chain)) {
        const auto& effect = view.rules[id];
        const bool is_new = std::find(events.begin(), events.end(), effect.event) == events.end();
        if (imposes(effect) && is_new) events.push_back(effect.event);
      }
    }
  }
  return events;
}

/// The last possible moments of the events that bear on the record: from then on they confirm what was reported (D11).
std::vector<Moment> confirmations(const View& view, const Record& record) {
  std::vector<Moment> moments;
  std::vector<timeline::ChainId> chains;
  for (const auto& segment : record.certain) chains.push_back(segment.chain);
  for (const auto event : events_of(view, chains)) {
    const auto& times = view.compiled.events[event.value];
    const auto& last = times.effective_last ? times.effective_last : times.last;
    if (last && *last != beginning_of_time && *last != end_of_time) moments.push_back(*last);
  }
  return moments;
}

std::vector<Date> cut_days(const View& view, const Record& record, std::vector<Moment> changes) {
  std::vector<Date> cuts;
  const auto confirmed = confirmations(view, record);
  changes.insert(changes.end(), confirmed.begin(), confirmed.end());
  for (const auto change : changes) {
    const auto bound = record.zone().bound(change);
    const auto day = bound.day.value_or(record.zone().day_of(change));
    cuts.push_back(day);
    if (!bound.day) cuts.push_back(day + days{1});
  }
  for (const auto event : imposing_events(view, record)) {
    const auto& times = view.compiled.events[event.value];
    if (times.known != beginning_of_time && times.known != end_of_time) cuts.push_back(times.known_day);
  }
  sort_unique(cuts);
  return cuts;
}

std::vector<Moment> cut_moments(const View& view, const Record& record, std::vector<Moment> changes) {
  const auto confirmed = confirmations(view, record);
  changes.insert(changes.end(), confirmed.begin(), confirmed.end());
  for (const auto event : imposing_events(view, record)) {
    const auto known = view.compiled.events[event.value].known;
    if (known != beginning_of_time && known != end_of_time) changes.push_back(known);
  }
  sort_unique(changes);
  return changes;
}

Bound day_bound(Date day) { return {Moment{day}, day}; }

}  // namespace

bool same(const Shown& a, const Shown& b) {
  if (a.shown != b.shown) return false;
  const auto& x = a.finding;
  const auto& y = b.finding;
  const auto same_run = [](const Within& p, const Within& q) {
    return p.from == q.from && p.before == q.before && p.status == q.status;
  };
  return x.status == y.status && x.attributes == y.attributes && x.since == y.since && x.before == y.before &&
         x.by == y.by && x.evidence == y.evidence && x.missing == y.missing &&
         std::equal(x.within.begin(), x.within.end(), y.within.begin(), y.within.end(), same_run);
}

Stable stable_of(const View& view, const Record& record, const When& when, const std::vector<Moment>& changes,
                 Showing showing) {
  const auto shown_at = [&](const When& at) {
    Shown shown{true, finding_of(view, record, at, changes, Detail::bare)};
    const bool sure = shown.finding.status == Status::applies;
    const bool by_status = showing == Showing::by_status && shown_by_default(shown.finding.status);
    return showing == Showing::always || sure || by_status ? shown : Shown{};
  };
  Stable stable;
  if (when.day) {
    const auto cuts = cut_days(view, record, changes);
    const auto run = run_around<Date>(cuts, *when.day, days{1}, [&](Date day) { return shown_at(When::on_day(day)); });
    if (run.from) stable.from = day_bound(*run.from);
    if (run.before) stable.before = day_bound(*run.before);
    return stable;
  }
  const auto cuts = cut_moments(view, record, changes);
  const auto run =
      run_around<Moment>(cuts, when.moment, seconds{1}, [&](Moment moment) { return shown_at(When::at(moment)); });
  if (run.from) stable.from = Bound{*run.from, std::nullopt};
  if (run.before) stable.before = Bound{*run.before, std::nullopt};
  return stable;
}

void narrow(Stable& whole, const Stable& part) {
  if (part.from && (!whole.from || *whole.from < *part.from)) whole.from = part.from;
  if (part.before && (!whole.before || *part.before < *whole.before)) whole.before = part.before;
}

}  // namespace inforce::query
