// Where rules of two jurisdictions meet on one case: opposite conduct, or one item that both restrict. What is compared
// is what rules state; which jurisdictions there are is theirs to say.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/model/scope_logic.h"
#include "engine/query/answers.h"

namespace inforce::query {

using model::Measure;
using model::MeasureId;
using syntax::Condition;
using syntax::Operator;

namespace {

bool takes_part(const Measure& measure) {
  return is_reportable(measure) && measure.kind != model::Kind::authorization && !measure.jurisdiction.empty() &&
         model::force_of(measure.kind) != Force::context;
}

Conflict::Side side_of(const Measure& measure) {
  return {measure.id, measure.title, measure.jurisdiction, model::force_of(measure.kind)};
}

/// Items that a condition names in a test that they can meet.
void items_in(const Condition& condition, std::vector<std::string>& items) {
  const bool names = condition.op == Operator::equal || condition.op == Operator::in;
  if (names && condition.attribute == model::item_attribute) {
    items.insert(items.end(), condition.values.begin(), condition.values.end());
  }
  for (const auto& operand : condition.operands) items_in(operand, items);
}

/// What the scopes of a measure ask for where it binds.
std::vector<std::string> asked_by(const std::vector<const Condition*>& scopes) {
  std::vector<std::string> asked;
  for (const auto* scope : scopes) {
    if (scope != nullptr) attributes_in(*scope, asked);
  }
  return asked;
}

/// Whether one case meets one scope of each.
bool can_meet(const View& view, MeasureId a, MeasureId b, const Facts& facts) {
  const auto others = scopes_of(view, view.record(b), binds);
  for (const auto* first : scopes_of(view, view.record(a), binds)) {
    for (const auto* second : others) {
      const std::array<const Condition*, 2> both{first, second};
      if (model::satisfiable(view.rules, both, facts)) return true;
    }
  }
  return false;
}

/// Whether the catalogue tells of the item something that scopes ask for.
bool tells_of(const model::Item& item, const std::vector<std::string>& asked) {
  return std::any_of(asked.begin(), asked.end(),
                     [&](const std::string& attribute) { return item.facts.count(attribute) != 0; });
}

/// Whether the scopes of a measure ask for the item, or for what the catalogue tells of items.
bool is_about_items(const View& view, MeasureId id) {
  const auto asked = asked_by(scopes_of(view, view.record(id), binds));
  return std::find(asked.begin(), asked.end(), model::item_attribute) != asked.end() ||
         std::any_of(view.rules.items.begin(), view.rules.items.end(),
                     [&](const model::Item& item) { return tells_of(item, asked); });
}

/// The items that each measure restricts as such: those that its scopes name, or that meet them through what follows
/// from the item.
class ItemIndex {
 public:
  explicit ItemIndex(const View& view) : view_(view) {}

  void add(MeasureId id) {
    const auto scopes = scopes_of(view_, view_.record(id), binds);
    const auto asked = asked_by(scopes);
    std::vector<std::string> named;
    for (const auto* scope : scopes) {
      if (scope != nullptr) items_in(*scope, named);
    }
    for (const auto& item : view_.rules.items) {
      if (tells_of(item, asked)) named.push_back(item.id);
    }
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    for (const auto& item : named) by_item_[item].push_back(id);
  }

  /// For each pair of measures of two jurisdictions, the items that both restrict in some case.
  [[nodiscard]] std::map<std::pair<MeasureId, MeasureId>, std::vector<std::string>> pairs() const {
    std::map<std::pair<MeasureId, MeasureId>, std::vector<std::string>> found;
    for (const auto& [item, measures] : by_item_) {
      const auto facts = complete(view_.rules, {{std::string(model::item_attribute), {item}}}).facts;
      for (auto a = measures.begin(); a != measures.end(); ++a) {
        for (auto b = a + 1; b != measures.end(); ++b) {
          const bool abroad = view_.rules[*a].jurisdiction != view_.rules[*b].jurisdiction;
          if (abroad && can_meet(view_, *a, *b, facts)) found[{*a, *b}].push_back(item);
        }
      }
    }
    return found;
  }

 private:
  const View& view_;
  std::map<std::string, std::vector<MeasureId>> by_item_;
};

/// A run of moments in which two measures both apply, certainly or possibly.
struct Meeting {
  Moment from;
  Moment before;
  bool certain;
};

std::optional<bool> applies(const View& view, MeasureId id, Moment moment) {
  const auto asked = When::at(moment);
  const auto status = standing_at({view, moment, asked}, view.record(id)).status;
  if (status == Status::applies) return true;
  return status == Status::may_apply ? std::optional(false) : std::nullopt;
}

/// The runs of moments in which a measure applies, in order, each told apart as certain or possible.
std::vector<Meeting> runs_of(const View& view, MeasureId id) {
  auto cuts = changes_of(view, id);
  cuts.insert(cuts.begin(), beginning_of_time);
  std::vector<Meeting> found;
  for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
    const auto here = applies(view, id, *cut);
    if (!here) continue;
    const auto before = std::next(cut) == cuts.end() ? end_of_time : *std::next(cut);
    if (!found.empty() && found.back().before == *cut && found.back().certain == *here) {
      found.back().before = before;
    } else {
      found.push_back({*cut, before, *here});
    }
  }
  return found;
}

/// The runs of each measure, found once.
class Runs {
 public:
  explicit Runs(const View& view) : view_(view) {}

  const std::vector<Meeting>& of(MeasureId id) {
    const auto [at, fresh] = runs_.try_emplace(id);
    if (fresh) at->second = runs_of(view_, id);
    return at->second;
  }

  /// What the runs of two measures have in common, in order.
  std::vector<Meeting> common(MeasureId a, MeasureId b) {
    std::vector<Meeting> found;
    for (const auto& first : of(a)) {
      for (const auto& second : of(b)) {
        const Meeting both{std::max(first.from, second.from), std::min(first.before, second.before),
                           first.certain && second.certain};
        if (both.from < both.before) found.push_back(both);
      }
    }
    return found;
  }

 private:
  const View& view_;
  std::map<MeasureId, std::vector<Meeting>> runs_;
};

/// Told in the zone in which it falls on the start of a day, if in either.
std::optional<Bound> bound_in(const View& view, MeasureId a, MeasureId b, Moment moment) {
  const auto bound = bound_of(view.record(a).zone(), moment);
  return bound && !bound->day ? bound_of(view.record(b).zone(), moment) : bound;
}

bool touches_period(const View& view, MeasureId a, const Meeting& meeting) {
  const auto& zone = view.record(a).zone();
  const auto& query = view.query;
  if (query.from && meeting.before != end_of_time && meeting.before <= zone.start_of(*query.from)) return false;
  return !query.through || meeting.from < zone.start_of(*query.through + std::chrono::days{1});
}

void add_meetings(const View& view, Runs& runs, MeasureId a, MeasureId b, const Conflict& conflict,
                  ConflictsAnswer& answer) {
  for (const auto& meeting : runs.common(a, b)) {
    if (!touches_period(view, a, meeting)) continue;
    auto row = conflict;
    row.certain = meeting.certain;
    row.from = bound_in(view, a, b, meeting.from);
    row.before = bound_in(view, a, b, meeting.before);
    answer.conflicts.push_back(std::move(row));
  }
}

Conflict opposite(const Measure& requiring, const Measure& forbidding) {
  Conflict conflict;
  conflict.kind = Conflict::Kind::opposite_conduct;
  conflict.conduct = requiring.requires_conduct;
  conflict.sides = {side_of(requiring), side_of(forbidding)};
  return conflict;
}

/// Pairs of opposite conduct, each with the requiring side first.
std::vector<std::pair<MeasureId, MeasureId>> opposites(const model::Rulebook& rules,
                                                       const std::vector<MeasureId>& all) {
  std::map<std::string_view, std::vector<MeasureId>> forbidding;
  for (const auto id : all) {
    if (!rules[id].forbids_conduct.empty()) forbidding[rules[id].forbids_conduct].push_back(id);
  }
  std::vector<std::pair<MeasureId, MeasureId>> found;
  for (const auto id : all) {
    const auto others = forbidding.find(rules[id].requires_conduct);
    if (others == forbidding.end()) continue;
    for (const auto other : others->second) {
      if (rules[id].jurisdiction != rules[other].jurisdiction) found.emplace_back(id, other);
    }
  }
  return found;
}

/// The case's own items, where it has any.
std::vector<std::string> items_of(const View& view) {
  const auto* items = view.fact(std::string(model::item_attribute));
  return items == nullptr ? std::vector<std::string>{} : *items;
}

Conflict both_restrict(const std::vector<const Measure*>& measures, std::vector<std::string> items) {
  Conflict conflict;
  conflict.items = std::move(items);
  for (const auto* measure : measures) conflict.sides.push_back(side_of(*measure));
  return conflict;
}

bool earlier(const Conflict& a, const Conflict& b) {
  const auto key = [](const Conflict& conflict) {
    return std::tuple(conflict.from.has_value(), conflict.from, static_cast<int>(conflict.kind),
                      std::string_view(conflict.sides.front().id), std::string_view(conflict.sides.back().id));
  };
  return key(a) < key(b);
}

/// Of a case with an item: all that ever apply to it.
void add_pairs_of_case(const View& view, Runs& runs, std::vector<MeasureId> all, ConflictsAnswer& answer) {
  const auto items = items_of(view);
  if (items.empty()) return;
  std::erase_if(all, [&](MeasureId id) { return runs.of(id).empty() || !is_about_items(view, id); });
  for (auto a = all.begin(); a != all.end(); ++a) {
    for (auto b = a + 1; b != all.end(); ++b) {
      if (view.rules[*a].jurisdiction == view.rules[*b].jurisdiction) continue;
      add_meetings(view, runs, *a, *b, both_restrict({&view.rules[*a], &view.rules[*b]}, items), answer);
    }
  }
}

void add_pairs_of_items(const View& view, Runs& runs, const std::vector<MeasureId>& all, ConflictsAnswer& answer) {
  ItemIndex index(view);
  for (const auto id : all) index.add(id);
  for (const auto& [pair, items] : index.pairs()) {
    const auto [a, b] = pair;
    add_meetings(view, runs, a, b, both_restrict({&view.rules[a], &view.rules[b]}, items), answer);
  }
}

}  // namespace

ConflictsAnswer answer_conflicts(const View& view) {
  ConflictsAnswer answer;
  std::vector<MeasureId> all;
  for (std::uint32_t i = 0; i < view.rules.measures.size(); ++i) {
    if (takes_part(view.rules.measures[i])) all.push_back({i});
  }
  Runs runs(view);
  const bool of_case = !view.query.facts.empty();
  for (const auto& [a, b] : opposites(view.rules, all)) {
    if (of_case || can_meet(view, a, b, {})) {
      add_meetings(view, runs, a, b, opposite(view.rules[a], view.rules[b]), answer);
    }
  }
  if (of_case) {
    add_pairs_of_case(view, runs, all, answer);
  } else {
    add_pairs_of_items(view, runs, all, answer);
  }
  std::stable_sort(answer.conflicts.begin(), answer.conflicts.end(), earlier);
  return answer;
}

std::vector<Conflict> conflicts_in(const View& view, const std::vector<Finding>& restrictions) {
  std::vector<Conflict> found;
  if (view.query.facts.empty()) return found;
  std::vector<MeasureId> all;
  std::vector<MeasureId> sure;
  std::vector<const Measure*> measures;
  std::vector<std::string> jurisdictions;
  for (const auto& finding : restrictions) {
    const auto id = *model::find_measure(view.rules, finding.id);
    const bool open = finding.status == Status::may_apply;
    if (!takes_part(view.rules[id]) || (finding.status != Status::applies && !open)) continue;
    all.push_back(id);
    if (!open) sure.push_back(id);
    if (open || !is_about_items(view, id)) continue;
    measures.push_back(&view.rules[id]);
    jurisdictions.push_back(view.rules[id].jurisdiction);
  }
  for (const auto& [a, b] : opposites(view.rules, all)) {
    auto conflict = opposite(view.rules[a], view.rules[b]);
    const auto is_certain = [&](MeasureId id) { return std::find(sure.begin(), sure.end(), id) != sure.end(); };
    conflict.certain = is_certain(a) && is_certain(b);
    found.push_back(std::move(conflict));
  }
  std::sort(jurisdictions.begin(), jurisdictions.end());
  const bool several = std::unique(jurisdictions.begin(), jurisdictions.end()) - jurisdictions.begin() > 1;
  if (several && !items_of(view).empty()) found.push_back(both_restrict(measures, items_of(view)));
  return found;
}

}  // namespace inforce::query
