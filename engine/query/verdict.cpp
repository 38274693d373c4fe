// The verdict over the binding restrictions for the facts of a case (S22, S23).
#include <algorithm>

#include "engine/query/answers.h"

namespace inforce::query {

namespace {

Verdict verdict_of(const std::string& kind) {
  if (kind == "prohibition") return Verdict::prohibited;
  if (kind == "licence-requirement") return Verdict::licence_required;
  if (kind == "condition") return Verdict::conditional;
  return Verdict::notify;
}

/// The most severe verdict of the binding restrictions with that status; empty where there is none.
std::optional<Verdict> most_severe(const std::vector<Finding>& restrictions, Status status) {
  std::optional<Verdict> worst;
  for (const auto& finding : restrictions) {
    if (finding.force != Force::binding || finding.status != status) continue;
    const auto verdict = verdict_of(finding.kind);
    if (!worst || verdict > *worst) worst = verdict;
  }
  return worst;
}

Date last_day_of(const When& when, const calendar::Zone& zone) {
  return when.day ? *when.day : zone.day_of(when.moment);
}

/// Whether some regime covers the case on that day.
Truth covered(const View& view, const When& when) {
  Truth best = Truth::no;
  const calendar::Zone utc;
  const auto day = last_day_of(when, utc);
  for (const auto& regime : view.rules.regimes) {
    if (day < regime.from) continue;
    auto truth = Truth::yes;
    if (regime.scope) truth = judge(view, regime.scope->condition, period_of(when, utc).from, when).truth;
    best = std::max(best, truth);
  }
  return best;
}

}  // namespace

void set_verdict(const View& view, const When& when, OnAnswer& answer) {
  if (view.query.facts.empty()) return;
  const auto worst = most_severe(answer.restrictions, Status::applies);
  const auto possible = most_severe(answer.restrictions, Status::may_apply);
  if (worst) {
    answer.verdict = worst;
    if (possible && *possible > *worst) answer.could_be = possible;
    return;
  }
  if (possible) {
    answer.verdict = Verdict::undetermined;
    answer.could_be = possible;
    return;
  }
  switch (covered(view, when)) {
    case Truth::yes:
      answer.verdict = Verdict::clear;
      break;
    case Truth::unknown:
      answer.verdict = Verdict::undetermined;
      break;
    case Truth::no:
      answer.verdict = Verdict::not_covered;
      break;
  }
}

}  // namespace inforce::query
