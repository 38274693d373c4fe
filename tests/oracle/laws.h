// What the laws ask: generated stories that the engine has read, and its answers, which must not be errors.
#pragma once

#include <functional>

#include "tests/oracle/compare.h"

namespace oracle {

inforce::WhenAnswer when_of(const inforce::Timeline& timeline, const std::string& id, const Knowledge& knowledge = {});
inforce::OnAnswer on_of(const inforce::Timeline& timeline, const inforce::When& on, const Knowledge& knowledge = {},
                        const Facts& facts = {}, bool all = true);

/// Restrictions and authorizations.
std::vector<inforce::Finding> rows_of(const inforce::OnAnswer& answer);

/// Calls `check` for each generated story that has answers.
void each_story(const std::function<void(const Story&, const inforce::Timeline&)>& check);

/// The moments just before, at and just after each bound of each interval of a measure.
std::vector<Moment> edges(const inforce::WhenAnswer& answer);

}  // namespace oracle
