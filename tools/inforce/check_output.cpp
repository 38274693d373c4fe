#include "tools/inforce/check_output.h"

#include <ostream>

#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string summary(const CheckReport& report) {
  return "Checked " + counted(report.files.size(), "file") + ": " + counted(report.count(Severity::error), "error") +
         ", " + counted(report.count(Severity::warning), "warning") + ".\n";
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
