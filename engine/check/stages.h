// The stages of `check` after names are known, in the order in which `load` runs them. Each fills its list of the
// rulebook, one record for each entry of its table and in the same order.
#pragma once

#include "engine/check/dates.h"
#include "engine/check/decode.h"
#include "engine/check/draft.h"

namespace inforce::check {

void decode_vocabulary(Draft& draft);
void decode_items(Draft& draft);
void decode_authorities(Draft& draft);
void decode_sources(Draft& draft);
void decode_calendars(Draft& draft);
void decode_gazettes(Draft& draft);
void decode_regimes(Draft& draft);
void decode_groups(Draft& draft);

/// Finds who is enlisted anywhere, for `decode_measures`.
void collect_members(Draft& draft);

/// Restrictions, authorizations and members of groups, as one list.
void decode_measures(Draft& draft);

/// Events and their effects.
void decode_events(Draft& draft);

/// The effects of one event, appended to the rulebook.
void decode_effects(Draft& draft, model::EventId event, const Fields& fields, const DateContext& context);

/// The value of an attribute by its declared type; `policy` and `enforcement` are text unless declared.
[[nodiscard]] std::optional<Value> attribute_value(Draft& draft, std::string_view attribute, const syntax::Node& value);

/// Whether effects may carry a key of that name as an attribute.
[[nodiscard]] bool is_effect_attribute(Draft& draft, std::string_view name);

/// The attributes among the further keys of a record; those that are none are reported.
[[nodiscard]] Attributes attributes_in(Draft& draft, const RecordRule& rule, const Fields& fields);

/// Circles of `after`, `retracts` and `part_of` (IF503, IF313, IF312).
void check_circles(Draft& draft);

/// Warns of measures that nothing imposes (IF802). Requires: no errors were found.
void check_imposed(Draft& draft);

/// Warns of scopes that no case or every case meets (IF804, IF805). Requires: no errors were found, and the rulebook is
/// linked.
void advise_on_scopes(Draft& draft);

/// The examples under `tests`, in order of files.
void check_tests(Draft& draft);

/// The definitions of reports under `timeline`, in order of files.
void check_timelines(Draft& draft);

}  // namespace inforce::check
