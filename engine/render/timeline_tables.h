// The tables of a timeline report as HTML: they say in words all that its picture shows.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/render/timeline_limits.h"
#include "inforce/timeline_report.h"

namespace inforce::render_timeline {

/// Writes the tables of one page, in the order of the page.
class Tables {
 public:
  Tables(const TimelineReport& report, const PageLimits& limits);

  [[nodiscard]] std::string verdicts() const;
  /// Heading, note, measures and events of a lane. A row has the number of its measure in `data-row`.
  [[nodiscard]] std::string lane(const ReportLane& lane);
  [[nodiscard]] std::string changes() const;
  [[nodiscard]] std::string sources() const;

 private:
  std::string intervals(const ReportLane& lane);
  std::string rows_of(std::size_t index);
  [[nodiscard]] std::string told_of(const ReportRow& row) const;
  std::string events(const ReportLane& lane);
  [[nodiscard]] std::string row_of(const ReportEvent& event) const;
  [[nodiscard]] std::string notes_of(const std::vector<std::string>& sources) const;

  const TimelineReport& report_;
  PageLimits limits_;
  std::map<std::string, std::size_t> numbers_;  ///< Of the sources.
  std::size_t intervals_ = 0;
  std::size_t events_ = 0;
  std::size_t bytes_ = 0;
};

/// The verdict as a coloured word.
[[nodiscard]] std::string chip(Verdict verdict);

}  // namespace inforce::render_timeline
