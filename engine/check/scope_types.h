// Tests in scopes by the types of their attributes (S18, S19).
#pragma once

#include "engine/check/draft.h"

namespace inforce::check {

/// Reports operators and values that the type of an attribute does not have (IF217, IF218, IF314, IF315, those of
/// dates), groups of values of another type (IF316), and warns of values that stand twice in a list (IF806). True where
/// there was no error. Names that are unknown are passed over.
bool types_fit(Draft& draft, const syntax::Condition& condition);

}  // namespace inforce::check
