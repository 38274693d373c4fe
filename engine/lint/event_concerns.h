// The doubts about events, one file a concern. Each adds what it finds to `found`.
#pragma once

#include <vector>

#include "engine/lint/chronicle.h"

namespace inforce::lint {

using EventLint = void (*)(const Chronicle& chronicle, std::vector<Diagnostic>& found);

// retroactive.cpp
void doubt_early_effects(const Chronicle& chronicle, std::vector<Diagnostic>& found);         // IF811
void doubt_needless_retroactive(const Chronicle& chronicle, std::vector<Diagnostic>& found);  // IF810

// publication.cpp
void doubt_days_after_publication(const Chronicle& chronicle, std::vector<Diagnostic>& found);  // IF826
void doubt_gazette_days(const Chronicle& chronicle, std::vector<Diagnostic>& found);            // IF812
void doubt_years_of_citations(const Chronicle& chronicle, std::vector<Diagnostic>& found);      // IF813
void doubt_days_of_publication(const Chronicle& chronicle, std::vector<Diagnostic>& found);     // IF814, IF818

// counted_days.cpp
void doubt_counted_days(const Chronicle& chronicle, std::vector<Diagnostic>& found);  // IF815

// quotes.cpp
void doubt_quoted_days(const Chronicle& chronicle, std::vector<Diagnostic>& found);   // IF816
void doubt_inexact_days(const Chronicle& chronicle, std::vector<Diagnostic>& found);  // IF817
void doubt_exact_days(const Chronicle& chronicle, std::vector<Diagnostic>& found);    // IF818

// source_days.cpp
void doubt_early_knowledge(const Chronicle& chronicle, std::vector<Diagnostic>& found);  // IF819
void doubt_old_sources(const Chronicle& chronicle, std::vector<Diagnostic>& found);      // IF820

// citations.cpp
void doubt_lost_sources(const Chronicle& chronicle, std::vector<Diagnostic>& found);    // IF821
void doubt_addresses(const Chronicle& chronicle, std::vector<Diagnostic>& found);       // IF822
void doubt_double_sources(const Chronicle& chronicle, std::vector<Diagnostic>& found);  // IF825

// evidence.cpp
void doubt_official_reports(const Chronicle& chronicle, std::vector<Diagnostic>& found);   // IF823
void doubt_reported_gazettes(const Chronicle& chronicle, std::vector<Diagnostic>& found);  // IF824

}  // namespace inforce::lint
