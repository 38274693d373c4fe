// The status of one measure at one moment, of force alone (S11, S15, S20, D8): read off its segments.
#pragma once

#include "engine/query/view.h"
#include "inforce/answer.h"

namespace inforce::query {

/// What a measure is at a moment, and what that rests on.
struct Standing {
  Status status = Status::not_yet;
  Attributes attributes{};
  std::optional<Moment> since{};   ///< Beginning of the spell; empty: open, or not known exactly.
  std::optional<Moment> before{};  ///< End of the spell; empty: none, or not known exactly.
  std::vector<timeline::ChainId> chains{};
  std::vector<const timeline::InexactPlace*> deciding{};  ///< Inexact dates that leave the status open.
  std::vector<Reason> reasons{};                          ///< Of scope and release; those of force are made elsewhere.
  std::vector<std::string> missing{};                     ///< Facts that would decide.
  std::vector<model::MeasureId> members{};                ///< Listed parties that the scope is met by, or may be.
};

/// The segments of which one holds at `moment`: one where that is certain, else all that are possible. None: absent.
[[nodiscard]] std::vector<const timeline::Segment*> worlds_at(const Record& record, Moment moment);

/// The status at `moment` without regard to any facts. `asked` is the time that the question named: what is known by
/// then is `pending`, else `not-yet` (S11).
[[nodiscard]] Standing force_at(const View& view, const Record& record, Moment moment, const When& asked);

/// The same, where one of `worlds` holds, and besides, if `or_none`, one in which the measure restricts nothing.
/// Empty where it is certainly in no spell.
[[nodiscard]] std::optional<Standing> present_at(const View& view, const Record& record, Moment moment,
                                                 const std::vector<const timeline::Segment*>& worlds, bool or_none);

/// The segment through which the measure next binds; null where none does.
[[nodiscard]] const timeline::Segment* coming(const Record& record, Moment moment);

}  // namespace inforce::query
