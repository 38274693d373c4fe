#include <algorithm>
#include <tuple>

#include "engine/query/answers.h"
#include "engine/query/nearness.h"

namespace inforce::query {

namespace {

bool restricts(const Finding& finding) {
  const bool in_force =
      finding.status == Status::applies || finding.status == Status::may_apply || finding.status == Status::grace;
  return in_force && finding.force != Force::context;
}

/// What applied to the case instead, the most severe first.
std::vector<Instead> instead_of(const View& view, model::MeasureId id) {
  std::vector<std::tuple<Force, int, model::Kind, Instead>> found;
  for (std::uint32_t i = 0; i < view.rules.measures.size(); ++i) {
    const auto& measure = view.rules.measures[i];
    if (!is_reportable(measure) || measure.kind == model::Kind::authorization || model::MeasureId{i} == id) continue;
    const auto finding = finding_of(view, view.record({i}), *view.query.on, changes_of(view, {i}), Detail::bare);
    if (!restricts(finding)) continue;
    found.emplace_back(finding.force, static_cast<int>(finding.status), measure.kind,
                       Instead{measure.id, measure.title, finding.kind, finding.status});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
           std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
  });
  std::vector<Instead> rows;
  rows.reserve(found.size());
  for (auto& row : found) rows.push_back(std::move(std::get<3>(row)));
  return rows;
}

}  // namespace

WhyAnswer answer_why(const View& view) {
  const auto id = *model::find_measure(view.rules, view.query.id);
  const auto& record = view.record(id);
  const auto changes = changes_of(view, id);
  const auto& when = *view.query.on;
  WhyAnswer answer;
  answer.finding = finding_of(view, record, when, changes, Detail::full);
  answer.near = nearness(view, record, answer.finding, changes);
  const bool applies = restricts(answer.finding);
  if (!applies && !answer.finding.authorization && !view.query.facts.empty()) answer.instead = instead_of(view, id);
  answer.stable = stable_of(view, record, when, changes, Showing::always);
  return answer;
}

}  // namespace inforce::query
