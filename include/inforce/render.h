// How it is shown: answers and diagnostics as text for people or as JSON for programs, and reports of `check` in the
// formats that build servers, reviews and editors read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/answer.h"
#include "inforce/diagnostic.h"
#include "inforce/timeline_report.h"

namespace inforce {

struct CheckReport;

enum class Format : std::uint8_t {
  text,
  json,
  markdown  ///< Of events: a chronicle with citations. All else is text.
};

struct Style {
  Format format = Format::text;
  unsigned width = 100;  ///< Columns that text may take; never less than 40.
  bool colour = false;   ///< ANSI colours, which only repeat what the words say.
  /// Of a calendar: how many days before an entry it reminds.
  std::vector<unsigned> alarms = {7, 1};
};

/// The answer in the format of the style, ending in a line break. The same answer and style give the same bytes.
[[nodiscard]] std::string render(const Answer& answer, const Style& style);

/// The formats of a timeline report. Each shows the same report; none adds to it. `csv_raw` leaves text as it is that
/// a spreadsheet would run as a formula. `ics` shows the `calendar` of the report, which the request must ask for.
enum class TimelineFormat : std::uint8_t { text, md, json, csv, csv_raw, mermaid, svg, html, xlsx, ics };

/// The report as the bytes of a file; of text formats, ending in a line break. The same report gives the same bytes.
/// `xlsx` alone needs the disk for a while: it is empty where its temporary files could not be written.
[[nodiscard]] std::string render(const TimelineReport& report, TimelineFormat format, const Style& style);

/// Diagnostics in the given order: carets under the places as text, or the object of `check --format json`.
[[nodiscard]] std::string render(std::span<const Diagnostic> diagnostics, const Sources& sources, const Style& style);

enum class ReportFormat : std::uint8_t { text, concise, json, sarif, junit, github, gitlab, rdjson };

/// `text`, `sarif` …, as the command line has it.
[[nodiscard]] std::string_view to_string(ReportFormat format);
[[nodiscard]] std::optional<ReportFormat> report_format(std::string_view word);

/// From where a report is read. Text, `concise` and `json` name files as they were read; what other programs read names
/// them from `top`, and by their whole path where they lie elsewhere.
struct ReportSetting {
  std::vector<std::string> roots;   ///< What was checked. A finding without a place is shown at its first file.
  std::string folder;               ///< The working folder, absolute. Empty: paths are named as they were read.
  std::string top;                  ///< The folder that readers start from, absolute; empty, or without `folder` in
                                    ///< it: `folder`.
  std::string pages;                ///< The address below which each code has its page, `IF012.md`; may be empty.
  Severity gate = Severity::error;  ///< The mildest finding that fails.
};

/// The report in one format, ending in a line break where it says anything. Suppressed findings stand where the format
/// has a place for them. Bytes of files that are not UTF-8 are replaced.
[[nodiscard]] std::string render(const CheckReport& report, const Sources& sources, ReportFormat format,
                                 const Style& style, const ReportSetting& setting = {});

}  // namespace inforce
