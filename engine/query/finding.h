// One measure in an answer about a day or a moment (S13, S20): its status, bounds, reasons and sources.
#pragma once

#include "engine/query/conditions.h"

namespace inforce::query {

/// A run of moments in which a measure stands alike.
struct Piece {
  Period period;
  Standing standing;
};

/// The moments asked about, in the measure's own zone: of a whole day (S13), or the moment alone.
[[nodiscard]] Period period_of(const When& when, const calendar::Zone& zone);

/// The moments at which a measure, or what its status depends on, may change; sorted.
[[nodiscard]] std::vector<Moment> changes_of(const View& view, model::MeasureId id);

/// `when` cut at `changes`; never empty.
[[nodiscard]] std::vector<Piece> pieces_of(const View& view, const Record& record, const When& when,
                                           const std::vector<Moment>& changes, Detail detail);

[[nodiscard]] Finding finding_of(const View& view, const Record& record, const When& when,
                                 const std::vector<Moment>& changes, Detail detail);

/// The weakest evidence of what the chains rest on at a moment: `official`, `reported`, or `proposed` where assumed.
[[nodiscard]] std::string weakest_evidence(const View& view, const std::vector<timeline::ChainId>& chains,
                                           Moment moment);

/// True for the statuses that answers show unless all are asked for (S20).
[[nodiscard]] bool shown_by_default(Status status);

}  // namespace inforce::query
