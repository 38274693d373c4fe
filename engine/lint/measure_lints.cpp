#include "engine/lint/measure_lints.h"

#include <array>

#include "engine/lint/scopes.h"
#include "engine/lint/terms.h"
#include "engine/lint/unused.h"

namespace inforce::lint {
namespace {

constexpr std::array<Lint, 8> lints = {doubt_terms,    doubt_effects, doubt_reviews, doubt_shadowed,
                                       doubt_releases, doubt_unused,  doubt_slips,   doubt_members_alike};

}  // namespace

std::span<const Lint> measure_lints() { return lints; }

}  // namespace inforce::lint
