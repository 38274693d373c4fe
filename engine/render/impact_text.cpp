#include "engine/render/impact.h"
#include "engine/render/printable.h"
#include "engine/render/words.h"

namespace inforce::render_text {

namespace {

using query::RecordChange;
using query::RecordFate;

std::string fate_of(const RecordChange& change) {
  return change.how == RecordFate::added ? " is new" : change.how == RecordFate::removed ? " is gone" : "";
}

std::string records_text(const std::string& heading, const std::vector<RecordChange>& changes, const Style& style) {
  if (changes.empty()) return {};
  std::string text = "\n" + painted(heading, Tone::strong, style.colour) + "\n";
  for (const auto& change : changes) {
    text += "  " + printable(change.id) + fate_of(change) + "\n";
    for (const auto& line : impact_words::lines_of(change)) {
      text += wrapped(printable(line), "    ", "      ", style.width);
    }
  }
  return text;
}

std::string change_text(const query::AnswerChange& change, const Style& style) {
  std::string text = "\n" + painted(impact_words::days_of(change), Tone::strong, style.colour) + "\n";
  text += wrapped("before: " + printable(impact_words::text_of(change.was)), "  ", "    ", style.width);
  text += wrapped("now:    " + printable(impact_words::text_of(change.is)), "  ", "    ", style.width);
  std::size_t shown = 0;
  for (const auto& facts : change.cases) {
    if (shown++ == most_cases_shown) break;
    text += wrapped("for " + printable(impact_words::text_of(facts)), "    ", "      ", style.width);
  }
  if (change.cases.size() > most_cases_shown) {
    text += "    and " + count_of(change.cases.size() - most_cases_shown, "further case") + "\n";
  }
  return text;
}

}  // namespace

std::string impact_text(const ImpactReport& report, const Style& style) {
  const auto& impact = report.impact;
  auto text = wrapped(impact_words::headline(impact), "", "", style.width);
  std::size_t shown = 0;
  for (const auto& change : impact.answers) {
    if (shown++ == most_changes_shown) break;
    text += change_text(change, style);
  }
  if (impact.answers.size() > most_changes_shown) {
    text += "\nand " + count_of(impact.answers.size() - most_changes_shown, "further change") + "\n";
  }
  text += records_text("Measures", impact.measures, style);
  text += records_text("Events, by when they are known", impact.events, style);
  text += records_text("Signals", impact.signals, style);
  text += records_text("Coverage", impact.coverage, style);
  text += records_text("Items", impact.items, style);
  return text + "\nFrom " + printable(report.from) + " " + short_digest(impact.from_digest) + " to " +
         printable(report.to) + " " + short_digest(impact.to_digest) + "\n";
}

}  // namespace inforce::render_text
