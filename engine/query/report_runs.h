// What changes over the period of a report: what was known, and the verdict for the case.
#pragma once

#include <map>
#include <memory>

#include "engine/query/view.h"
#include "inforce/timeline_report.h"

namespace inforce::query {

/// States of knowledge of one timeline, each read once.
class Knowledges {
 public:
  Knowledges(const timeline::Compiled& compiled, const Query& asked) : compiled_(compiled), asked_(asked) {}

  /// How the intervals of a measure came to be known (S10).
  [[nodiscard]] std::vector<ReportRow::Known> history_of(const View& view, const Record& record);

 private:
  const View& known_on(Date day);

  const timeline::Compiled& compiled_;
  const Query& asked_;
  std::map<Date, std::unique_ptr<View>> views_;
};

/// The verdicts for the case on the days of the period; `cut` where there are more than are worth listing.
[[nodiscard]] std::vector<VerdictRun> verdict_runs(const timeline::Compiled& compiled, const Query& asked, Date from,
                                                   Date through, bool& cut);

}  // namespace inforce::query
