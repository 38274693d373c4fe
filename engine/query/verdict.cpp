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

/// How long the case stays covered, or not: it may change on the first day of a regime, or where memberships do.
Stable coverage_stable(const View& view, const When& when) {
  std::vector<Date> cuts;
  for (const auto& regime : view.rules.regimes) cuts.push_back(regime.from);
  std::sort(cuts.begin(), cuts.end());
  const auto day = last_day_of(when, {});
  const auto here = covered(view, when);
  const auto differs = [&](Date other) { return covered(view, When::on_day(other)) != here; };
  const auto bound = [&](Date at) { return when.day ? Bound{Moment{at}, at} : Bound{Moment{at}, std::nullopt}; };
  const auto after = std::upper_bound(cuts.begin(), cuts.end(), day);
  Stable stable;
  for (auto cut = after; cut != cuts.begin() && !stable.from;) {
    --cut;
    if (differs(*cut - std::chrono::days{1})) stable.from = bound(*cut);
  }
  for (auto cut = after; cut != cuts.end() && !stable.before; ++cut) {
    if (differs(*cut)) stable.before = bound(*cut);
  }
  return stable;
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
  const auto coverage = covered(view, when);
  answer.verdict = coverage == Truth::yes  ? Verdict::clear
                   : coverage == Truth::no ? Verdict::not_covered
                                           : Verdict::undetermined;
  narrow(answer.stable, coverage_stable(view, when));
}

}  // namespace inforce::query
