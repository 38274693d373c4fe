#include <algorithm>

#include "engine/query/answers.h"
#include "engine/query/reasons.h"

namespace inforce::query {

namespace {

/// What is not announced in a state of knowledge is, there, not yet.
Finding finding_at(const View& view, model::MeasureId id, const When& when) {
  return finding_of(view, view.record(id), when, changes_of(view, id), Detail::bare);
}

std::vector<std::string> without(const std::vector<std::string>& list, const std::vector<std::string>& taken) {
  std::vector<std::string> rest;
  for (const auto& id : list) {
    if (std::find(taken.begin(), taken.end(), id) == taken.end()) rest.push_back(id);
  }
  return rest;
}

/// What happened, between two times, to what the status depends on besides its own record: authorizations, memberships.
std::vector<std::string> around(const View& view, model::MeasureId id, const When& from, const When& to) {
  std::vector<std::string> events;
  for (const auto dependency : dependencies(view, id)) {
    const auto& record = view.record(dependency);
    const auto first = period_of(from, record.zone());
    const auto last = period_of(to, record.zone());
    for (const auto at : boundaries(record)) {
      if (at <= std::min(first.from, last.from) || at >= std::max(first.before, last.before)) continue;
      for (auto& event : turning_events(view, record, at)) events.push_back(std::move(event));
    }
  }
  return events;
}

/// The events that one side rests on and the other does not; for an end, those that ended it.
std::vector<std::string> difference(const View& second, model::MeasureId id, const Finding& from, const Finding& to,
                                    const std::vector<std::string>& others) {
  auto events = without(to.by, from.by);
  const auto more = from.status == to.status ? std::vector<std::string>{} : without(others, events);
  events.insert(events.end(), more.begin(), more.end());
  if (events.empty()) events = without(from.by, to.by);
  if (to.status == Status::ended && to.before) {
    for (const auto event : ending_events(second.record(id), to.before->moment)) {
      events.push_back(second.rules[event].id);
    }
  }
  return events.empty() ? to.by : events;
}

/// What is out of scope on one day and not there on the other makes no difference to the case.
bool restricts_neither(Status from, Status to) {
  const bool out = from == Status::out_of_scope || to == Status::out_of_scope;
  return out && !shown_by_default(from) && !shown_by_default(to);
}

}  // namespace

DiffAnswer answer_diff(const View& first, const When& from_when, const View& second, const When& then) {
  DiffAnswer answer;
  for (std::uint32_t i = 0; i < first.rules.measures.size(); ++i) {
    const auto& measure = first.rules.measures[i];
    if (!is_reportable(measure) || !is_wanted(first.query, measure.jurisdiction, measure.regime)) continue;
    const auto from = finding_at(first, {i}, from_when);
    const auto to = finding_at(second, {i}, then);
    if (from.status == to.status && from.attributes == to.attributes) continue;
    if (restricts_neither(from.status, to.status)) continue;
    Change change;
    change.id = from.id;
    change.title = measure.title;
    change.from = from.status;
    change.from_attributes = from.attributes;
    change.to = to.status;
    change.to_attributes = to.attributes;
    change.by = difference(second, {i}, from, to, around(second, {i}, from_when, then));
    answer.changes.push_back(std::move(change));
  }
  return answer;
}

}  // namespace inforce::query
