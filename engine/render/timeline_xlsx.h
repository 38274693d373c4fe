// A timeline report as a workbook, with the limits of spreadsheets.
#pragma once

#include <string>

#include "engine/render/workbook.h"
#include "inforce/timeline_report.h"

namespace inforce::render_timeline {

/// The bytes of the file; empty where its temporary files could not be written.
[[nodiscard]] std::string to_xlsx(const TimelineReport& report, const workbook::Limits& limits);

/// The last sheet: what the report is about, what it rests on, how it is to be read and checked, and what `book` had to
/// cut in the sheets before.
void add_about(workbook::Book& book, const TimelineReport& report);

}  // namespace inforce::render_timeline
