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

/// In answers about a case, an authorization that is not sure to cover it is shown only beside what it may release.
void drop_idle_authorizations(const View& view, OnAnswer& answer) {
  if (view.query.facts.empty() || view.query.all) return;
  std::set<model::MeasureId> relevant;
  for (const auto& finding : answer.restrictions) {
    const auto& by = view.rules[*model::find_measure(view.rules, finding.id)].released_by;
    relevant.insert(by.begin(), by.end());
  }
  std::erase_if(answer.authorizations, [&](const Finding& finding) {
    return finding.status != Status::applies && relevant.count(*model::find_measure(view.rules, finding.id)) == 0;
  });
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

}  // namespace

OnAnswer answer_on(const View& view) {
  OnAnswer answer;
  const auto& when = *view.query.on;
  for (std::uint32_t i = 0; i < view.rules.measures.size(); ++i) {
    const auto& measure = view.rules.measures[i];
    if (!is_reportable(measure) || !is_wanted(view.query, measure.jurisdiction, measure.regime)) continue;
    const auto& record = view.record({i});
    if (!takes_part(view, record)) continue;
    const auto changes = changes_of(view, {i});
    narrow(answer.stable,
           stable_of(view, record, when, changes, view.query.all ? Showing::always : Showing::by_status));
    auto finding = finding_of(view, record, when, changes, Detail::full);
    if (!row_wanted(view, finding)) continue;
    auto& rows = finding.authorization ? answer.authorizations : answer.restrictions;
    rows.push_back(std::move(finding));
  }
  drop_idle_authorizations(view, answer);
  std::sort(answer.restrictions.begin(), answer.restrictions.end(), earlier_row);
  std::sort(answer.authorizations.begin(), answer.authorizations.end(), earlier_row);
  set_verdict(view, when, answer);
  answer.conflicts = conflicts_in(view, answer.restrictions);
  return answer;
}

}  // namespace inforce::query
