#include "engine/render/report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/render/diagnostics.h"
#include "engine/render/words.h"

namespace inforce {

namespace {

constexpr std::array<std::pair<ReportFormat, std::string_view>, 8> words{{{ReportFormat::text, "text"},
                                                                          {ReportFormat::concise, "concise"},
                                                                          {ReportFormat::json, "json"},
                                                                          {ReportFormat::sarif, "sarif"},
                                                                          {ReportFormat::junit, "junit"},
                                                                          {ReportFormat::github, "github"},
                                                                          {ReportFormat::gitlab, "gitlab"},
                                                                          {ReportFormat::rdjson, "rdjson"}}};

}  // namespace

std::string_view to_string(ReportFormat format) {
  return std::find_if(words.begin(), words.end(), [&](const auto& pair) { return pair.first == format; })->second;
}

std::optional<ReportFormat> report_format(std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& pair) { return pair.second == word; });
  return found == words.end() ? std::nullopt : std::optional(found->first);
}

std::string render(const CheckReport& report, const Sources& sources, ReportFormat format, const Style& style,
                   const ReportSetting& setting) {
  switch (format) {
    case ReportFormat::text: {
      const auto text = render_text::diagnostics_text(report.found, sources, style);
      return text + (text.empty() ? "" : "\n") + render_report::summary(report);
    }
    case ReportFormat::concise:
      return render_report::concise(report, sources, style);
    case ReportFormat::json:
      return render_json::diagnostics_json(report.found, report.suppressed, sources, setting);
    case ReportFormat::sarif:
      return render_report::sarif(report, sources, setting);
    case ReportFormat::junit:
      return render_report::junit(report, sources, setting);
    case ReportFormat::github:
      return render_report::github(report, sources, setting);
    case ReportFormat::gitlab:
      return render_report::gitlab(report, sources, setting);
    case ReportFormat::rdjson:
      break;
  }
  return render_report::rdjson(report, sources, setting);
}

namespace render_report {

namespace {

/// `; 2 suppressed, 5 in the baseline`, or empty.
std::string left_out(const CheckReport& report) {
  const auto count = [&](Suppressed::Where where) {
    return std::count_if(report.suppressed.begin(), report.suppressed.end(),
                         [&](const Suppressed& each) { return each.where == where; });
  };
  std::string text;
  if (const auto of = count(Suppressed::Where::in_source)) text += std::to_string(of) + " suppressed";
  if (const auto of = count(Suppressed::Where::baseline)) {
    text += (text.empty() ? "" : ", ") + std::to_string(of) + " in the baseline";
  }
  return text.empty() ? text : "; " + text;
}

}  // namespace

std::string summary(const CheckReport& report) {
  std::string text = "Checked " + render_text::count_of(report.files.size(), "file") + ": " +
                     render_text::count_of(report.count(Severity::error), "error") + ", " +
                     render_text::count_of(report.count(Severity::warning), "warning");
  const auto notes = report.count(Severity::note);
  if (notes > 0) text += ", " + render_text::count_of(notes, "note");
  return text + left_out(report) + ".\n";
}

}  // namespace render_report

}  // namespace inforce
