// A timeline report as a workbook (XLSX). The sheets hold what the tables of the other formats hold, in the same words.
#include "engine/render/timeline_xlsx.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/calendar/zone.h"
#include "engine/render/cell_text.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using render_text::joined;
using workbook::address;
using workbook::Cell;
using workbook::code;
using workbook::Column;
using workbook::date;
using workbook::date_or_prose;
using workbook::Place;
using workbook::prose;

const std::vector<Column> measure_columns{{"measure", 24},
                                          {"title", 34},
                                          {"kind", 14},
                                          {"force", 9},
                                          {"jurisdiction", 10},
                                          {"authority", 12},
                                          {"regime", 16},
                                          {"lane", 16},
                                          {"state", 14},
                                          {"certainty", 9},
                                          {"from (first day)", 11},
                                          {"from, exactly", 13},
                                          {"through (last day)", 11},
                                          {"through, exactly", 13},
                                          {"attributes", 22},
                                          {"evidence", 9},
                                          {"by", 22},
                                          {"sources", 22}};

const std::vector<Column> event_columns{{"event", 24},        {"title", 38},
                                        {"lane", 16},         {"date, earliest", 11},
                                        {"date, latest", 11}, {"date, as written", 14},
                                        {"known", 11},        {"effective, as written", 14},
                                        {"what it does", 36}, {"evidence", 9},
                                        {"jurisdiction", 10}, {"authority", 12},
                                        {"measures", 22},     {"sources", 22}};

const std::vector<Column> change_columns{{"date (first day of the new state)", 14},
                                         {"date, exactly", 21},
                                         {"measure", 28},
                                         {"title", 40},
                                         {"what", 26},
                                         {"certainty", 10},
                                         {"by", 30}};

const std::vector<Column> verdict_columns{
    {"from (first day)", 11}, {"through (last day)", 11}, {"verdict", 20}, {"could be", 20}, {"restrictions", 70}};

const std::vector<Column> source_columns{{"source", 28}, {"title", 48}, {"publisher", 24}, {"kind", 12},
                                         {"cite", 22},   {"date", 11},  {"url", 60}};

/// The civil day on which a bound lies, in the zone of its measure.
Date day_of(const Bound& bound, const std::string& time_zone) {
  if (bound.day) return *bound.day;
  return calendar::find_zone(time_zone).value_or(calendar::Zone{}).day_of(bound.moment);
}

std::string certainty(bool certain) { return certain ? "certain" : "possible"; }

/// The intervals of a row that are told, or none for the one line that says that it was never in force.
std::vector<const Interval*> lines_of(const ReportRow& row) {
  auto told = render_text::told_intervals(row);
  if (told.empty()) told.push_back(nullptr);
  return told;
}

class Sheets {
 public:
  Sheets(const TimelineReport& report, const workbook::Limits& limits)
      : report_(report), book_(report.request.title, report.request.question, report.digest, limits) {
    number_rows();
  }

  std::string bytes() {
    add_measures();
    add_events();
    add_changes();
    if (!report_.verdicts.empty()) add_verdicts();
    add_sources();
    add_about(book_, report_);
    return book_.bytes();
  }

 private:
  /// Where each record begins, so that cells can lead there.
  void number_rows() {
    std::size_t at = 1;
    for (const auto& lane : report_.lanes) {
      for (const auto index : lane.rows) {
        measures_.emplace(report_.rows[index].id, at);
        rows_.emplace(report_.rows[index].id, &report_.rows[index]);
        at += lines_of(report_.rows[index]).size();
      }
      for (const auto index : lane.events) lane_of_event_.emplace(index, lane.title);
    }
    for (std::size_t i = 0; i < report_.events.size(); ++i) events_.emplace(report_.events[i].row.id, i + 1);
    for (std::size_t i = 0; i < report_.citations.size(); ++i) sources_.emplace(report_.citations[i].id, i + 1);
  }

  using Rows = std::map<std::string, std::size_t>;

  static std::optional<Place> place_of(const Rows& rows, std::string_view sheet, const std::string& id) {
    const auto found = rows.find(id);
    if (found == rows.end()) return std::nullopt;
    return Place{sheet, found->second, "Go to " + id};
  }

  /// A cell leads to one place: of several events to the last, which did most to make it so.
  [[nodiscard]] Cell by(const std::vector<std::string>& ids) const {
    return code(joined(ids), ids.empty() ? std::nullopt : place_of(events_, "Events", ids.back()));
  }

  [[nodiscard]] Cell cited(const std::vector<std::string>& ids) const {
    return code(joined(ids), ids.empty() ? std::nullopt : place_of(sources_, "Sources", ids.front()));
  }

  [[nodiscard]] Cell measures(const std::vector<std::string>& ids) const {
    return code(joined(ids), ids.empty() ? std::nullopt : place_of(measures_, "Measures", ids.front()));
  }

  void add_measures() {
    workbook::Sheet sheet(book_, "Measures", "interval", measure_columns);
    for (const auto& lane : report_.lanes) {
      for (const auto index : lane.rows) {
        for (const auto* interval : lines_of(report_.rows[index])) {
          sheet.add(interval_cells(report_.rows[index], lane.title, interval));
        }
      }
    }
    sheet.finish();
  }

  [[nodiscard]] std::vector<Cell> interval_cells(const ReportRow& row, const std::string& lane,
                                                 const Interval* interval) const {
    std::vector<Cell> cells{
        code(row.id),           prose(row.title),    code(row.kind),   prose(render_text::force_text(row)),
        code(row.jurisdiction), code(row.authority), code(row.regime), prose(lane)};
    if (interval == nullptr) {
      cells.push_back(prose("never in force"));
      cells.resize(measure_columns.size() - 1);
      cells.push_back(cited(row.sources));
      return cells;
    }
    const bool from_day = interval->from && interval->from->day;
    const bool through_day = interval->before && interval->before->day;
    cells.push_back(prose(render_text::state_text(*interval)));
    cells.push_back(prose(certainty(interval->certain)));
    cells.push_back(date(render_text::first_day(*interval)));
    cells.push_back(prose(from_day ? std::string{} : render_text::from_text(*interval)));
    cells.push_back(date(render_text::last_day(*interval)));
    cells.push_back(prose(through_day ? std::string{} : render_text::through_text(*interval)));
    cells.push_back(prose(render_text::text_of(interval->attributes)));
    cells.push_back(prose(interval->evidence));
    cells.push_back(by(interval->by));
    cells.push_back(cited(row.sources));
    return cells;
  }

  void add_events() {
    workbook::Sheet sheet(book_, "Events", "event", event_columns);
    for (std::size_t i = 0; i < report_.events.size(); ++i) {
      const auto& event = report_.events[i];
      const auto& row = event.row;
      const auto lane = lane_of_event_.find(i);
      sheet.add({code(row.id), prose(row.title), prose(lane == lane_of_event_.end() ? std::string{} : lane->second),
                 event.first ? date(event.first) : prose("open"), event.last ? date(event.last) : prose("open"),
                 code(row.date), date_or_prose(row.known), code(row.effective), prose(render_text::deeds_text(row)),
                 prose(row.evidence), code(row.jurisdiction), code(row.authority), measures(event.touches),
                 cited(row.sources)});
    }
    sheet.finish();
  }

  void add_changes() {
    const ReportRow nothing;
    workbook::Sheet sheet(book_, "Changes", "change", change_columns);
    for (const auto& change : report_.changes) {
      const auto found = rows_.find(change.id);
      const auto& row = found == rows_.end() ? nothing : *found->second;
      sheet.add({date(day_of(change.at, row.time_zone)), prose(change.at.day ? std::string{} : to_string(change.at)),
                 measures({change.id}), prose(row.title), prose(render_text::change_text(change)),
                 prose(certainty(change.certain)), by(change.by)});
    }
    sheet.finish();
  }

  void add_verdicts() {
    workbook::Sheet sheet(book_, "Verdicts", "run", verdict_columns);
    for (const auto& run : report_.verdicts) {
      const auto could_be = run.could_be ? render_text::spoken(to_string(*run.could_be)) : std::string{};
      sheet.add({date(run.from), date(run.through), prose(render_text::spoken(to_string(run.verdict))), prose(could_be),
                 measures(run.restrictions)});
    }
    sheet.finish();
  }

  void add_sources() {
    workbook::Sheet sheet(book_, "Sources", "source", source_columns);
    for (const auto& source : report_.citations) {
      sheet.add({code(source.id), prose(source.title), prose(source.publisher), code(source.kind), code(source.cite),
                 date_or_prose(source.date), address(source.url)});
    }
    sheet.finish();
  }

  const TimelineReport& report_;
  workbook::Book book_;
  Rows measures_;  ///< The first row of each.
  Rows events_;
  Rows sources_;
  std::map<std::string, const ReportRow*> rows_;
  std::map<std::size_t, std::string> lane_of_event_;
};

}  // namespace

std::string to_xlsx(const TimelineReport& report, const workbook::Limits& limits) {
  return Sheets(report, limits).bytes();
}

std::string to_xlsx(const TimelineReport& report) { return to_xlsx(report, {}); }

}  // namespace inforce::render_timeline
