// The verdict over the binding restrictions for the facts of a case (S22, S23).
#include <algorithm>

#include "engine/query/answers.h"
#include "engine/query/append.h"

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

void add_policy(const Attributes& attributes, std::vector<std::string>& policies) {
  const auto policy = attributes.find("policy");
  if (policy == attributes.end()) return;
  if (const auto* text = std::get_if<std::string>(&policy->second)) append_new(policies, *text);
}

/// How applications are judged: as said for the listed party alone, else as said of the restriction.
void add_policies(OnAnswer& answer) {
  for (const auto& finding : answer.restrictions) {
    const bool decides = finding.force == Force::binding && finding.status == Status::applies;
    if (!decides || verdict_of(finding.kind) != *answer.verdict) continue;
    const auto before = answer.policies.size();
    for (const auto& member : finding.members) add_policy(member.attributes, answer.policies);
    if (answer.policies.size() == before) add_policy(finding.attributes, answer.policies);
  }
}

void add_inexact_dates(const std::vector<Reason>& reasons, std::vector<std::string>& deciding) {
  for (const auto& reason : reasons) {
    if (reason.kind == "inexact-date" && !reason.event.empty()) append_new(deciding, reason.text);
    add_inexact_dates(reason.because, deciding);
  }
}

/// The facts and dates that would decide what may apply and is more severe than what does.
void add_deciders(OnAnswer& answer) {
  for (const auto& finding : answer.restrictions) {
    const bool open = finding.force == Force::binding && finding.status == Status::may_apply;
    if (!open || (*answer.verdict != Verdict::undetermined && verdict_of(finding.kind) <= *answer.verdict)) continue;
    for (const auto& fact : finding.missing) append_new(answer.missing, fact);
    add_inexact_dates(finding.reasons, answer.deciding);
  }
}

/// Whether some regime covers the case on that day.
Judgement covered(const View& view, const When& when) {
  Judgement best{.truth = Truth::no};
  for (const auto& regime : view.rules.regimes) {
    auto here = covers(view, regime, when);
    if (here.truth > best.truth) best = std::move(here);
  }
  return best;
}

/// How long the case stays covered, or not: it may change on the first day of a regime, or where memberships do.
Stable coverage_stable(const View& view, const When& when) {
  std::vector<Date> cuts;
  for (const auto& regime : view.rules.regimes) cuts.push_back(regime.from);
  std::sort(cuts.begin(), cuts.end());
  const auto day = when.day ? *when.day : calendar::Zone{}.day_of(when.moment);
  const auto here = covered(view, when).truth;
  const auto differs = [&](Date other) { return covered(view, When::on_day(other)).truth != here; };
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

void set_verdict(const View& view, const When& when, OnAnswer& answer, Detail detail) {
  if (view.query.facts.empty() || !view.query.jurisdictions.empty() || !view.query.regimes.empty()) return;
  const auto worst = most_severe(answer.restrictions, Status::applies);
  const auto possible = most_severe(answer.restrictions, Status::may_apply);
  if (worst) {
    answer.verdict = worst;
    if (possible && *possible > *worst) answer.could_be = possible;
    add_policies(answer);
  } else if (possible) {
    answer.verdict = Verdict::undetermined;
    answer.could_be = possible;
  } else {
    auto coverage = covered(view, when);
    answer.verdict = coverage.truth == Truth::yes  ? Verdict::clear
                     : coverage.truth == Truth::no ? Verdict::not_covered
                                                   : Verdict::undetermined;
    if (coverage.truth == Truth::unknown) answer.missing = std::move(coverage.missing);
    if (detail == Detail::full) narrow(answer.stable, coverage_stable(view, when));
  }
  if (answer.could_be) add_deciders(answer);
}

}  // namespace inforce::query
