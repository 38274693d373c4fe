// What changes over the period of a report: what was known, and the verdict for the case.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "engine/query/view.h"
#include "inforce/timeline_report.h"

namespace inforce::query {

/// A state of knowledge, and the day from which it was so.
struct Stage {
  std::optional<Date> from;  ///< Empty: what has no day from which it is known.
  const View* view = nullptr;
};

/// States of knowledge of one timeline, each read once.
class Knowledges {
 public:
  Knowledges(const timeline::Compiled& compiled, const Query& asked) : compiled_(compiled), asked_(asked) {}

  /// How the intervals of a measure came to be known (S10).
  [[nodiscard]] std::vector<ReportRow::Known> history_of(const View& view, const Record& record);

  /// The states of knowledge that bear on a measure, in order, up to that of `view`, which is the last.
  [[nodiscard]] std::vector<Stage> stages_of(const View& view, const Record& record);

 private:
  const View& known_on(Date day);
  std::set<Date> known_days_of(const View& view, const Record& record) const;

  const timeline::Compiled& compiled_;
  const Query& asked_;
  std::map<Date, std::unique_ptr<View>> views_;
};

/// The verdicts for the case on the days of the period; `cut` where there are more than are worth listing.
[[nodiscard]] std::vector<VerdictRun> verdict_runs(const timeline::Compiled& compiled, const Query& asked, Date from,
                                                   Date through, bool& cut);

/// The verdict for the case of `asked` on its day or at its moment; nothing where none is asked for.
[[nodiscard]] std::optional<AskedVerdict> asked_verdict(const timeline::Compiled& compiled, const Query& asked);

}  // namespace inforce::query
