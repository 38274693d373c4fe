// Where the engine and the page are known to differ: each is left out of the comparison until it is settled.
#pragma once

namespace oracle::open {

// S15: a scope that is amended on an inexact date may be the old one or the new one.
inline constexpr bool scope_amended_on_inexact_date = true;
// S18: of several items one may tell nothing of an attribute, so that more values are possible than those known.
inline constexpr bool silent_item_among_several = true;

}  // namespace oracle::open
