#include "engine/render/diagnostics.h"
#include "engine/render/markdown.h"
#include "engine/render/printable.h"
#include "engine/render/report.h"
#include "engine/render/report_findings.h"

namespace inforce::render_report {

namespace {

/// So many of a kind are shown on the page of a run; the log has all.
constexpr std::size_t shown_of_a_kind = 10;

/// The page of a run takes a mebibyte from each step, and nothing of what is longer.
constexpr std::size_t longest_summary = std::size_t{900} << 10U;
constexpr std::size_t rows_shown = 200;

/// What a command reads in place of its own signs. In properties `:` and `,` are such signs too. What else is not fit
/// for a log is replaced.
std::string escaped(std::string_view text, bool property) {
  std::string all;
  for (const char letter : text) {
    if (letter == '%') {
      all += "%25";
    } else if (letter == '\r') {
      all += "%0D";
    } else if (letter == '\n') {
      all += "%0A";
    } else if (property && letter == ':') {
      all += "%3A";
    } else if (property && letter == ',') {
      all += "%2C";
    } else {
      all += letter;
    }
  }
  return render_text::printable(all);
}

std::string_view command_for(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

/// Columns are taken only where both are on one line.
std::string place_of(const Diagnostic& one, const Sources& sources, const ReportSetting& setting) {
  if (!one.primary) return {};
  const auto region = region_of(shown_span(one.primary->span, sources), sources);
  std::string text = "file=" + escaped(path_of(sources.path(one.primary->span.file), setting), true) +
                     ",line=" + std::to_string(region.line) + ",endLine=" + std::to_string(region.end_line);
  if (region.line == region.end_line) {
    text += ",col=" + std::to_string(region.column) + ",endColumn=" + std::to_string(region.end_column);
  }
  return text + ",";
}

std::string command(const Diagnostic& one, const Sources& sources, const ReportSetting& setting) {
  const auto title = to_string(one.code) + " " + std::string(info_of(one.code).title);
  return "::" + std::string(command_for(one.severity)) + " " + place_of(one, sources, setting) +
         "title=" + escaped(title, true) + "::" + escaped(sentences_of(one), false) + "\n";
}

/// Says that not all are shown, where that is so.
std::string cut_notice(const CheckReport& report) {
  bool cut = false;
  for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
    cut = cut || report.count(severity) > shown_of_a_kind;
  }
  if (!cut) return {};
  return "::notice title=inforce check::" + escaped(sentence(totals(report)), false) + " At most " +
         std::to_string(shown_of_a_kind) + " of a kind are shown here; the log has all of them.\n";
}

/// Text for a cell of a table in Markdown; between backticks it stands as it is.
std::string cell(std::string_view text) {
  std::string all;
  bool code = false;
  for (const char letter : render_text::printable(text)) {
    if (letter == '`') code = !code;
    if (letter == '|') {
      all += "\\|";
    } else if (letter == '<' && !code) {
      all += "&lt;";
    } else if (letter == '&' && !code) {
      all += "&amp;";
    } else {
      all += letter;
    }
  }
  return code ? all + "`" : all;
}

std::string row(const Diagnostic& one, const CheckReport& report, const Sources& sources,
                const ReportSetting& setting) {
  auto place = path_of(one, report, sources, setting);
  if (one.primary) {
    const auto region = region_of(one.primary->span, sources);
    place += ":" + std::to_string(region.line) + ":" + std::to_string(region.column);
  }
  // As code, or the line of `:100:` is shown as a picture.
  return markdown::table_row(
      {std::string(word_for(one.severity)), markdown::link(to_string(one.code), page_address(one.code, setting.pages)),
       "<code>" + markdown::escaped(render_text::printable(place)) + "</code>", cell(sentences_of(one))});
}

}  // namespace

std::string github(const CheckReport& report, const Sources& sources, const ReportSetting& setting) {
  std::string text;
  std::string notes;
  for (const auto* one : worst_first(report)) {
    (one->severity == Severity::note ? notes : text) += command(*one, sources, setting);
  }
  return text + cut_notice(report) + notes;
}

std::string github_summary(const CheckReport& report, const Sources& sources, const ReportSetting& setting) {
  std::string text = "### inforce check: " + totals(report) + "\n\n";
  if (!report.suppressed.empty()) text += "Suppressed: " + std::to_string(report.suppressed.size()) + ".\n\n";
  const auto found = worst_first(report);
  if (found.empty()) return text;
  text += markdown::table_head({"", "Code", "Place", "Finding"});
  std::size_t shown = 0;
  for (const auto* one : found) {
    auto next = row(*one, report, sources, setting);
    if (shown == rows_shown || text.size() + next.size() > longest_summary) break;
    text += next;
    ++shown;
  }
  if (shown < found.size())
    text += "\nThe worst " + std::to_string(shown) + " of " + std::to_string(found.size()) + ".\n";
  return text + "\n";
}

}  // namespace inforce::render_report
