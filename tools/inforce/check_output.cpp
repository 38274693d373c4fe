#include "tools/inforce/check_output.h"

#include <algorithm>
#include <ostream>

#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

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

std::string summary(const CheckReport& report) {
  const auto notes = report.count(Severity::note);
  return "Checked " + counted(report.files.size(), "file") + ": " + counted(report.count(Severity::error), "error") +
         ", " + counted(report.count(Severity::warning), "warning") +
         (notes == 0 ? "" : ", " + counted(notes, "note")) + left_out(report) + ".\n";
}

}  // namespace

int write_report(const CheckReport& report, const Sources& sources, const Arguments& arguments,
                 Environment& environment) {
  const auto style = answer_style(arguments, environment);
  environment.out << render(report.found, sources, style);
  if (style.format == Format::text && !arguments.has("--quiet")) {
    if (!report.found.empty()) environment.out << "\n";
    environment.out << summary(report);
  }
  return answered;
}

}  // namespace inforce::cli
