#include <algorithm>
#include <set>
#include <tuple>

#include "engine/query/answers.h"

namespace inforce::query {

namespace {

bool row_wanted(const View& view, const Finding& finding) {
  if (view.query.all) return true;
  return finding.force != Force::context && shown_by_default(finding.status);
}

/// In answers about a case, an authorization that is not sure to cover it counts only beside what it may release.
std::set<model::MeasureId> authorizations_of_account(const View& view, const OnAnswer& answer) {
  std::set<model::MeasureId> found;
  for (const auto& finding : answer.restrictions) {
    const auto& by = view.rules[*model::find_measure(view.rules, finding.id)].released_by;
    found.insert(by.begin(), by.end());
  }
  return found;
}

/// Whether anything could ever be shown of it: it takes part in how long the answer stays the same.
bool takes_part(const View& view, const Record& record) {
  if (view.known && !record.announced) return false;
  return view.query.all || model::force_of(record.measure->kind) != Force::context;
}

int severity(Status status) {
  switch (status) {
    case Status::applies:
      return 0;
    case Status::may_apply:
      return 1;
    case Status::grace:
      return 2;
    case Status::released:
      return 3;
    case Status::suspended:
      return 4;
    case Status::pending:
      return 5;
    case Status::ended:
      return 6;
    case Status::not_yet:
      return 7;
    case Status::never:
      return 8;
    case Status::out_of_scope:
      return 9;
  }
  return 10;
}

bool earlier_row(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& finding) {
    return std::tuple(static_cast<int>(finding.force), severity(finding.status), std::string_view(finding.id));
  };
  return key(a) < key(b);
}

/// Adds the row of a measure, and what it means for how long the answer stays the same.
void add_row(const View& view, model::MeasureId id, Showing showing, OnAnswer& answer) {
  const auto& record = view.record(id);
  const auto& when = *view.query.on;
  const auto changes = changes_of(view, id);
  narrow(answer.stable, stable_of(view, record, when, changes, view.query.all ? Showing::always : showing));
  auto finding = finding_of(view, record, when, changes, Detail::full);
  const bool sure = finding.status == Status::applies || view.query.all;
  if (!row_wanted(view, finding) || (showing == Showing::where_sure && !sure)) return;
  auto& rows = finding.authorization ? answer.authorizations : answer.restrictions;
  rows.push_back(std::move(finding));
}

/// What the answer is about, of one kind: authorizations or restrictions.
std::vector<model::MeasureId> asked_about(const View& view, bool authorizations) {
  std::vector<model::MeasureId> found;
  for (std::uint32_t i = 0; i < view.rules.measures.size(); ++i) {
    const auto& measure = view.rules.measures[i];
    if ((measure.kind == model::Kind::authorization) != authorizations || !is_reportable(measure)) continue;
    if (!is_wanted(view.query, measure.jurisdiction, measure.regime)) continue;
    if (takes_part(view, view.record({i}))) found.push_back({i});
  }
  return found;
}

}  // namespace

OnAnswer answer_on(const View& view) {
  OnAnswer answer;
  for (const auto id : asked_about(view, false)) add_row(view, id, Showing::by_status, answer);
  const auto of_account = authorizations_of_account(view, answer);
  for (const auto id : asked_about(view, true)) {
    const bool counts = view.query.facts.empty() || of_account.count(id) != 0;
    add_row(view, id, counts ? Showing::by_status : Showing::where_sure, answer);
  }
  std::sort(answer.restrictions.begin(), answer.restrictions.end(), earlier_row);
  std::sort(answer.authorizations.begin(), answer.authorizations.end(), earlier_row);
  set_verdict(view, *view.query.on, answer, Detail::full);
  answer.conflicts = conflicts_in(view, answer.restrictions);
  return answer;
}

OnAnswer findings_on(const View& view) {
  OnAnswer answer;
  for (const bool authorizations : {false, true}) {
    auto& rows = authorizations ? answer.authorizations : answer.restrictions;
    for (const auto id : asked_about(view, authorizations)) {
      rows.push_back(finding_of(view, view.record(id), *view.query.on, changes_of(view, id), Detail::bare));
    }
  }
  set_verdict(view, *view.query.on, answer, Detail::bare);
  return answer;
}

}  // namespace inforce::query
