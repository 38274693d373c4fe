// A timeline report as a Gantt chart of Mermaid: a section a lane, a task an interval within the period, ends
// inclusive.
#include <algorithm>

#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_words.h"

namespace inforce::render_timeline {

namespace {

/// Text in a task or a section: what Mermaid reads as its own (`:`, `;`, `#`, `%`, a line break) becomes something that
/// reads alike.
std::string harmless(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == ':' || static_cast<unsigned char>(c) < 0x20) {
      safe += ' ';
    } else if (c == ';' || c == '#' || c == '%') {
      safe += ',';
    } else {
      safe += c;
    }
  }
  return safe;
}

/// `done` is pale, `active` stands out, `crit` is a thing to heed.
std::string_view tag_of(const ReportRow& row, const Interval& interval) {
  const bool binds = interval.state == "in-force" || interval.state == "grace";
  if (!interval.certain || !binds) return "done, ";
  return row.force == Force::binding && !row.authorization ? "crit, " : "active, ";
}

std::string task(const TimelineReport& report, const ReportRow& row, const Interval& interval) {
  const auto first = render_text::first_day(interval);
  const auto last = render_text::last_day(interval);
  const Date from = std::max(first.value_or(report.from), report.from);
  const Date through = std::min(last.value_or(report.through), report.through);
  if (through < from) return {};
  // The chart ends where the period does; what goes on says so.
  auto name = row.id + ", " + render_text::state_text(interval);
  if (first && *first < from) name += ", since " + to_string(*first);
  if (!last) name += ", no end known";
  if (last && *last > through) name += ", through " + to_string(*last);
  return "    " + harmless(name) + " :" + std::string(tag_of(row, interval)) + to_string(from) + ", " +
         to_string(through) + "\n";
}

std::string milestone(const TimelineReport& report, const ReportEvent& event) {
  if (!event.first || !event.last) return "    %% " + harmless(event.row.id) + " on a day that is not known\n";
  if (*event.last < report.from || *event.first > report.through) return {};
  if (*event.first != *event.last) {
    const auto name = harmless(event.row.id + ", on one of these days");
    return "    " + name + " :done, " + to_string(std::max(*event.first, report.from)) + ", " +
           to_string(std::min(*event.last, report.through)) + "\n";
  }
  return "    " + harmless(event.row.id) + " :milestone, " + to_string(*event.first) + ", 0d\n";
}

}  // namespace

std::string to_mermaid(const TimelineReport& report) {
  std::string text = "gantt\n    title " + harmless(report.request.title) +
                     "\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m-%d\n    inclusiveEndDates\n";
  for (const auto& lane : report.lanes) {
    std::string tasks;
    for (const auto index : lane.rows) {
      for (const auto* interval : render_text::told_intervals(report.rows[index])) {
        tasks += task(report, report.rows[index], *interval);
      }
    }
    for (const auto index : lane.events) tasks += milestone(report, report.events[index]);
    if (!tasks.empty()) text += "    section " + harmless(lane.title) + "\n" + tasks;
  }
  return text;
}

}  // namespace inforce::render_timeline
