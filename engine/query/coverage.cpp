// What the rules cover, and whether an answer goes beyond it (S23).
#include <algorithm>
#include <set>

#include "engine/query/answers.h"

namespace inforce::query {

namespace {

std::optional<Date> day_of(const std::optional<When>& when) {
  if (!when) return std::nullopt;
  return when->day ? *when->day : calendar::Zone{}.day_of(when->moment);
}

/// The last day of force time that the question touches.
std::optional<Date> last_day_asked(const Query& query) {
  switch (query.ask) {
    case Ask::on:
    case Ask::why:
    case Ask::diff_known:
      return day_of(query.on);
    case Ask::diff:
      return std::max(day_of(query.on), day_of(query.then));
    case Ask::events:
    case Ask::conflicts:
      return query.through;
    case Ask::next:
      return query.from;
    case Ask::when:
    case Ask::coverage:
      return std::nullopt;
  }
  return std::nullopt;
}

void add_ids(const std::vector<Finding>& findings, std::vector<std::string>& ids) {
  for (const auto& finding : findings) ids.push_back(finding.id);
}

struct MeasuresNamed {
  std::vector<std::string> ids;

  void operator()(const OnAnswer& content) {
    add_ids(content.restrictions, ids);
    add_ids(content.authorizations, ids);
  }
  void operator()(const WhenAnswer& content) { ids.push_back(content.id); }
  void operator()(const WhyAnswer& content) { ids.push_back(content.finding.id); }
  void operator()(const DiffAnswer& content) {
    for (const auto& change : content.changes) ids.push_back(change.id);
  }
  void operator()(const EventsAnswer&) {}
  void operator()(const NextAnswer& content) {
    for (const auto& coming : content.next) ids.push_back(coming.id);
  }
  void operator()(const CoverageAnswer&) {}
  void operator()(const ConflictsAnswer& content) {
    for (const auto& conflict : content.conflicts) {
      for (const auto& side : conflict.sides) ids.push_back(side.id);
    }
  }
};

/// The earliest last review of the regimes that bear on the answer: those that cover the case, or may, and those of the
/// measures named; of all regimes, where none bears on it.
std::optional<Date> reviewed_through(const model::Rulebook& rules, const Answer& answer) {
  MeasuresNamed named;
  std::visit(named, answer.content);
  std::set<std::string> regimes;
  for (const auto& id : named.ids) {
    if (const auto measure = model::find_measure(rules, id)) regimes.insert(rules[*measure].regime);
  }
  for (const auto& coverage : answer.coverage) {
    if (!coverage.covers.empty()) regimes.insert(coverage.regime);
  }
  std::optional<Date> relevant;
  std::optional<Date> any;
  for (const auto& regime : rules.regimes) {
    if (!any || *any > regime.reviewed) any = regime.reviewed;
    if (regimes.count(regime.id) != 0 && (!relevant || *relevant > regime.reviewed)) relevant = regime.reviewed;
  }
  return relevant ? relevant : any;
}

std::string_view word_for(Truth truth) { return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "depends"; }

}  // namespace

Coverage told(const View& view, const model::Regime& regime, const std::optional<When>& when) {
  Coverage coverage;
  coverage.regime = regime.id;
  coverage.title = regime.title;
  coverage.from = regime.from;
  coverage.reviewed = regime.reviewed;
  if (regime.scope) coverage.scope = regime.scope->text;
  coverage.review_every = regime.review_every;
  coverage.note = regime.note;
  if (view.query.facts.empty()) return coverage;
  auto judgement = covers(view, regime, when ? *when : When::on_day(regime.from));
  coverage.covers = word_for(judgement.truth);
  if (judgement.truth == Truth::unknown) coverage.missing = std::move(judgement.missing);
  return coverage;
}

Judgement covers(const View& view, const model::Regime& regime, const When& when) {
  const calendar::Zone utc;
  const auto day = when.day ? *when.day : utc.day_of(when.moment);
  if (day < regime.from) return {.truth = Truth::no};
  if (!regime.scope) return {};
  return judge({view, period_of(when, utc).from, when}, regime.scope->condition);
}

CoverageAnswer answer_coverage(const View& view) {
  CoverageAnswer answer;
  for (const auto& regime : view.rules.regimes) answer.regimes.push_back(told(view, regime, view.query.on));
  return answer;
}

void add_coverage(const View& view, Answer& answer) {
  const auto asked = last_day_asked(answer.query);
  answer.states_coverage = !view.rules.regimes.empty();
  for (const auto& regime : view.rules.regimes) {
    if (asked && *asked < regime.from) continue;
    const auto when = answer.query.on ? answer.query.on : asked ? std::optional(When::on_day(*asked)) : std::nullopt;
    auto coverage = told(view, regime, when);
    if (coverage.covers != "no") answer.coverage.push_back(std::move(coverage));
  }
  const auto reviewed = reviewed_through(view.rules, answer);
  answer.projected = asked && reviewed && *asked > *reviewed;
}

}  // namespace inforce::query
