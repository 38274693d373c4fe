#include "engine/lint/event_lints.h"

#include <array>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

constexpr std::array<EventLint, 17> concerns = {doubt_early_effects,          doubt_needless_retroactive,
                                                doubt_days_after_publication, doubt_gazette_days,
                                                doubt_years_of_citations,     doubt_days_of_publication,
                                                doubt_counted_days,           doubt_quoted_days,
                                                doubt_inexact_days,           doubt_exact_days,
                                                doubt_early_knowledge,        doubt_old_sources,
                                                doubt_lost_sources,           doubt_addresses,
                                                doubt_double_sources,         doubt_official_reports,
                                                doubt_reported_gazettes};

void doubt_events(const Subject& subject, std::vector<Diagnostic>& found) {
  const Chronicle chronicle(subject.rules);
  for (const EventLint concern : concerns) concern(chronicle, found);
}

constexpr std::array<Lint, 1> lints = {doubt_events};

}  // namespace

std::span<const Lint> event_lints() { return lints; }

}  // namespace inforce::lint
