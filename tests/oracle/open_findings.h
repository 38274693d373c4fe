// Where the engine and the page are known to differ: each is left out of the comparison until it is settled.
#pragma once

namespace oracle::open {

// S15: a scope that is amended on an inexact date may be the old one or the new one.
inline constexpr bool scope_amended_on_inexact_date = true;
// S18: of several items one may tell nothing of an attribute, so that more values are possible than those known.
inline constexpr bool silent_item_among_several = true;

// S15: a date that moves two measures moves both in one completion; the engine lets each move alone, which makes more
// possible and less certain than there is.
inline constexpr bool measures_move_alone = true;

// S23: an answer rests on the regimes that cover the case; the engine looks at those of the measures it names.
inline constexpr bool projected_by_measures_named = true;

}  // namespace oracle::open
