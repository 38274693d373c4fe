// One function for each kind of question; `answer` in answer.cpp chooses. The question has been checked.
#pragma once

#include "engine/query/stable.h"

namespace inforce::query {

[[nodiscard]] OnAnswer answer_on(const View& view);
[[nodiscard]] WhenAnswer answer_when(const View& view);
[[nodiscard]] WhyAnswer answer_why(const View& view);
[[nodiscard]] DiffAnswer answer_diff(const View& first, const When& from, const View& second, const When& then);
[[nodiscard]] EventsAnswer answer_events(const View& view);
[[nodiscard]] NextAnswer answer_next(const View& view);

/// The verdict over findings for the facts of the question (S22, S23); nothing without facts.
void set_verdict(const View& view, const When& when, OnAnswer& answer);

/// Regimes, whether the time asked about lies after their last review, and the sources that the content names.
void add_coverage(const model::Rulebook& rules, Answer& answer);
void add_citations(const model::Rulebook& rules, Answer& answer);

/// The rules as the question takes them: assumed events count as official, and without reports reported ones as
/// merely proposed (S24). Empty where they are the same.
[[nodiscard]] std::optional<Rulebook> reassessed(const Rulebook& rules, const Query& query);

}  // namespace inforce::query
