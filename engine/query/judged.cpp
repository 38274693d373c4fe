// The status of a measure for the facts of a case: its force, its scope, and what releases it (S20).
#include <algorithm>

#include "engine/query/conditions.h"

namespace inforce::query {

namespace {

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : between) + text;
  return all;
}

std::string place_of(const View& view, const std::optional<model::Scope>& scope) {
  if (!scope) return {};
  const auto place = view.rules.texts.begin_of(scope->span);
  return std::string(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

Reason scope_reason(const View& view, const Record& record, const Judgement& scope) {
  Reason reason;
  reason.kind = "scope";
  reason.place = place_of(view, record.measure->scope);
  const auto tests = joined(scope.because, ", ");
  switch (scope.truth) {
    case Truth::yes:
      reason.text = tests.empty() ? "its scope is every case" : "its scope is met: " + tests;
      break;
    case Truth::no:
      reason.text = "its scope is not met: decided by " + tests;
      break;
    case Truth::unknown:
      reason.kind = scope.missing.empty() ? "inexact-date" : "missing-fact";
      reason.text = scope.missing.empty() ? "a membership rests on a date that is not exact"
                                          : "its scope depends on " + joined(scope.missing, ", ");
      break;
  }
  return reason;
}

bool depends_on_case(Status status) {
  return status == Status::applies || status == Status::may_apply || status == Status::grace;
}

struct Release {
  Truth truth = Truth::no;
  std::vector<Reason> reasons{};
  std::vector<std::string> missing{};
};

void consider(const View& view, model::MeasureId id, Moment moment, const When& asked, Release& release) {
  const auto& record = view.record(id);
  const auto standing = force_at(view, record, moment, asked);
  if (!depends_on_case(standing.status)) return;
  const auto scope = judge_scope(view, record, standing, moment, asked);
  if (scope.truth == Truth::no) return;
  const bool certain = scope.truth == Truth::yes && standing.status != Status::may_apply;
  if (certain && release.truth != Truth::yes) release = {.truth = Truth::yes};
  if (!certain && release.truth == Truth::yes) return;
  if (!certain) release.truth = Truth::unknown;
  const auto& title = record.measure->title;
  const auto verb = certain ? "released by " : "may be released by ";
  Reason reason;
  reason.kind = certain ? "released" : "authorization";
  reason.text = verb + record.measure->id + (title.empty() ? "" : ": " + title);
  reason.place = place_of(view, record.measure->scope);
  release.reasons.push_back(std::move(reason));
  for (const auto& attribute : scope.missing) release.missing.push_back(attribute);
}

Release release_of(const View& view, model::MeasureId id, Moment moment, const When& asked) {
  Release release;
  for (const auto dependency : dependencies(view, id)) {
    if (view.rules[dependency].kind == model::Kind::authorization) consider(view, dependency, moment, asked, release);
  }
  return release;
}

void apply_release(const View& view, const Record& record, Moment moment, const When& asked, Standing& standing) {
  if (record.measure->kind == model::Kind::authorization || !depends_on_case(standing.status)) return;
  auto release = release_of(view, record.id, moment, asked);
  if (release.truth == Truth::no) return;
  standing.status = release.truth == Truth::yes ? Status::released : Status::may_apply;
  if (release.truth == Truth::yes) standing.missing.clear();
  for (auto& reason : release.reasons) standing.reasons.push_back(std::move(reason));
  for (auto& attribute : release.missing) {
    if (std::find(standing.missing.begin(), standing.missing.end(), attribute) == standing.missing.end()) {
      standing.missing.push_back(std::move(attribute));
    }
  }
}

}  // namespace

Standing standing_at(const View& view, const Record& record, Moment moment, const When& asked) {
  auto standing = force_at(view, record, moment, asked);
  const bool in_question =
      depends_on_case(standing.status) || standing.status == Status::suspended || standing.status == Status::pending;
  if (view.query.facts.empty() || !in_question) return standing;
  const auto scope = judge_scope(view, record, standing, moment, asked);
  standing.reasons.push_back(scope_reason(view, record, scope));
  if (scope.truth == Truth::no) {
    standing.status = Status::out_of_scope;
    return standing;
  }
  if (scope.truth == Truth::unknown) {
    standing.missing = scope.missing;
    if (depends_on_case(standing.status)) standing.status = Status::may_apply;
  }
  apply_release(view, record, moment, asked, standing);
  return standing;
}

}  // namespace inforce::query
