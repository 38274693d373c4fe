// A timeline report, read off the compiled timeline (S26): no date is computed here.
#include "engine/diagnostics/report.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/calendar/zone.h"
#include "engine/query/answers.h"
#include "engine/query/assumptions.h"
#include "engine/query/report_calendar.h"
#include "engine/query/report_pending.h"
#include "engine/query/report_runs.h"
#include "engine/query/report_selection.h"
#include "inforce/inforce.h"

namespace inforce {
namespace query {

namespace {

class Reporter {
 public:
  Reporter(const timeline::Compiled& compiled, const ReportRequest& request)
      : compiled_(compiled),
        rules_(compiled.rulebook.model()),
        selection_(selected(rules_, request)),
        asked_(question_of(request)),
        view_(compiled, asked_, asked_.known),
        knowledges_(compiled, asked_) {
    report_.request = request;
  }

  Checked<TimelineReport> make() {
    add_rows();
    if (report_.request.calendar) add_calendar();
    if (!settle_period()) {
      return std::vector<Diagnostic>{diagnostics::make(codes::incomplete_question, "nothing in these rules is shown",
                                                       "select other measures, or give the first and the last day")};
    }
    drop_rows_outside();
    add_events();
    add_changes();
    if (!asked_.facts.empty()) {
      report_.verdicts = verdict_runs(compiled_, asked_, report_.from, report_.through, report_.verdicts_cut);
      report_.asked = asked_verdict(compiled_, asked_);
    }
    arrange(rules_, report_);
    add_coverage();
    add_citations();
    report_.digest = compiled_.rulebook.digest();
    report_.engine_version = version();
    report_.tzdata_version = calendar::tzdata_version();
    return std::move(report_);
  }

 private:
  static Query question_of(const ReportRequest& request) {
    Query query = request.about;
    query.ask = Ask::on;
    query.jurisdictions.clear();
    query.regimes.clear();
    return query;
  }

  void add_rows() {
    for (const auto id : selection_.measures) {
      const auto& record = view_.record(id);
      auto intervals = intervals_of(view_, record);
      const bool in_force_sometime = !record.certain.empty() || !record.possible.empty();
      if (intervals.empty() && in_force_sometime && !asked_.facts.empty()) {
        ++report_.out_of_scope;
        continue;
      }
      report_.rows.push_back(row_for(record, std::move(intervals)));
    }
  }

  void add_calendar() {
    auto calendar = calendar_of(view_, knowledges_, selection_.measures);
    report_.calendar = std::move(calendar.entries);
    report_.open_days = calendar.open;
  }

  ReportRow row_for(const Record& record, std::vector<Interval> intervals) {
    const auto& measure = *record.measure;
    ReportRow row;
    row.id = measure.id;
    row.title = measure.title;
    row.kind = std::string(model::to_string(measure.kind));
    row.force = model::force_of(measure.kind);
    row.authorization = measure.kind == model::Kind::authorization;
    row.jurisdiction = measure.jurisdiction;
    row.authority = measure.authority;
    row.regime = measure.regime;
    row.time_zone = std::string(measure.zone.name());
    if (measure.scope) row.scope = measure.scope->text;
    row.basis = measure.basis;
    row.note = measure.note;
    row.pending = pending_before(view_, record, intervals);
    row.intervals = std::move(intervals);
    if (!asked_.known) row.history = knowledges_.history_of(view_, record);
    if (asked_.on) {
      row.status = finding_of(view_, record, *asked_.on, changes_of(view_, record.id), Detail::bare).status;
    }
    std::set<std::string> sources;
    for (const auto& interval : row.intervals) add_sources_of(interval.by, sources);
    row.sources.assign(sources.begin(), sources.end());
    return row;
  }

  void add_sources_of(const std::vector<std::string>& events, std::set<std::string>& sources) const {
    for (const auto& id : events) {
      for (const auto source : rules_[*model::find_event(rules_, id)].sources) sources.insert(rules_[source].id);
    }
  }

  [[nodiscard]] const calendar::Zone& zone_of(const ReportRow& row) const {
    return rules_[*model::find_measure(rules_, row.id)].zone;
  }

  /// What is asked for, else from the first to the last day on which anything shown begins or ends.
  bool settle_period() {
    const auto days = days_shown();
    if (days.empty() && !(asked_.from && asked_.through)) return false;
    report_.from = asked_.from.value_or(days.empty() ? Date{} : *days.begin());
    report_.through = asked_.through.value_or(days.empty() ? Date{} : *days.rbegin());
    // Of a bound that is asked for and one that is not, the one asked for stands.
    if (asked_.from) report_.through = std::max(report_.from, report_.through);
    if (asked_.through) report_.from = std::min(report_.from, report_.through);
    return true;
  }

  [[nodiscard]] std::set<Date> days_shown() const {
    std::set<Date> days;
    for (const auto& row : report_.rows) {
      for (const auto& pending : row.pending) days.insert(*pending.first);
      for (const auto& interval : row.intervals) {
        if (interval.from) days.insert(day_of(zone_of(row), *interval.from));
        if (interval.before) days.insert(day_of(zone_of(row), *interval.before));
      }
    }
    for (const auto& entry : report_.calendar) days.insert({entry.first, entry.last});
    for (const auto id : selection_.events) add_days_of(id, days);
    if (asked_.on) days.insert(asked_.on->day ? *asked_.on->day : calendar::Zone{}.day_of(asked_.on->moment));
    return days;
  }

  void add_days_of(model::EventId id, std::set<Date>& days) const {
    const auto& times = compiled_.events[id.value];
    const auto& zone = rules_[id].zone;
    for (const auto& moment : {times.first, times.last}) {
      if (moment && *moment != beginning_of_time && *moment != end_of_time) days.insert(zone.day_of(*moment));
    }
  }

  [[nodiscard]] bool within_period(const ReportRow& row, const Interval& interval) const {
    const auto& zone = zone_of(row);
    const bool late = interval.from && day_of(zone, *interval.from) > report_.through;
    const bool early = interval.before && zone.day_of(interval.before->moment - std::chrono::seconds{1}) < report_.from;
    return !late && !early;
  }

  void drop_rows_outside() {
    const auto outside = [&](const ReportRow& row) {
      if (selection_.named.count(*model::find_measure(rules_, row.id)) != 0) return false;
      return std::none_of(row.intervals.begin(), row.intervals.end(),
                          [&](const Interval& interval) { return within_period(row, interval); });
    };
    const auto all = report_.rows.size();
    std::erase_if(report_.rows, outside);
    report_.outside = all - report_.rows.size();
  }

  /// Events that shape what is shown, those of the period that touch it, and those selected.
  void add_events() {
    std::map<model::MeasureId, std::string> shown;
    std::set<std::string> shaping;
    for (const auto& row : report_.rows) {
      shown.emplace(*model::find_measure(rules_, row.id), row.id);
      for (const auto& interval : row.intervals) {
        if (within_period(row, interval)) shaping.insert(interval.by.begin(), interval.by.end());
      }
    }
    for (std::uint32_t i = 0; i < rules_.events.size(); ++i) {
      ReportEvent event = event_for({i}, shown);
      const bool shapes = shaping.count(event.row.id) != 0;
      const bool selected = selection_.events.count({i}) != 0 || !event.touches.empty();
      if (is_left_out({i})) continue;
      if (shapes || (selected && (in_period({i}) || is_named(event.row.id))))
        report_.events.push_back(std::move(event));
    }
    std::stable_sort(report_.events.begin(), report_.events.end(), [](const ReportEvent& a, const ReportEvent& b) {
      return std::tuple(!a.first, a.first, a.last) < std::tuple(!b.first, b.first, b.last);
    });
  }

  [[nodiscard]] bool is_left_out(model::EventId id) const {
    if (selection_.without.count(id) != 0) return true;
    if (asked_.official_only && rules_[id].evidence != model::Evidence::official) return true;
    return asked_.known && !timeline::is_known(compiled_, id, asked_.known);
  }

  [[nodiscard]] bool is_named(const std::string& id) const {
    const auto& request = report_.request;
    const auto holds = [&](const std::vector<std::string>& ids) {
      return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    return holds(request.events) || std::any_of(request.lanes.begin(), request.lanes.end(),
                                                [&](const auto& lane) { return holds(lane.events); });
  }

  [[nodiscard]] bool in_period(model::EventId id) const {
    const auto& times = compiled_.events[id.value];
    const auto& zone = rules_[id].zone;
    const auto overlaps = [&](const std::optional<Moment>& first, const std::optional<Moment>& last) {
      if (!first || !last) return false;
      const bool early = *last != end_of_time && zone.day_of(*last) < report_.from;
      const bool late = *first != beginning_of_time && zone.day_of(*first) > report_.through;
      return !early && !late;
    };
    return overlaps(times.first, times.last) || overlaps(times.effective_first, times.effective_last);
  }

  ReportEvent event_for(model::EventId id, const std::map<model::MeasureId, std::string>& shown) {
    ReportEvent event;
    event.row = row_of(view_, id);
    const auto& times = compiled_.events[id.value];
    const auto& zone = rules_[id].zone;
    if (times.first && *times.first != beginning_of_time) event.first = zone.day_of(*times.first);
    if (times.last && *times.last != end_of_time) event.last = zone.day_of(*times.last);
    const auto& own = rules_[id];
    event.signal = own.effects.empty() && own.retracts.empty() && own.supersedes.empty();
    std::set<std::string> touched;
    add_touched(id, shown, touched);
    for (const auto other : own.retracts) add_touched(other, shown, touched);
    for (const auto other : own.supersedes) add_touched(other, shown, touched);
    event.touches.assign(touched.begin(), touched.end());
    return event;
  }

  void add_touched(model::EventId id, const std::map<model::MeasureId, std::string>& shown,
                   std::set<std::string>& touched) const {
    for (const auto effect : rules_[id].effects) {
      for (const auto leaf : model::leaves(rules_, rules_[effect].named)) {
        const auto row = shown.find(leaf);
        if (row != shown.end()) touched.insert(row->second);
      }
    }
  }

  void add_changes() {
    Query coming = asked_;
    coming.from = report_.from;
    std::map<std::string, const ReportRow*> rows;
    for (const auto& row : report_.rows) rows.emplace(row.id, &row);
    for (auto& change : answer_next(View(compiled_, coming, asked_.known)).next) {
      const auto row = rows.find(change.id);
      if (row != rows.end() && day_of(zone_of(*row->second), change.at) <= report_.through) {
        report_.changes.push_back(std::move(change));
      }
    }
  }

  void add_coverage() {
    std::set<std::string> regimes;
    for (const auto& row : report_.rows) regimes.insert(row.regime);
    const auto last = When::on_day(report_.through);
    for (const auto& regime : rules_.regimes) {
      auto coverage = told(view_, regime, last);
      const bool covers_case = coverage.covers == "yes" || coverage.covers == "depends";
      if (covers_case || regimes.count(regime.id) != 0) report_.coverage.push_back(std::move(coverage));
    }
  }

  void add_citations() {
    std::set<std::string> sources;
    for (const auto& row : report_.rows) sources.insert(row.sources.begin(), row.sources.end());
    for (const auto& event : report_.events) sources.insert(event.row.sources.begin(), event.row.sources.end());
    for (const auto& entry : report_.calendar) sources.insert(entry.sources.begin(), entry.sources.end());
    report_.citations = citations_of(rules_, sources);
  }

  const timeline::Compiled& compiled_;
  const model::Rulebook& rules_;
  Selection selection_;
  Query asked_;
  View view_;
  Knowledges knowledges_;
  TimelineReport report_;
};

template <class Id>
std::vector<std::string> ids_of(const model::Rulebook& rules, const std::vector<Id>& records) {
  std::vector<std::string> ids;
  ids.reserve(records.size());
  for (const auto id : records) ids.push_back(rules[id].id);
  return ids;
}

ReportRequest request_of(const model::Rulebook& rules, const model::Story& story) {
  ReportRequest request;
  request.title = story.title;
  request.question = story.question;
  request.notes = story.notes;
  request.about.facts = story.facts;
  request.about.on = story.on;
  request.about.known = story.known;
  request.about.from = story.from;
  request.about.through = story.through;
  request.about.regimes = story.regimes;
  request.about.jurisdictions = story.jurisdictions;
  request.measures = ids_of(rules, story.measures);
  request.events = ids_of(rules, story.events);
  request.leave_out = ids_of(rules, story.without_measures);
  for (auto& id : ids_of(rules, story.without_events)) request.leave_out.push_back(std::move(id));
  for (const auto& lane : story.lanes) {
    request.lanes.push_back({lane.title, ids_of(rules, lane.measures), ids_of(rules, lane.events), lane.note});
  }
  return request;
}

}  // namespace

}  // namespace query

std::vector<DefinedReport> defined_reports(const Rulebook& rulebook) {
  const auto& rules = rulebook.model();
  std::vector<DefinedReport> found;
  for (const auto& story : rules.stories) {
    found.push_back({std::string(rules.texts.path(story.span.file)), query::request_of(rules, story)});
  }
  return found;
}

Checked<TimelineReport> report(const Timeline& timeline, const ReportRequest& request) {
  const auto& rulebook = timeline.rulebook();
  auto wrong = query::check_request(rulebook.model(), request);
  if (!wrong.empty()) return wrong;
  const auto changed = query::reassessed(rulebook, request.about);
  if (!changed) return query::Reporter(timeline.compiled(), request).make();
  const auto compiled = compile(*changed);
  if (!compiled) return compiled.diagnostics();
  return query::Reporter(compiled->compiled(), request).make();
}

}  // namespace inforce
