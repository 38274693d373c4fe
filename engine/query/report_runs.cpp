#include "engine/query/report_runs.h"

#include <algorithm>
#include <set>

#include "engine/query/answers.h"

namespace inforce::query {

namespace {

using std::chrono::days;

constexpr std::size_t most_runs = 2000;

bool same(const Interval& a, const Interval& b) {
  return a.from == b.from && a.before == b.before && a.state == b.state && a.certain == b.certain &&
         a.attributes == b.attributes && a.evidence == b.evidence && a.by == b.by;
}

bool same(const std::vector<Interval>& a, const std::vector<Interval>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Interval& x, const Interval& y) { return same(x, y); });
}

/// The days on which more became known of a measure. Coordinates of a measure of several zones are days already.
void add_known_days(const timeline::Compiled& compiled, model::MeasureId id, std::set<Date>& found) {
  const auto& history = compiled.measures[id.value];
  const auto first = history.several_zones ? history.day_first : history.first;
  const auto count = history.several_zones ? history.day_count : history.count;
  const auto add = [&](Moment moment) {
    if (moment == beginning_of_time || moment == end_of_time) return;
    found.insert(history.several_zones ? std::chrono::floor<days>(moment) : history.zone.day_of(moment));
  };
  for (auto i = first; i < first + count; ++i) {
    add(compiled.segments[i].known_from);
    add(compiled.segments[i].known_before);  // Where all is withdrawn, nothing begins.
  }
}

/// The day that a moment of knowledge lies in, for the measure. Empty where no moment is asked for.
std::optional<Date> day_within(const timeline::MeasureHistory& history, const std::optional<When>& known) {
  if (!known || known->day) return std::nullopt;
  return history.several_zones ? std::chrono::floor<days>(known->moment) : history.zone.day_of(known->moment);
}

/// The last day that is known whole; empty: all of them. Days of several zones may still run where one has ended.
std::optional<Date> last_whole_day(const timeline::MeasureHistory& history, const std::optional<When>& known) {
  if (const auto within = day_within(history, known)) return *within - days{history.several_zones ? 2 : 1};
  return known ? known->day : std::nullopt;
}

std::vector<std::string> restrictions_in(const OnAnswer& answer) {
  std::vector<std::string> ids;
  for (const auto& finding : answer.restrictions) {
    const bool counts = finding.status == Status::applies || finding.status == Status::may_apply;
    if (counts && finding.force != Force::context) ids.push_back(finding.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

bool same(const VerdictRun& a, const VerdictRun& b) {
  return a.verdict == b.verdict && a.could_be == b.could_be && a.restrictions == b.restrictions;
}

/// The first day after `day` on which the answer may be another: its own bound, or the first day of a regime.
std::optional<Date> next_day(const model::Rulebook& rules, const OnAnswer& answer, Date day) {
  std::optional<Date> next;
  const auto offer = [&](Date other) {
    if (other > day && (!next || other < *next)) next = other;
  };
  if (answer.stable.before) offer(std::max(day + days{1}, *answer.stable.before->day));
  for (const auto& regime : rules.regimes) offer(regime.from);
  return next;
}

}  // namespace

const View& Knowledges::known_on(Date day) {
  auto& view = views_[day];
  if (!view) view = std::make_unique<View>(compiled_, asked_, When::on_day(day));
  return *view;
}

std::set<Date> Knowledges::known_days_of(const View& view, const Record& record) const {
  std::set<Date> known_days;
  add_known_days(compiled_, record.id, known_days);
  for (const auto id : dependencies(view, record.id)) add_known_days(compiled_, id, known_days);
  return known_days;
}

std::vector<Stage> Knowledges::stages_of(const View& view, const Record& record) {
  std::vector<Stage> stages;
  const auto last = last_whole_day(*record.history, view.known);
  for (const Date day : known_days_of(view, record)) {
    if (!last || day <= *last) stages.push_back({day, &known_on(day)});
  }
  auto from = day_within(*record.history, view.known);
  if (!from && !stages.empty()) from = stages.back().from;
  stages.push_back({from, &view});
  return stages;
}

std::vector<ReportRow::Known> Knowledges::history_of(const View& view, const Record& record) {
  std::vector<ReportRow::Known> history;
  for (const Date day : known_days_of(view, record)) {
    const auto& then = known_on(day);
    auto intervals = intervals_of(then, then.record(record.id));
    if (history.empty() ? intervals.empty() : same(history.back().intervals, intervals)) continue;
    history.push_back({day, std::move(intervals)});
  }
  return history;
}

std::optional<AskedVerdict> asked_verdict(const timeline::Compiled& compiled, const Query& asked) {
  if (!asked.on) return std::nullopt;
  const auto answer = answer_on(View(compiled, asked, asked.known));
  if (!answer.verdict) return std::nullopt;
  return AskedVerdict{*answer.verdict, answer.could_be, restrictions_in(answer)};
}

std::vector<VerdictRun> verdict_runs(const timeline::Compiled& compiled, const Query& asked, Date from, Date through,
                                     bool& cut) {
  std::vector<VerdictRun> runs;
  Query question = asked;
  question.ask = Ask::on;
  const View view(compiled, question, question.known);
  std::optional<Date> day = from;
  while (day && *day <= through) {
    question.on = When::on_day(*day);
    const auto answer = answer_on(view);
    if (!answer.verdict) return {};
    const auto next = next_day(view.rules, answer, *day);
    const Date last = next ? std::min(*next - days{1}, through) : through;
    VerdictRun run{*day, last, *answer.verdict, answer.could_be, restrictions_in(answer)};
    if (!runs.empty() && same(runs.back(), run)) {
      runs.back().through = run.through;
    } else {
      runs.push_back(std::move(run));
    }
    cut = runs.size() > most_runs;
    if (cut) {
      runs.pop_back();
      break;
    }
    day = next;
  }
  return runs;
}

}  // namespace inforce::query
