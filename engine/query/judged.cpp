// The status of a measure for the facts of a case: its force, its scope, and what releases it (S20).
#include <algorithm>

#include "engine/query/append.h"
#include "engine/query/conditions.h"
#include "engine/query/reasons.h"

namespace inforce::query {

using timeline::Segment;
using timeline::State;

namespace {

using Worlds = std::vector<const Segment*>;

Reason scope_reason(const View& view, const syntax::Condition* condition, Judgement scope) {
  Reason reason;
  reason.kind = "scope";
  if (condition != nullptr) reason.place = place_of(view, condition->span);
  const auto tests = joined(scope.because, ", ");
  switch (scope.truth) {
    case Truth::yes:
      reason.text = condition == nullptr ? "its scope is every case" : "its scope is met: " + tests;
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
  reason.because = std::move(scope.steps);
  return reason;
}

/// The scopes that a measure has in several worlds, each judged once.
class Scopes {
 public:
  Scopes(const Setting& setting, const model::Measure& measure) : setting_(setting), measure_(measure) {}

  Truth of(const Segment& segment) {
    const auto* condition = scope_of(setting_.view, measure_, segment.attributes);
    for (const auto& [known, judgement] : judged_) {
      if (known == condition) return judgement.truth;
    }
    judged_.emplace_back(condition, condition == nullptr ? Judgement{} : judge(setting_, *condition));
    return judged_.back().second.truth;
  }

  void tell(Standing& standing) {
    for (auto& [condition, judgement] : judged_) {
      if (judgement.truth == Truth::unknown) append_new(standing.missing, judgement.missing);
      if (judgement.truth != Truth::no) append_new(standing.members, judgement.members);
      if (setting_.detail == Detail::bare) continue;
      standing.reasons.push_back(scope_reason(setting_.view, condition, std::move(judgement)));
    }
  }

  [[nodiscard]] bool any_unknown() const {
    return std::any_of(judged_.begin(), judged_.end(),
                       [](const auto& entry) { return entry.second.truth == Truth::unknown; });
  }

 private:
  const Setting& setting_;
  const model::Measure& measure_;
  std::vector<std::pair<const syntax::Condition*, Judgement>> judged_;
};

bool depends_on_case(Status status) {
  return status == Status::applies || status == Status::may_apply || status == Status::grace;
}

/// What is to come: it is out of scope where its coming scope is not met.
Standing absent_standing(const Setting& setting, const Record& record) {
  auto standing = force_at(setting.view, record, setting.moment, setting.asked);
  const auto* next = standing.status == Status::pending ? coming(record, setting.moment) : nullptr;
  if (next == nullptr) return standing;
  Scopes scopes(setting, *record.measure);
  if (scopes.of(*next) == Truth::no) standing.status = Status::out_of_scope;
  scopes.tell(standing);
  return standing;
}

/// A world in which the scope is not met is one in which the measure restricts nothing.
Standing scoped_standing(const Setting& setting, const Record& record) {
  Scopes scopes(setting, *record.measure);
  const auto worlds = worlds_at(record, setting.moment);
  Worlds kept;
  bool present = false;
  for (const auto* world : worlds) {
    const bool absent = world->state == State::absent;
    if (!absent && scopes.of(*world) == Truth::no) continue;
    kept.push_back(world);
    present = present || !absent;
  }
  std::optional<Standing> standing;
  if (present) {
    standing = present_at(setting.view, record, setting.moment, kept, kept.size() != worlds.size());
  } else {
    standing = present_at(setting.view, record, setting.moment, worlds, false);
    if (standing) standing->status = Status::out_of_scope;
  }
  if (!standing) return absent_standing(setting, record);
  if (scopes.any_unknown() && standing->status == Status::applies) standing->status = Status::may_apply;
  scopes.tell(*standing);
  return *standing;
}

/// Whether an authorization relieves, as it stands to the case.
Truth truth_of(const Standing& authorization) {
  switch (authorization.status) {
    case Status::applies:
    case Status::grace:
      return authorization.missing.empty() ? Truth::yes : Truth::unknown;
    case Status::may_apply:
      return Truth::unknown;
    default:
      return Truth::no;
  }
}

/// How an authorization stands to the case, as a step of the proof.
Reason release_reason(const View& view, const Record& authorization, Standing& standing) {
  const auto& measure = *authorization.measure;
  Reason reason;
  switch (truth_of(standing)) {
    case Truth::yes:
      reason.kind = "released";
      reason.text = "released by " + measure.id;
      break;
    case Truth::unknown:
      reason.kind = "authorization";
      reason.text = "may be released by " + measure.id;
      break;
    case Truth::no:
      reason.kind = "not-released";
      reason.text = "not released by " + measure.id + ", which is " + std::string(to_string(standing.status));
      break;
  }
  if (!measure.title.empty()) reason.text += ": " + measure.title;
  reason.place = place_of(view, measure.scope ? measure.scope->span : measure.span);
  reason.because = effect_reasons(view, authorization, standing.chains);
  if (standing.status == Status::may_apply) {
    for (auto& step : inexact_reasons(view, standing)) reason.because.push_back(std::move(step));
  }
  std::move(standing.reasons.begin(), standing.reasons.end(), std::back_inserter(reason.because));
  for (const auto& step : reason.because) append_new(reason.sources, step.sources);
  return reason;
}

/// What the authorizations of a measure make of it, and why.
struct Release {
  Truth truth = Truth::no;
  std::vector<std::string> missing{};
  std::vector<Reason> reasons{};
};

Release released_by(const Setting& setting, const Record& record) {
  Release release;
  for (const auto id : record.measure->released_by) {
    const auto& authorization = setting.view.record(id);
    auto standing = scoped_standing(setting, authorization);
    const bool certain = standing.status == Status::applies || standing.status == Status::grace;
    const auto truth = certain ? Truth::yes : standing.status == Status::may_apply ? Truth::unknown : Truth::no;
    release.truth = std::max(release.truth, truth);
    if (truth == Truth::unknown) append_new(release.missing, standing.missing);
    if (setting.detail == Detail::full)
      release.reasons.push_back(release_reason(setting.view, authorization, standing));
  }
  return release;
}

/// The attributes with several values that the scopes of a measure or of what may release it ask for.
std::vector<std::string> several_valued(const View& view, const Record& record) {
  std::vector<std::string> asked;
  const auto add_record = [&](const Record& each) {
    for (const auto* scope : scopes_of(view, each)) {
      if (scope != nullptr) attributes_in(*scope, asked);
    }
  };
  add_record(record);
  for (const auto id : record.measure->released_by) add_record(view.record(id));
  if (!asked.empty()) asked.emplace_back(model::item_attribute);  // What follows from items is asked of each.
  std::erase_if(asked, [&](const std::string& attribute) {
    const auto facts = view.query.facts.find(attribute);
    return facts == view.query.facts.end() || facts->second.size() < 2;
  });
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  return asked;
}

std::string to_text(const Facts& facts, const std::vector<std::string>& attributes) {
  std::string text;
  for (const auto& attribute : attributes) {
    text += (text.empty() ? "" : ", ") + attribute + " " + facts.at(attribute).front();
  }
  return text;
}

/// More cases than anyone asks about at once; beyond, a release is not certain.
constexpr std::size_t most_choices = 1024;

/// The single cases that a case with several values of those attributes stands for.
std::vector<Facts> choices_of(const Facts& facts, const std::vector<std::string>& attributes) {
  std::vector<Facts> choices{facts};
  for (const auto& attribute : attributes) {
    std::vector<Facts> more;
    for (const auto& choice : choices) {
      for (const auto& value : facts.at(attribute)) {
        more.push_back(choice);
        more.back()[attribute] = {value};
      }
    }
    if (more.size() > most_choices) return {};
    choices = std::move(more);
  }
  return choices;
}

/// What releases some of the case does not release it.
void tell_partly(const std::string& rest, Release& release) {
  for (auto& reason : release.reasons) {
    if (reason.kind != "released") continue;
    reason.kind = "partly-released";
    reason.text = "partly " + reason.text + "; not, or not certainly, for " + rest;
  }
}

/// A case with several values is released only if each single case in it that is restricted is released (D13).
Release release_of(const Setting& setting, const Record& record) {
  auto whole = released_by(setting, record);
  if (whole.truth == Truth::no) return whole;
  const auto several = several_valued(setting.view, record);
  if (several.empty()) return whole;
  const auto choices = choices_of(setting.view.query.facts, several);
  if (choices.empty()) whole.truth = Truth::unknown;
  for (const auto& choice : choices) {
    const View view = setting.view.with(complete(setting.view.rules, choice));
    const Setting single{view, setting.moment, setting.asked};
    const auto standing = scoped_standing(single, record);
    if (!depends_on_case(standing.status)) continue;
    auto release = released_by(single, record);
    if (release.truth == Truth::no && !standing.missing.empty()) {  // It may be no restricted case at all.
      release.truth = Truth::unknown;
      release.missing = standing.missing;
    }
    if (release.truth == Truth::unknown) append_new(whole.missing, release.missing);
    if (release.truth >= whole.truth) continue;
    whole.truth = release.truth;
    if (setting.detail == Detail::full) tell_partly(to_text(choice, several), whole);
  }
  return whole;
}

/// What the authorizations make of a measure that would apply, or may.
void apply_releases(const Setting& setting, const Record& record, Standing& standing) {
  if (!depends_on_case(standing.status) || record.measure->released_by.empty()) return;
  auto release = release_of(setting, record);
  std::move(release.reasons.begin(), release.reasons.end(), std::back_inserter(standing.reasons));
  if (release.truth == Truth::yes) {
    standing.status = Status::released;
    standing.missing.clear();
    standing.deciding.clear();
  } else if (release.truth == Truth::unknown) {
    if (standing.status == Status::applies) standing.status = Status::may_apply;
    append_new(standing.missing, release.missing);
  }
}

}  // namespace

Truth release_at(const Setting& setting, const Record& record) {
  Standing binding{.status = Status::applies};
  apply_releases({setting.view, setting.moment, setting.asked}, record, binding);
  return binding.status == Status::released    ? Truth::yes
         : binding.status == Status::may_apply ? Truth::unknown
                                               : Truth::no;
}

Standing standing_at(const Setting& setting, const Record& record) {
  if (setting.view.query.facts.empty()) return force_at(setting.view, record, setting.moment, setting.asked);
  auto standing = scoped_standing(setting, record);
  apply_releases(setting, record, standing);
  return standing;
}

}  // namespace inforce::query
