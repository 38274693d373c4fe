// A timeline report as CSV: a row an interval, and one for a measure that has none. `from` and `before` are half-open
// and exact, `first` and `through` are the first and the last day (S5).
#include "engine/render/csv.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

std::string bound(const std::optional<Bound>& at) { return at ? to_string(*at) : std::string{}; }

std::string day(const std::optional<Date>& date) { return date ? to_string(*date) : std::string{}; }

/// The title of the lane of each row.
std::vector<std::string> lanes_of(const TimelineReport& report) {
  std::vector<std::string> titles(report.rows.size());
  for (const auto& lane : report.lanes) {
    for (const auto index : lane.rows) titles[index] = lane.title;
  }
  return titles;
}

/// Without an interval: of a measure that is never in force.
std::vector<std::string> cells_of(const ReportRow& row, const std::string& lane, const Interval* interval) {
  const Interval none;
  const auto& told = interval != nullptr ? *interval : none;
  const std::string certainty = told.certain ? "certain" : "possible";
  return {row.id,
          row.title,
          row.kind,
          row.authorization ? "" : std::string(to_string(row.force)),
          row.jurisdiction,
          row.authority,
          row.regime,
          lane,
          interval != nullptr ? told.state : "never",
          interval != nullptr ? certainty : "",
          bound(told.from),
          day(render_text::first_day(told)),
          day(render_text::last_day(told)),
          bound(told.before),
          render_text::text_of(told.attributes),
          told.evidence,
          render_text::joined(told.by),
          render_text::joined(row.sources)};
}

}  // namespace

std::string to_csv(const TimelineReport& report, bool raw) {
  const auto formulas = raw ? csv::Formulas::raw : csv::Formulas::defused;
  auto text = csv::line({"measure", "title", "kind", "force", "jurisdiction", "authority", "regime", "lane", "state",
                         "certainty", "from", "first", "through", "before", "attributes", "evidence", "by", "sources"},
                        formulas);
  const auto lanes = lanes_of(report);
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const auto& row = report.rows[i];
    if (row.intervals.empty()) text += csv::line(cells_of(row, lanes[i], nullptr), formulas);
    for (const auto& pending : row.pending) text += csv::line(cells_of(row, lanes[i], &pending), formulas);
    for (const auto& interval : row.intervals) text += csv::line(cells_of(row, lanes[i], &interval), formulas);
  }
  return text;
}

}  // namespace inforce::render_timeline
