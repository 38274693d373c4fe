// How it is shown: answers and diagnostics as text for people or as JSON for programs.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "inforce/answer.h"
#include "inforce/diagnostic.h"
#include "inforce/timeline_report.h"

namespace inforce {

enum class Format : std::uint8_t { text, json };

struct Style {
  Format format = Format::text;
  unsigned width = 100;  ///< Columns that text may take; never less than 40.
  bool colour = false;   ///< ANSI colours, which only repeat what the words say.
};

/// The answer as text or JSON, ending in a line break. The same answer and style give the same bytes.
[[nodiscard]] std::string render(const Answer& answer, const Style& style);

/// The formats of a timeline report. Each shows the same report; none adds to it. `csv_raw` leaves text as it is that
/// a spreadsheet would run as a formula.
enum class TimelineFormat : std::uint8_t { text, md, json, csv, csv_raw, mermaid, svg, html };

/// The report as the bytes of a file; of text formats, ending in a line break. The same report gives the same bytes.
[[nodiscard]] std::string render(const TimelineReport& report, TimelineFormat format, const Style& style);

/// Diagnostics in the given order: carets under the places as text, or the object of `check --format json`.
[[nodiscard]] std::string render(std::span<const Diagnostic> diagnostics, const Sources& sources, const Style& style);

}  // namespace inforce
