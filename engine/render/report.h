// The report of `check` in each format: one file a format, `report_NAME.cpp`.
#pragma once

#include <string>

#include "inforce/check.h"
#include "inforce/render.h"

namespace inforce::render_report {

/// `Checked 2 files: 1 error, 0 warnings.`
[[nodiscard]] std::string summary(const CheckReport& report);

/// A line a finding: `path:line:column: error[IF012] message`.
[[nodiscard]] std::string concise(const CheckReport& report, const Sources& sources, const Style& style);

/// SARIF 2.1.0, within the limits of code scanning.
[[nodiscard]] std::string sarif(const CheckReport& report, const Sources& sources, const ReportSetting& setting);

/// JUnit XML: a suite a file, a case for each code found in it. What is milder than the gate passes.
[[nodiscard]] std::string junit(const CheckReport& report, const Sources& sources, const ReportSetting& setting);

/// Workflow commands that annotate files, worst first.
[[nodiscard]] std::string github(const CheckReport& report, const Sources& sources, const ReportSetting& setting);

/// The same as Markdown, for the page of a workflow run; cut where that has no room for more.
[[nodiscard]] std::string github_summary(const CheckReport& report, const Sources& sources,
                                         const ReportSetting& setting);

/// The list of a code quality report.
[[nodiscard]] std::string gitlab(const CheckReport& report, const Sources& sources, const ReportSetting& setting);

/// The diagnostic format of code reviews; columns count bytes there.
[[nodiscard]] std::string rdjson(const CheckReport& report, const Sources& sources, const ReportSetting& setting);

}  // namespace inforce::render_report
