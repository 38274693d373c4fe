// The report of `check`, in the formats and to the places that the command line names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/inforce/command.h"

namespace inforce::cli {

/// A format, and the file to write it to; `-` is standard output.
struct ReportOutput {
  ReportFormat format = ReportFormat::text;
  std::string file;
};

/// What a report is written for.
struct ReportOrder {
  std::vector<ReportOutput> outputs;
  std::vector<std::string> roots;
  Severity gate = Severity::error;  ///< The mildest finding that counts as a failure.
};

/// `--output`, the words of `--format`, and what help says of both.
[[nodiscard]] const Option& output_formats_option();
[[nodiscard]] const std::vector<std::string_view>& report_words();
[[nodiscard]] std::string_view report_notes();

/// All that is to be written, `--format` and what follows from its absence too. Nothing where that is not understood,
/// which has been said.
[[nodiscard]] std::optional<std::vector<ReportOutput>> report_outputs(const Arguments& arguments,
                                                                      Environment& environment);

/// Gives the exit status of writing; what counts in the report is judged elsewhere.
int write_report(const CheckReport& report, const Sources& sources, const ReportOrder& order,
                 const Arguments& arguments, Environment& environment);

}  // namespace inforce::cli
