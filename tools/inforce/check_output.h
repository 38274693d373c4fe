// The report of `check`, in the formats and to the places that the command line names.
#pragma once

#include "tools/inforce/command.h"

namespace inforce::cli {

/// Gives the exit status of writing; what counts in the report is judged elsewhere.
int write_report(const CheckReport& report, const Sources& sources, const Arguments& arguments,
                 Environment& environment);

}  // namespace inforce::cli
