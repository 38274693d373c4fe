// One function for each kind of question; `answer` in answer.cpp chooses. The question has been checked.
#pragma once

#include <set>

#include "engine/query/stable.h"

namespace inforce::query {

[[nodiscard]] OnAnswer answer_on(const View& view);
/// Verdict and findings alone, in order of id and without reasons, whatever they are: enough to compare.
[[nodiscard]] OnAnswer findings_on(const View& view);
[[nodiscard]] WhenAnswer answer_when(const View& view);
[[nodiscard]] WhyAnswer answer_why(const View& view);
[[nodiscard]] DiffAnswer answer_diff(const View& first, const When& from, const View& second, const When& then);
[[nodiscard]] EventsAnswer answer_events(const View& view);
[[nodiscard]] NextAnswer answer_next(const View& view);
[[nodiscard]] CoverageAnswer answer_coverage(const View& view);
[[nodiscard]] ConflictsAnswer answer_conflicts(const View& view);

/// The intervals of a measure that has spells of its own, for the case of the question.
[[nodiscard]] std::vector<Interval> intervals_of(const View& view, const Record& record);

/// An event as a row of answers.
[[nodiscard]] EventRow row_of(const View& view, model::EventId id);

/// The restrictions of an answer that meet with one of another jurisdiction.
[[nodiscard]] std::vector<Conflict> conflicts_in(const View& view, const std::vector<Finding>& restrictions);

/// The verdict over findings for the facts of the question (S22, S23); nothing without facts. Bare: not how long it
/// stays so.
void set_verdict(const View& view, const When& when, OnAnswer& answer, Detail detail);

/// Whether a regime covers the case of the question on that day (S23).
[[nodiscard]] Judgement covers(const View& view, const model::Regime& regime, const When& when);

/// A regime as answers tell it; with facts, whether it covers their case at that time, or where it begins without one.
[[nodiscard]] Coverage told(const View& view, const model::Regime& regime, const std::optional<When>& when);

/// Regimes, whether the time asked about lies after their last review, and the sources that the content names.
void add_coverage(const View& view, Answer& answer);
void add_citations(const model::Rulebook& rules, Answer& answer);

/// The sources of these ids, by id.
[[nodiscard]] std::vector<Citation> citations_of(const model::Rulebook& rules, const std::set<std::string>& ids);

}  // namespace inforce::query
