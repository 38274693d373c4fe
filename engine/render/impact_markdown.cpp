#include <algorithm>

#include "engine/render/impact.h"
#include "engine/render/printable.h"
#include "engine/render/words.h"

namespace inforce::render_markdown {

namespace {

using query::RecordChange;
using query::RecordFate;

/// Text of rule files in a cell or a line: nothing in it is markup, and it ends no cell. Between backticks, where they
/// are paired, all but the end of a cell stands as it is.
std::string escaped(std::string_view written) {
  const auto text = render_text::printable(written);
  const bool paired = std::count(text.begin(), text.end(), '`') % 2 == 0;
  const std::string_view markup = paired ? "\\*_[]<>|#~!@" : "\\*_[]<>|#~!@`";
  std::string all;
  bool code = false;
  for (const char letter : text) {
    if (letter == '`' && paired) code = !code;
    const bool is_markup = code ? letter == '|' : markup.find(letter) != std::string_view::npos;
    if (is_markup) all += "\\";
    all += !code && letter == '&' ? std::string("&amp;") : std::string(1, letter);
  }
  return all;
}

std::string cases_text(const std::vector<Facts>& cases) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& facts : cases) {
    if (shown++ == most_cases_shown) break;
    text += (text.empty() ? "" : "<br>") + escaped(impact_words::text_of(facts));
  }
  if (cases.size() <= most_cases_shown) return text;
  return text + "<br>and " + render_text::count_of(cases.size() - most_cases_shown, "further case");
}

std::string answers_table(const query::Impact& impact) {
  if (impact.answers.empty()) return {};
  std::string text = "\n| days | case | before | now |\n|---|---|---|---|\n";
  std::size_t shown = 0;
  for (const auto& change : impact.answers) {
    if (shown++ == most_changes_shown) break;
    text += "| " + impact_words::days_of(change) + " | " + cases_text(change.cases) + " | " +
            escaped(impact_words::text_of(change.was)) + " | " + escaped(impact_words::text_of(change.is)) + " |\n";
  }
  if (impact.answers.size() <= most_changes_shown) return text;
  return text + "\nand " + render_text::count_of(impact.answers.size() - most_changes_shown, "further change") + "\n";
}

std::string records_list(const std::string& heading, const std::vector<RecordChange>& changes) {
  if (changes.empty()) return {};
  std::string text = "\n### " + heading + "\n\n";
  for (const auto& change : changes) {
    const auto fate = change.how == RecordFate::added     ? ", new"
                      : change.how == RecordFate::removed ? ", gone"
                                                          : std::string{};
    text += "- **" + escaped(change.id) + "** " + escaped(change.title) + fate + "\n";
    for (const auto& line : impact_words::lines_of(change)) text += "  - " + escaped(line) + "\n";
  }
  return text;
}

}  // namespace

std::string impact_markdown(const ImpactReport& report) {
  const auto& impact = report.impact;
  std::string text = "## Which answers change\n\n" + impact_words::headline(impact) + "\n";
  text += answers_table(impact);
  text += records_list("Measures", impact.measures);
  text += records_list("Events, by when they are known", impact.events);
  text += records_list("Signals", impact.signals);
  text += records_list("Coverage", impact.coverage);
  text += records_list("Items", impact.items);
  return text + "\nFrom " + escaped(report.from) + " `" + render_text::short_digest(impact.from_digest) + "` to " +
         escaped(report.to) + " `" + render_text::short_digest(impact.to_digest) + "`.\n";
}

}  // namespace inforce::render_markdown
