// What a report shows of the rules: the measures and events that its request names, and where each stands.
#pragma once

#include <set>

#include "engine/query/view.h"
#include "inforce/timeline_report.h"

namespace inforce::query {

/// The measures that ids name: a whole is its parts, a group its members. Each once, in the order of `ids`.
[[nodiscard]] std::vector<model::MeasureId> measures_named(const model::Rulebook& rules,
                                                           const std::vector<std::string>& ids);

struct Selection {
  std::vector<model::MeasureId> measures;  ///< In order of id.
  std::set<model::MeasureId> named;  ///< Of these, the ones that are named: shown even with nothing in the period.
  std::set<model::EventId> events;   ///< Named, or of a regime or jurisdiction that is.
  std::set<model::EventId> without;  ///< Never shown.
};

/// Errors for ids that are nowhere, and those of the question about the case.
[[nodiscard]] std::vector<Diagnostic> check_request(const model::Rulebook& rules, const ReportRequest& request);

/// Requires: `check_request` found nothing.
[[nodiscard]] Selection selected(const model::Rulebook& rules, const ReportRequest& request);

/// Puts every row and event of the report into one lane: those that the request names, then a lane a regime.
void arrange(const model::Rulebook& rules, TimelineReport& report);

}  // namespace inforce::query
