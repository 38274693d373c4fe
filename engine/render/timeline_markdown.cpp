// A timeline report as Markdown, as GitHub shows it.
#include <map>

#include "engine/render/markdown.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using markdown::escaped;
using markdown::table_head;
using markdown::table_row;
using render_text::list_of;

std::string code(const std::string& id) { return "`" + id + "`"; }

std::string codes(const std::vector<std::string>& ids) {
  std::vector<std::string> all;
  all.reserve(ids.size());
  for (const auto& id : ids) all.push_back(code(id));
  return list_of(all);
}

std::string section(const std::string& title, const std::string& body) {
  return body.empty() ? std::string{} : "## " + title + "\n\n" + body + "\n";
}

/// Each source has a number, in order of its id.
class Footnotes {
 public:
  explicit Footnotes(const TimelineReport& report) : report_(report) {
    for (const auto& citation : report.citations) numbers_.emplace(citation.id, numbers_.size() + 1);
  }

  [[nodiscard]] std::string of(const std::vector<std::string>& ids) const {
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : ", ") + std::to_string(numbers_.at(id));
    return text;
  }

  [[nodiscard]] std::string list() const {
    std::string text;
    for (const auto& citation : report_.citations) {
      text += std::to_string(numbers_.at(citation.id)) + ". " +
              markdown::link(render_text::text_of(citation, false), citation.url);
      text += "\n";
    }
    return text;
  }

 private:
  const TimelineReport& report_;
  std::map<std::string, std::size_t> numbers_;
};

std::string verdicts(const TimelineReport& report) {
  if (report.verdicts.empty()) return {};
  auto text = table_head({"From", "Through", "Verdict", "Restrictions"});
  for (const auto& run : report.verdicts) {
    auto verdict = "**" + render_text::spoken(to_string(run.verdict)) + "**";
    if (run.could_be) verdict += ", could be " + render_text::spoken(to_string(*run.could_be));
    text += table_row({to_string(run.from), to_string(run.through), verdict, codes(run.restrictions)});
  }
  return text;
}

std::string intervals(const TimelineReport& report, const ReportLane& lane, const Footnotes& notes) {
  if (lane.rows.empty()) return {};
  auto text = table_head({"Measure", "Force", "From", "Through", "State", "By", "Sources"});
  for (const auto index : lane.rows) {
    const auto& row = report.rows[index];
    std::string name = escaped(row.title) + "<br>" + code(row.id);
    for (const auto* told : render_text::told_intervals(row)) {
      const auto& interval = *told;
      auto state = escaped(render_text::state_text(interval));
      if (!interval.attributes.empty()) state += "<br>" + escaped(render_text::text_of(interval.attributes));
      text += table_row({name, render_text::force_text(row), escaped(render_text::first_text(interval)),
                         escaped(render_text::last_text(interval)), state, codes(interval.by), notes.of(row.sources)});
      name.clear();
    }
    if (row.intervals.empty())
      text += table_row({name, render_text::force_text(row), "", "", "never in force", "", ""});
  }
  return text;
}

std::string events(const TimelineReport& report, const ReportLane& lane, const Footnotes& notes) {
  if (lane.events.empty()) return {};
  auto text = table_head({"Date", "Event", "What it does", "Evidence", "Sources"});
  for (const auto index : lane.events) {
    const auto& event = report.events[index].row;
    text += table_row({escaped(render_text::date_text(report.events[index])),
                       escaped(event.title) + "<br>" + code(event.id), escaped(render_text::deeds_text(event)),
                       event.evidence, notes.of(event.sources)});
  }
  return text;
}

std::string changes(const TimelineReport& report) {
  if (report.changes.empty()) return {};
  auto text = table_head({"Date", "Measure", "What", "By"});
  for (const auto& change : report.changes) {
    text += table_row({to_string(change.at), code(change.id), render_text::change_text(change), codes(change.by)});
  }
  return text;
}

std::string bullets(const std::vector<std::string>& sentences) {
  std::string text;
  for (const auto& sentence : sentences) text += "- " + escaped(sentence) + "\n";
  return text;
}

}  // namespace

std::string to_markdown(const TimelineReport& report) {
  const Footnotes notes(report);
  auto text = "# " + escaped(report.request.title) + "\n\n";
  if (!report.request.question.empty()) text += "*" + escaped(report.request.question) + "*\n\n";
  text += bullets(render_text::about_sentences(report)) + "\n";
  text += section("Verdict for the case", verdicts(report));
  for (const auto& lane : report.lanes) {
    const auto note = lane.note.empty() ? std::string{} : lane.note + "\n\n";
    const auto bars = intervals(report, lane, notes);
    const auto marks = events(report, lane, notes);
    const auto between = bars.empty() || marks.empty() ? "" : "\n";
    text += section(escaped(lane.title), note + bars + between + marks);
  }
  text += section("Changes", changes(report));
  text += section("Notes", report.request.notes);
  text += section("Sources", notes.list());
  return text + section("What this rests on", bullets(render_text::limit_sentences(report)));
}

}  // namespace inforce::render_timeline
