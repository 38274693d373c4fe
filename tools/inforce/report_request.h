// Which report a command line asks for: of a definition, or of ids, with what options say besides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/render/evidence.h"
#include "tools/inforce/question.h"

namespace inforce::cli {

/// Those options, and after them all that ask for a report.
[[nodiscard]] std::vector<Option> with_report_options(std::vector<Option> options);

/// What was asked, unread by any rules; `definition` is a path as it was written. Nothing where it is not understood,
/// which has been said.
[[nodiscard]] std::optional<render_evidence::PackQuestion> said_of_report(const Arguments& arguments,
                                                                          Environment& environment);

/// The request in full; nothing where the file defines none.
[[nodiscard]] std::optional<ReportRequest> request_for(const Timeline& timeline,
                                                       const render_evidence::PackQuestion& said);

/// Says that a file defines no report; gives the exit status.
int say_undefined(const std::string& path, Environment& environment);

}  // namespace inforce::cli
