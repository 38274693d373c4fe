// Invents what the facts of a case meet: scopes, items, authorizations, regimes, and the cases themselves.
#pragma once

#include "tests/oracle/generator.h"

namespace oracle {

/// A scope of a few tests, over attributes that cases and items give values to.
Scope any_scope(Dice& dice, const Story& story, Day around);

/// Gives the measures kinds, scopes and releases, and the story items and regimes.
void dress(Dice& dice, Story& story, Day around);

/// What an enlistment says of its members alone.
void tell_of_members(Dice& dice, Effect& enlist);

/// Some cases: of no facts too few, of all facts too many.
std::vector<Facts> any_cases(Dice& dice, Day around);

}  // namespace oracle
