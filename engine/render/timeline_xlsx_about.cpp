// The sheet of a workbook that says what it is about, what it rests on, and how it is to be read and checked.
#include <utility>

#include "engine/render/timeline_words.h"
#include "engine/render/timeline_xlsx.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using workbook::Cell;
using workbook::code;
using workbook::date;
using workbook::prose;

Cell time_cell(const std::optional<When>& when) {
  if (!when) return {};
  return when->day ? date(when->day) : prose(to_string(when->moment));
}

class About {
 public:
  About(workbook::Book& book, const TimelineReport& report)
      : book_(book), report_(report), sheet_(book, "About", "line", {{"about", 30}, {"text", 110}}) {}

  void write() {
    add_question();
    add_coverage();
    line("rules", code(report_.digest));
    line("engine", prose("inforce " + report_.engine_version));
    line("time-zone data", prose("tzdata " + report_.tzdata_version));
    for (const auto& sentence : render_text::limit_sentences(report_)) line("what this rests on", prose(sentence));
    for (const auto& sentence : book_.said()) line("not in this workbook", prose(sentence));
    add_notes();
    add_reading();
    sheet_.finish();
  }

 private:
  void line(std::string label, Cell cell) { sheet_.add({prose(std::move(label)), std::move(cell)}); }

  void line_if(std::string label, const std::string& text) {
    if (!text.empty()) line(std::move(label), prose(text));
  }

  void add_question() {
    const auto& request = report_.request;
    line("title", prose(request.title));
    line_if("question", request.question);
    for (const auto& sentence : render_text::about_sentences(report_)) line("about", prose(sentence));
    line("period, first day", date(report_.from));
    line("period, last day", date(report_.through));
    if (request.about.on) line("day or moment asked about", time_cell(request.about.on));
    line("known by the end of", request.about.known ? time_cell(request.about.known) : prose("all that is recorded"));
  }

  void add_coverage() {
    for (const auto& regime : report_.coverage) {
      line("coverage: regime", code(regime.regime));
      line_if("coverage: title", regime.title);
      line("coverage: from", date(regime.from));
      line("coverage: reviewed through", date(regime.reviewed));
      line("coverage: scope", prose(regime.scope.empty() ? "every case" : regime.scope));
      line_if("coverage: note", regime.note);
    }
  }

  void add_notes() {
    line_if("notes by the author", report_.request.notes);
    for (const auto& lane : report_.lanes) line_if("note on " + lane.title, lane.note);
  }

  void add_reading() {
    const std::string reading = "how to read this";
    line(reading, prose("`from` and `through` are the first and the last day of a state; both belong to it. A day is a "
                        "civil day where the measure is law; beside it stand the exact moment, where a state begins or "
                        "ends within the day, and words, where it has no beginning or no known end."));
    line(reading, prose("Where a date is not exact, a certain interval has the days on which the state surely holds, "
                        "and a possible one those on which it may."));
    line(reading, prose("A change is dated by the first day of the new state: what ends was last in force the day "
                        "before. The link of a cell that names several records leads to one of them."));
    line(reading, prose("Days before 1900-03-01 are text, since programs count them differently."));
    line("how to check this",
         prose("The rule files whose digest is given above, the same question and the same versions give this file "
               "again, byte for byte (`inforce timeline` with `--format xlsx`); every answer of `inforce` names the "
               "digest of the rule files that it was read from. The file bears no date of its making: where a program "
               "shows one, it is 1980-01-01. What the law says is found in the sources, not here."));
  }

  workbook::Book& book_;
  const TimelineReport& report_;
  workbook::Sheet sheet_;
};

}  // namespace

void add_about(workbook::Book& book, const TimelineReport& report) { About(book, report).write(); }

}  // namespace inforce::render_timeline
