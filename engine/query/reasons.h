// Why a measure has its status: sentences with events, places and sources, read off its chain of effects (S26).
#pragma once

#include "engine/query/finding.h"

namespace inforce::query {

/// `path:line:column` of the beginning of `span`.
[[nodiscard]] std::string place_of(const View& view, Span span);

/// The bound or the day that an event's date falls on, or its text where that is not exact; empty where not given.
[[nodiscard]] std::string date_text(const View& view, model::EventId event, model::Field field);

/// The day or moment from which the event is known (S9).
[[nodiscard]] std::string known_text(const View& view, model::EventId event);

/// The events that end the spell of a measure at `moment`, other than by an end written when it began.
[[nodiscard]] std::vector<model::EventId> ending_events(const Record& record, Moment moment);

/// The ids of events that `now` rests on and `then` does not, in order.
[[nodiscard]] std::vector<std::string> events_gained(const View& view, const std::vector<timeline::ChainId>& then,
                                                     const std::vector<timeline::ChainId>& now);

/// The events that made the difference at `moment` where a record turns; for what was written beforehand, those that
/// shaped what it ends. Of certain segments, else of possible ones.
[[nodiscard]] std::vector<std::string> turning_events(const View& view, const Record& record, Moment moment);

/// What each effect of the chains did, in order and without repetition.
[[nodiscard]] std::vector<Reason> effect_reasons(const View& view, const Record& record,
                                                 const std::vector<timeline::ChainId>& chains);

/// One for each inexact date that leaves a standing open.
[[nodiscard]] std::vector<Reason> inexact_reasons(const View& view, const Standing& standing);

/// All reasons of a finding whose other members are filled.
[[nodiscard]] std::vector<Reason> reasons_of(const View& view, const Record& record, const Finding& finding,
                                             const std::vector<Piece>& pieces);

}  // namespace inforce::query
