// A timeline report as text for a terminal.
#include <algorithm>

#include "engine/render/answer_text.h"
#include "engine/render/printable.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_words.h"

namespace inforce::render_timeline {

namespace {

using namespace render_text;

std::string heading(const std::string& words) { return "\n" + printable(words) + "\n"; }

Tone tone_of(const Interval& interval) {
  if (!interval.certain) return Tone::doubtful;
  return interval.state == "in-force" ? Tone::bad : Tone::strong;
}

/// The days of an interval that begins or ends within one, in the zone of the measure; else nothing.
std::string days_text(const Interval& interval) {
  const bool within = (interval.from && !interval.from->day) || (interval.before && !interval.before->day);
  if (!within) return {};
  std::string text = interval.first ? "there from " + to_string(*interval.first) : "there";
  return text + (interval.through ? " through " + to_string(*interval.through) : ", no end known");
}

void add_intervals(const ReportRow& row, Table& table) {
  bool first = true;
  for (const auto* told : told_intervals(row)) {
    const auto& interval = *told;
    std::vector<std::string> notes;
    if (first) notes.push_back(row.title);
    if (auto days = days_text(interval); !days.empty()) notes.push_back(std::move(days));
    if (!interval.attributes.empty()) notes.push_back(render_text::text_of(interval.attributes));
    table.rows.push_back({{{first ? row.id : "", Tone::strong},
                           {from_text(interval)},
                           {through_text(interval)},
                           {state_text(interval), tone_of(interval)}},
                          std::move(notes)});
    first = false;
  }
  if (first) table.rows.push_back({{{row.id, Tone::strong}, {"-"}, {"-"}, {"never in force"}}, {row.title}});
}

std::string lane_text(const TimelineReport& report, const ReportLane& lane, const Style& style) {
  auto text = heading(lane.title);
  if (!lane.note.empty()) text += wrapped(lane.note, "  ", "  ", style.width);
  Table measures;
  measures.columns = {{"MEASURE"}, {"FROM"}, {"THROUGH"}, {"STATE", true, true}};
  measures.note_column = 0;
  for (const auto row : lane.rows) add_intervals(report.rows[row], measures);
  if (!measures.rows.empty()) text += laid_out(std::move(measures), style.width, style.colour);
  Table events;
  events.columns = {{"DATE"}, {"EVENT"}, {"EVIDENCE", true}};
  for (const auto index : lane.events) {
    const auto& event = report.events[index].row;
    events.rows.push_back(
        {{{event.date}, {event.id, Tone::strong}, {event.evidence}}, {event.title, deeds_text(event)}});
  }
  if (!events.rows.empty()) text += laid_out(std::move(events), style.width, style.colour);
  return text;
}

std::string changes_text(const TimelineReport& report, const Style& style) {
  if (report.changes.empty()) return {};
  Table table;
  table.columns = {{"DATE"}, {"MEASURE"}, {"WHAT"}, {"BY", true, true}};
  for (const auto& change : report.changes) {
    table.rows.push_back(
        {{{to_string(change.at)}, {change.id, Tone::strong}, {change_text(change)}, {list_of(change.by)}}, {}});
  }
  return heading("Changes") + laid_out(std::move(table), style.width, style.colour);
}

std::string verdicts_text(const TimelineReport& report, const Style& style) {
  if (report.verdicts.empty()) return {};
  Table table;
  table.columns = {{"FROM"}, {"THROUGH"}, {"VERDICT"}, {"RESTRICTIONS", true, true}};
  for (const auto& run : report.verdicts) {
    std::vector<std::string> notes;
    if (run.could_be) notes.push_back("could be " + spoken(to_string(*run.could_be)));
    table.rows.push_back({{{to_string(run.from)},
                           {to_string(run.through)},
                           {std::string(to_string(run.verdict)), render_text::tone_of(run.verdict)},
                           {list_of(run.restrictions)}},
                          std::move(notes)});
  }
  return heading("Verdict for the case") + laid_out(std::move(table), style.width, style.colour);
}

/// Lines that follow each other are a paragraph, and wrapped; those that begin with a mark or a blank stand alone.
std::string paragraphs(std::string_view notes, std::size_t width) {
  std::string text;
  std::string open;
  const auto end_paragraph = [&] {
    if (!open.empty()) text += wrapped(open, "", "", width);
    open.clear();
  };
  for (std::size_t begin = 0; begin < notes.size();) {
    const auto end = std::min(notes.find('\n', begin), notes.size());
    const auto line = notes.substr(begin, end - begin);
    const bool alone = line.empty() || std::string_view(" -*+#>|").find(line.front()) != std::string_view::npos;
    if (alone) end_paragraph();
    if (line.empty()) {
      text += "\n";
    } else {
      open += (open.empty() ? "" : " ") + std::string(line);
    }
    begin = end + 1;
  }
  end_paragraph();
  return text;
}

}  // namespace

std::string to_text(const TimelineReport& report, const Style& style) {
  Style wide = style;
  wide.width = std::max(style.width, 40U);
  auto text = headline("TIMELINE", Tone::strong, report.request.title, wide);
  if (!report.request.question.empty()) text += wrapped(report.request.question, "  ", "  ", wide.width);
  text += "\n";
  for (const auto& sentence : about_sentences(report)) text += wrapped(sentence, "", "  ", wide.width);
  text += verdicts_text(report, wide);
  for (const auto& lane : report.lanes) text += lane_text(report, lane, wide);
  text += changes_text(report, wide) + sources_text(report.citations, false, wide);
  if (!report.request.notes.empty()) text += heading("Notes") + paragraphs(report.request.notes, wide.width);
  text += "\n";
  for (const auto& sentence : limit_sentences(report)) text += wrapped(sentence, "", "  ", wide.width);
  return text;
}

}  // namespace inforce::render_timeline
