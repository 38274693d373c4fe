#include "engine/render/timeline_tables.h"

#include <algorithm>

#include "engine/render/html.h"
#include "engine/render/note_html.h"
#include "engine/render/timeline_svg.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using html::code;
using html::escaped;
using render_text::count_of;

std::string codes(const std::vector<std::string>& ids) {
  std::vector<std::string> all;
  all.reserve(ids.size());
  for (const auto& id : ids) all.push_back(code(id));
  return render_text::list_of(all);
}

std::string head(const std::string& caption, const std::vector<std::string>& columns) {
  std::string text = "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"" + escaped(caption) +
                     "\">\n<table>\n<caption>" + escaped(caption) + "</caption>\n<thead><tr>";
  for (const auto& column : columns) text += "<th scope=\"col\">" + column + "</th>";
  return text + "</tr></thead>\n<tbody>\n";
}

constexpr std::string_view foot = "</tbody>\n</table>\n</div>\n";

std::string cell(std::string_view classes, const std::string& content) {
  const std::string attribute = classes.empty() ? std::string{} : " class=\"" + std::string(classes) + "\"";
  return "<td" + attribute + ">" + content + "</td>";
}

std::string row_head(std::string_view classes, const std::string& content) {
  return "<th scope=\"row\" class=\"" + std::string(classes) + "\">" + content + "</th>";
}

/// The sentence below a table that is cut.
std::string cut(std::size_t listed, std::size_t all, std::string_view noun) {
  if (listed >= all) return {};
  return "<p class=\"cut\">Not listed here: " + count_of(all - listed, "more " + std::string(noun)) +
         "; the formats csv and json have them all.</p>\n";
}

std::string also(const std::string& content) { return "<span class=\"also\">" + content + "</span>"; }

}  // namespace

std::string chip(Verdict verdict) {
  return "<span class=\"chip " + std::string(class_of(verdict).substr(3)) + "\">" +
         escaped(render_text::spoken(to_string(verdict))) + "</span>";
}

Tables::Tables(const TimelineReport& report, const PageLimits& limits) : report_(report), limits_(limits) {
  for (const auto& citation : report.citations) numbers_.emplace(citation.id, numbers_.size() + 1);
}

std::string Tables::notes_of(const std::vector<std::string>& sources) const {
  std::string text;
  for (const auto& id : sources) {
    const auto number = numbers_.at(id);
    const auto shown = std::to_string(number);
    if (!text.empty()) text += ", ";
    text += number > limits_.sources ? shown : "<a href=\"#source-" + shown + "\">" + shown + "</a>";
  }
  return text;
}

std::string Tables::verdicts() const {
  auto text =
      head("The verdict for the case on every day of the period", {"From", "Through", "Verdict", "Restrictions"});
  const auto listed = std::min(report_.verdicts.size(), limits_.verdicts);
  for (std::size_t i = 0; i < listed; ++i) {
    const auto& run = report_.verdicts[i];
    auto verdict = chip(run.verdict);
    if (run.could_be) verdict += " could be " + escaped(render_text::spoken(to_string(*run.could_be)));
    text += "<tr>" + row_head("day", to_string(run.from)) + cell("day", to_string(run.through)) + cell({}, verdict) +
            cell("by", codes(run.restrictions)) + "</tr>\n";
  }
  text += foot;
  return text + cut(listed, report_.verdicts.size(), "run");
}

std::string Tables::rows_of(std::size_t index) {
  const auto& row = report_.rows[index];
  const auto told = render_text::told_intervals(row);
  const auto begin = "<tr data-row=\"" + std::to_string(index) + "\">";
  const auto name = escaped(row.title) + " " + code(row.id);
  const auto span = std::max<std::size_t>(told.size(), 1);
  const auto head = "<th scope=\"rowgroup\" class=\"name\" rowspan=\"" + std::to_string(span) + "\">" + name + "</th>";
  const auto force = cell({}, escaped(render_text::force_text(row)));
  if (told.empty()) {
    return "<tbody>" + begin + head + force + cell({}, "") + cell({}, "") + cell({}, "never in force") +
           cell("by", "") + cell({}, notes_of(row.sources)) + "</tr></tbody>\n";
  }
  std::string text;
  for (const auto* interval : told) {
    auto state = escaped(render_text::state_text(*interval));
    if (!interval->attributes.empty()) state += also(escaped(render_text::text_of(interval->attributes)));
    if (interval->evidence == "reported") state += also("rests on reports");
    text += begin + (text.empty() ? head : "") + force + cell("day", escaped(render_text::from_text(*interval))) +
            cell("day", escaped(render_text::through_text(*interval))) + cell({}, state) +
            cell("by", codes(interval->by)) + cell({}, notes_of(row.sources)) + "</tr>\n";
  }
  intervals_ += told.size();
  return "<tbody>" + text + "</tbody>\n";
}

std::string Tables::intervals(const ReportLane& lane) {
  if (lane.rows.empty()) return {};
  auto text = head(lane.title + ": measures, and when they were in force",
                   {"Measure", "Force", "From", "Through", "State", "By", "Sources"});
  text.erase(text.rfind("<tbody>"));
  std::size_t listed = 0;
  for (const auto index : lane.rows) {
    if (intervals_ >= limits_.intervals) break;
    text += rows_of(index);
    ++listed;
  }
  text += "</table>\n</div>\n";
  if (listed == 0) text.clear();
  return text + cut(listed, lane.rows.size(), "measure");
}

std::string Tables::events(const ReportLane& lane) {
  if (lane.events.empty()) return {};
  auto text = head(lane.title + ": events", {"Date", "Event", "What it does", "Evidence", "Sources"});
  std::size_t listed = 0;
  for (const auto index : lane.events) {
    if (events_ >= limits_.events) break;
    const auto& event = report_.events[index].row;
    text += "<tr>" + cell("day", escaped(event.date)) + row_head("name", escaped(event.title) + " " + code(event.id)) +
            cell("by", escaped(render_text::deeds_text(event))) + cell({}, escaped(event.evidence)) +
            cell({}, notes_of(event.sources)) + "</tr>\n";
    ++listed;
    ++events_;
  }
  text += foot;
  if (listed == 0) text.clear();
  return text + cut(listed, lane.events.size(), "event");
}

std::string Tables::lane(const ReportLane& lane) {
  auto text = "<h3>" + escaped(lane.title) + "</h3>\n";
  if (!lane.note.empty()) text += "<div class=\"note\">\n" + html::note(lane.note) + "</div>\n";
  text += intervals(lane);
  return text + events(lane);
}

std::string Tables::changes() const {
  if (report_.changes.empty()) return {};
  auto text = head("What begins, ends or changes in the period", {"Date", "Measure", "What", "By"});
  const auto listed = std::min(report_.changes.size(), limits_.changes);
  for (std::size_t i = 0; i < listed; ++i) {
    const auto& change = report_.changes[i];
    text += "<tr>" + cell("day", to_string(change.at)) + row_head("by", code(change.id)) +
            cell({}, escaped(render_text::change_text(change))) + cell("by", codes(change.by)) + "</tr>\n";
  }
  text += foot;
  return text + cut(listed, report_.changes.size(), "change");
}

std::string Tables::sources() const {
  std::string text = "<ol class=\"sources\">\n";
  const auto listed = std::min(report_.citations.size(), limits_.sources);
  for (std::size_t i = 0; i < listed; ++i) {
    const auto& citation = report_.citations[i];
    text += "<li id=\"source-" + std::to_string(i + 1) + "\">" +
            html::link(render_text::text_of(citation, false), citation.url) + "</li>\n";
  }
  return text + "</ol>\n" + cut(listed, report_.citations.size(), "source");
}

}  // namespace inforce::render_timeline
