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

/// What a table is: its class on the page, the lane it is of (or empty), its caption and its columns.
struct Form {
  std::string_view kind;
  std::string lane;
  std::string caption;
  std::vector<std::string> columns;
};

/// Rows of more bytes are laid out only when a reader comes to them.
constexpr std::size_t long_rows = 100'000;

/// The name of the lane is told to those who hear the caption; the heading above shows it. `rows` is all of the bodies.
std::string table_of(const Form& form, const std::string& rows) {
  const auto hidden = form.lane.empty() ? std::string{} : "<span class=\"unseen\">" + escaped(form.lane) + ": </span>";
  const auto label = form.lane.empty() ? form.caption : form.lane + ": " + form.caption;
  std::string text = rows.size() > long_rows ? "<div class=\"wide long\"" : "<div class=\"wide\"";
  text += " role=\"group\" tabindex=\"0\" aria-label=\"" + escaped(label) + "\">\n<table class=\"" +
          std::string(form.kind) + "\">\n<caption>" + hidden + escaped(form.caption) + "</caption>\n<thead><tr>";
  for (const auto& column : form.columns) text += "<th scope=\"col\">" + column + "</th>";
  return text + "</tr></thead>\n" + rows + "</table>\n</div>\n";
}

std::string in_body(const std::string& rows) { return "<tbody>\n" + rows + "</tbody>\n"; }

/// Days in a text as they are in ISO 8601, each kept on one line.
std::string with_whole_days(const std::string& text) {
  constexpr std::string_view form = "dddd-dd-dd";
  const auto is_day = [&](std::size_t at) {
    for (std::size_t i = 0; i < form.size(); ++i) {
      const char letter = text[at + i];
      if (form[i] == 'd' ? letter < '0' || letter > '9' : letter != form[i]) return false;
    }
    return true;
  };
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    if (at + form.size() <= text.size() && is_day(at)) {
      all += "<span class=\"iso\">" + text.substr(at, form.size()) + "</span>";
      at += form.size();
    } else {
      all += text[at++];
    }
  }
  return all;
}

std::string cell(std::string_view classes, const std::string& content) {
  const std::string attribute = classes.empty() ? std::string{} : " class=\"" + std::string(classes) + "\"";
  return "<td" + attribute + ">" + (classes == "day" ? with_whole_days(content) : content) + "</td>";
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
  std::string rows;
  const auto listed = std::min(report_.verdicts.size(), limits_.verdicts);
  for (std::size_t i = 0; i < listed; ++i) {
    const auto& run = report_.verdicts[i];
    auto verdict = chip(run.verdict);
    if (run.could_be) verdict += " could be " + escaped(render_text::spoken(to_string(*run.could_be)));
    rows += "<tr>" + row_head("day", to_string(run.from)) + cell("day", to_string(run.through)) + cell({}, verdict) +
            cell("by", codes(run.restrictions)) + "</tr>\n";
  }
  const Form form{"verdicts",
                  {},
                  "The verdict for the case on every day of the period",
                  {"From", "Through", "Verdict", "Restrictions"}};
  return table_of(form, in_body(rows)) + cut(listed, report_.verdicts.size(), "run");
}

/// What is told of a measure besides its intervals: what it is, whose, on what basis, whom it reaches.
std::string Tables::told_of(const ReportRow& row) const {
  auto what = render_text::force_text(row);
  if (!row.authorization && !row.kind.empty()) what += " " + render_text::spoken(row.kind);
  auto text = "<p>" + escaped(what);
  for (const auto* part : {&row.jurisdiction, &row.authority, &row.basis}) {
    if (!part->empty()) text += " \u00b7 " + escaped(*part);
  }
  if (!row.sources.empty()) text += " \u00b7 sources " + notes_of(row.sources);
  text += "</p>";
  if (!row.scope.empty()) text += "<p>Scope " + code(row.scope) + "</p>";
  if (!row.note.empty()) text += "<p class=\"remark\">" + escaped(row.note) + "</p>";
  return text;
}

std::string Tables::rows_of(std::size_t index) {
  const auto& row = report_.rows[index];
  const auto begin = "<tr data-row=\"" + std::to_string(index) + "\"";
  auto text = begin + "><th scope=\"rowgroup\" colspan=\"4\" class=\"name\">" + escaped(row.title) + " " +
              code(row.id) + "</th></tr>\n" + begin + " class=\"told\"><td colspan=\"4\">" + told_of(row) +
              "</td></tr>\n";
  const auto told = render_text::told_intervals(row);
  for (const auto* interval : told) {
    auto state = escaped(render_text::state_text(*interval));
    if (!interval->attributes.empty()) state += also(escaped(render_text::text_of(interval->attributes)));
    if (interval->evidence == "reported") state += also("rests on reports");
    text += begin + ">" + cell("day", escaped(render_text::first_text(*interval))) +
            cell("day", escaped(render_text::last_text(*interval))) + cell({}, state) +
            cell("by", codes(interval->by)) + "</tr>\n";
  }
  if (told.empty()) text += begin + "><td colspan=\"4\">never in force</td></tr>\n";
  intervals_ += told.size();
  return "<tbody>" + text + "</tbody>\n";
}

std::string Tables::intervals(const ReportLane& lane) {
  if (lane.rows.empty()) return {};
  std::string rows;
  std::size_t listed = 0;
  for (const auto index : lane.rows) {
    if (intervals_ >= limits_.intervals || bytes_ + rows.size() >= limits_.table_bytes) break;
    rows += rows_of(index);
    ++listed;
  }
  bytes_ += rows.size();
  const Form form{"runs", lane.title, "Measures, and when they were in force", {"From", "Through", "State", "By"}};
  return (listed == 0 ? std::string{} : table_of(form, rows)) + cut(listed, lane.rows.size(), "measure");
}

/// The words of its source stand beside what it does: they are what sets its dates.
std::string Tables::row_of(const ReportEvent& shown) const {
  const auto& event = shown.row;
  auto date = escaped(render_text::date_text(shown));
  if (event.known.empty()) {
    date += also("not known to the public");
  } else if (event.known != event.date) {
    date += also("known " + escaped(event.known));
  }
  auto does = escaped(render_text::deeds_text(event));
  if (!event.quote.empty()) does += "<q>" + escaped(event.quote) + "</q>";
  if (!event.note.empty()) does += also(escaped(event.note));
  return "<tr>" + cell("day", date) + row_head("name", escaped(event.title) + " " + code(event.id)) + cell("by", does) +
         cell({}, escaped(event.evidence)) + cell({}, notes_of(event.sources)) + "</tr>\n";
}

std::string Tables::events(const ReportLane& lane) {
  if (lane.events.empty()) return {};
  std::string rows;
  std::size_t listed = 0;
  for (const auto index : lane.events) {
    if (events_ >= limits_.events || bytes_ + rows.size() >= limits_.table_bytes) break;
    rows += row_of(report_.events[index]);
    ++listed;
    ++events_;
  }
  bytes_ += rows.size();
  const Form form{"log", lane.title, "Events", {"Date", "Event", "What it does, and its words", "Evidence", "Sources"}};
  return (listed == 0 ? std::string{} : table_of(form, in_body(rows))) + cut(listed, lane.events.size(), "event");
}

std::string Tables::lane(const ReportLane& lane) {
  auto text = "<h3>" + escaped(lane.title) + "</h3>\n";
  if (!lane.note.empty()) text += "<div class=\"note\">\n" + html::note(lane.note) + "</div>\n";
  text += intervals(lane);
  return text + events(lane);
}

std::string Tables::changes() const {
  if (report_.changes.empty()) return {};
  std::string rows;
  const auto listed = std::min(report_.changes.size(), limits_.changes);
  for (std::size_t i = 0; i < listed; ++i) {
    const auto& change = report_.changes[i];
    rows += "<tr>" + cell("day", to_string(change.at)) + row_head("by", code(change.id)) +
            cell({}, escaped(render_text::change_text(change))) + cell("by", codes(change.by)) + "</tr>\n";
  }
  const Form form{"changes", {}, "What begins, ends or changes in the period", {"Date", "Measure", "What", "By"}};
  return table_of(form, in_body(rows)) + cut(listed, report_.changes.size(), "change");
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
