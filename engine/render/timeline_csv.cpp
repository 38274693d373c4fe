// A timeline report as CSV: a row an interval. `from` and `before` are half-open, `through` is the last day (S5).
#include "engine/render/csv.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

std::string bound(const std::optional<Bound>& at) { return at ? to_string(*at) : std::string{}; }

std::string lane_of(const TimelineReport& report, std::size_t row) {
  for (const auto& lane : report.lanes) {
    for (const auto index : lane.rows) {
      if (index == row) return lane.title;
    }
  }
  return {};
}

std::vector<std::string> cells_of(const TimelineReport& report, std::size_t index, const Interval& interval) {
  const auto& row = report.rows[index];
  return {row.id,
          row.title,
          row.kind,
          row.authorization ? "" : std::string(to_string(row.force)),
          row.jurisdiction,
          row.authority,
          row.regime,
          lane_of(report, index),
          interval.state,
          interval.certain ? "certain" : "possible",
          bound(interval.from),
          interval.through ? to_string(*interval.through) : std::string{},
          bound(interval.before),
          render_text::text_of(interval.attributes),
          interval.evidence,
          render_text::joined(interval.by),
          render_text::joined(row.sources)};
}

}  // namespace

std::string to_csv(const TimelineReport& report, bool raw) {
  const auto formulas = raw ? csv::Formulas::raw : csv::Formulas::defused;
  auto text = csv::line({"measure", "title", "kind", "force", "jurisdiction", "authority", "regime", "lane", "state",
                         "certainty", "from", "through", "before", "attributes", "evidence", "by", "sources"},
                        formulas);
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    for (const auto& interval : report.rows[i].intervals) text += csv::line(cells_of(report, i, interval), formulas);
  }
  return text;
}

}  // namespace inforce::render_timeline
