#include "engine/query/impact.h"

#include <algorithm>
#include <map>

#include "engine/query/answers.h"
#include "engine/query/impact_records.h"

namespace inforce::query {

namespace {

using model::MeasureId;
using std::chrono::days;

/// One case in one version: the measures that can come to stand in its answers.
class Asked {
 public:
  Asked(const Version& version, const Facts& facts) : query_(question(facts)), view_(version.view, query_) {
    const Setting setting{view_, {}, *query_.on};
    const auto holds = [&](const auto* scope) { return may_hold(setting, *scope); };
    for (std::uint32_t i = 0; i < view_.rules.measures.size(); ++i) {
      const auto& measure = view_.rules.measures[i];
      if (!is_reportable(measure) || measure.kind == model::Kind::authorization) continue;
      if (model::force_of(measure.kind) == Force::context) continue;
      const auto& scopes = version.dependents.scopes({i});
      const bool everywhere = model::scope_of(measure) == nullptr;
      if (everywhere || std::any_of(scopes.begin(), scopes.end(), holds)) concerned_.push_back({i});
    }
  }
  Asked(const Asked&) = delete;
  Asked& operator=(const Asked&) = delete;

  [[nodiscard]] bool concerns(const std::set<std::string>& measures) const {
    return std::any_of(concerned_.begin(), concerned_.end(),
                       [&](MeasureId id) { return measures.count(view_.rules[id].id) != 0; });
  }

  [[nodiscard]] const Case& described() const { return view_.described; }

  /// The days from which on an answer may be another.
  void add_cuts(std::set<Date>& cuts) const {
    for (const auto id : concerned_) {
      const auto& zone = view_.record(id).zone();
      for (const auto moment : changes_of(view_, id)) {
        const auto day = zone.day_of(moment);
        cuts.insert(day);
        if (!zone.bound(moment).day) cuts.insert(day + days{1});
      }
    }
    for (const auto& regime : view_.rules.regimes) cuts.insert(regime.from);
  }

  [[nodiscard]] Outcome on(Date day) const {
    const auto when = When::on_day(day);
    OnAnswer answer;
    for (const auto id : concerned_) {
      auto finding = finding_of(view_, view_.record(id), when, changes_of(view_, id), Detail::bare);
      if (shown_by_default(finding.status)) answer.restrictions.push_back(std::move(finding));
    }
    set_verdict(view_, when, answer, Detail::bare);
    Outcome outcome{answer.verdict, answer.could_be, answer.policies, {}};
    std::sort(outcome.policies.begin(), outcome.policies.end());
    for (const auto& finding : answer.restrictions) {
      if (finding.status != Status::pending) outcome.restrictions.emplace_back(finding.id, finding.status);
    }
    return outcome;
  }

 private:
  static Query question(const Facts& facts) {
    Query query;
    query.facts = facts;
    query.on = When::on_day(Date{});
    return query;
  }

  const Query query_;
  const View view_;
  std::vector<MeasureId> concerned_;
};

bool same(const Case& a, const Case& b) { return a.facts == b.facts && a.partial == b.partial; }

/// Leaves out the restrictions that both have alike: what is left tells the difference.
void keep_differences(Outcome& was, Outcome& is) {
  const auto all = was.restrictions;
  const auto shared = [](const auto& list) {
    return [&](const auto& entry) { return std::find(list.begin(), list.end(), entry) != list.end(); };
  };
  std::erase_if(was.restrictions, shared(is.restrictions));
  std::erase_if(is.restrictions, shared(all));
}

/// Runs of days on which both versions give other answers; `cases` are empty yet.
std::vector<AnswerChange> changes_for(const Asked& was, const Asked& is) {
  std::set<Date> cuts;
  was.add_cuts(cuts);
  is.add_cuts(cuts);
  std::vector<AnswerChange> changes;
  std::optional<Date> from;
  const auto look = [&](Date day, std::optional<Date> before) {
    AnswerChange here{from, before, was.on(day), is.on(day), {}};
    if (here.was == here.is) return;
    keep_differences(here.was, here.is);
    auto* last = changes.empty() ? nullptr : &changes.back();
    if (last != nullptr && last->before == from && last->was == here.was && last->is == here.is) {
      last->before = before;
    } else {
      changes.push_back(std::move(here));
    }
  };
  for (const auto cut : cuts) {
    look(from ? *from : cut - days{1}, cut);
    from = cut;
  }
  look(from.value_or(Date{}), std::nullopt);
  return changes;
}

/// Equal changes of several cases as one.
class Grouped {
 public:
  void add(const Facts& facts, const std::vector<AnswerChange>& changes) {
    for (const auto& change : changes) {
      const Key key{change.from.value_or(Date::min()), change.before.value_or(Date::max()), change.was, change.is};
      const auto [place, is_new] = found_.try_emplace(key, change);
      place->second.cases.push_back(facts);
    }
  }

  [[nodiscard]] std::vector<AnswerChange> all() && {
    std::vector<AnswerChange> changes;
    changes.reserve(found_.size());
    for (auto& [key, change] : found_) changes.push_back(std::move(change));
    std::stable_partition(changes.begin(), changes.end(), [](const auto& change) { return change.other_verdict(); });
    return changes;
  }

 private:
  using Key = std::tuple<Date, Date, Outcome, Outcome>;
  std::map<Key, AnswerChange> found_;
};

}  // namespace

Impact impact_of(const Timeline& from, const Timeline& to, const Facts& only) {
  Impact impact;
  impact.from_digest = from.rulebook().digest();
  impact.to_digest = to.rulebook().digest();
  if (impact.same_rules()) return impact;
  const Version was(from);
  const Version is(to);
  compare_records(was, is, impact);
  const auto doubtful = doubtful_in(was, is);
  const auto cases = only.empty() ? cases_of(was, is, doubtful) : std::vector<Facts>{only};
  impact.cases = cases.size();
  Grouped grouped;
  for (const auto& facts : cases) {
    const Asked first(was, facts);
    const Asked second(is, facts);
    const bool concerned = doubtful.every_case || first.concerns(doubtful.measures) ||
                           second.concerns(doubtful.measures) || !same(first.described(), second.described());
    if (concerned) grouped.add(facts, changes_for(first, second));
  }
  impact.answers = std::move(grouped).all();
  return impact;
}

}  // namespace inforce::query
