#include "engine/query/nearness.h"

#include <algorithm>

namespace inforce::query {

using syntax::Condition;

namespace {

void tests_in(const Condition& condition, std::vector<const Condition*>& found) {
  if (!condition.attribute.empty()) found.push_back(&condition);
  for (const auto& operand : condition.operands) tests_in(operand, found);
}

/// The scope as it is at the moment, or as the next spell has it.
const Condition* scope_at(const View& view, const Record& record, Moment moment) {
  for (const auto* world : worlds_at(record, moment)) {
    if (world->state != timeline::State::absent) return scope_of(view, *record.measure, world->attributes);
  }
  const auto* next = coming(record, moment);
  if (next != nullptr) return scope_of(view, *record.measure, next->attributes);
  return model::scope_of(*record.measure);
}

/// The facts of the case but those of one attribute, and what followed from them.
Case without(const View& view, const std::string& attribute) {
  auto other = view.described;
  other.facts.erase(attribute);
  if (attribute == model::item_attribute) {
    for (const auto& derived : derived_facts(view.rules, view.query.facts)) other.facts.erase(derived.attribute);
  }
  return other;
}

/// One for each attribute without whose fact the scope would not be refused.
std::vector<Near> facts_away(const View& view, const Record& record, Moment moment, const When& asked) {
  std::vector<Near> found;
  const auto* scope = scope_at(view, record, moment);
  if (scope == nullptr || judge({view, moment, asked}, *scope).truth != Truth::no) return found;
  std::vector<const Condition*> tests;
  tests_in(*scope, tests);
  for (const auto* test : tests) {
    const auto same = [&](const Near& near) { return near.attribute == test->attribute; };
    const auto known = std::find_if(found.begin(), found.end(), same);
    if (known != found.end()) {
      known->wanted.push_back(syntax::to_string(*test));
      continue;
    }
    const View other = view.with(without(view, test->attribute));
    if (judge({other, moment, asked}, *scope).truth == Truth::no) continue;
    Near near;
    near.attribute = test->attribute;
    near.wanted.push_back(syntax::to_string(*test));
    found.push_back(std::move(near));
  }
  return found;
}

bool applies_at(const View& view, const Record& record, Moment moment) {
  const auto asked = When::at(moment);
  const auto status = standing_at({view, moment, asked}, record).status;
  return status == Status::applies || status == Status::may_apply;
}

/// The last moment before `moment`, and the first from it on, at which the measure applies.
std::optional<Moment> before(const View& view, const Record& record, const std::vector<Moment>& changes,
                             Moment moment) {
  auto end = moment;
  for (auto cut = std::lower_bound(changes.begin(), changes.end(), moment); cut != changes.begin();) {
    --cut;
    if (applies_at(view, record, *cut)) return end - std::chrono::seconds{1};
    end = *cut;
  }
  const auto first = end - std::chrono::seconds{1};
  return applies_at(view, record, first) ? std::optional(first) : std::nullopt;
}

std::optional<Moment> after(const View& view, const Record& record, const std::vector<Moment>& changes, Moment moment) {
  for (auto cut = std::lower_bound(changes.begin(), changes.end(), moment); cut != changes.end(); ++cut) {
    if (applies_at(view, record, *cut)) return *cut;
  }
  return std::nullopt;
}

Near time_away(const calendar::Zone& zone, Moment at, const When& asked) {
  Near near;
  const auto day = zone.day_of(at);
  near.days = (day - (asked.day ? *asked.day : zone.day_of(asked.moment))).count();
  near.at = asked.day ? Bound{zone.start_of(day), day} : Bound{at, std::nullopt};
  return near;
}

}  // namespace

std::vector<Near> nearness(const View& view, const Record& record, const Finding& finding,
                           const std::vector<Moment>& changes) {
  if (finding.status == Status::applies || finding.status == Status::may_apply) return {};
  const auto& asked = *view.query.on;
  const auto period = period_of(asked, record.zone());
  auto found = facts_away(view, record, period.from, asked);
  if (const auto past = before(view, record, changes, period.from)) {
    found.push_back(time_away(record.zone(), *past, asked));
  }
  if (const auto next = after(view, record, changes, period.before)) {
    found.push_back(time_away(record.zone(), *next, asked));
  }
  return found;
}

}  // namespace inforce::query
