// Runs the examples of rule files: asks what each asks, and compares the answer with what it expects.
//
// How a list of statuses is read: `applies`, `may_apply`, `released`, `grace`, `suspended` and `pending` name exactly
// the restrictions, binding and advisory, that have that status: one more that slipped in is a difference. Others that
// are named there (authorizations, members of groups, context) must have the status; more of them may have it. `ended`,
// `not_yet`, `never` and `out_of_scope` hold of most of a rule set: those that are named must have the status, and more
// may.
#pragma once

#include <string>
#include <vector>

#include "engine/query/view.h"
#include "inforce/answer.h"

namespace inforce::query {

/// What a measure is in the answer, and why: one concerned by a difference.
struct Grounds {
  std::string id;
  Status status = Status::not_yet;
  std::vector<Reason> reasons;
};

/// One thing in an answer that is not as expected.
struct Difference {
  std::string what;      ///< The key of the expectation, such as `verdict` or `applies`; `answer`, where there is none.
  std::string expected;  ///< In the words of the format, such as `us-h20-licence`, or `none`.
  std::string got;
  std::vector<Grounds> why;  ///< In order of id.
};

struct ExampleResult {
  const model::Example* example = nullptr;
  std::vector<Difference> differences;  ///< Empty: it passed.
  std::vector<Citation> citations;      ///< Of the sources that the grounds name.

  [[nodiscard]] bool passed() const { return differences.empty(); }
};

/// The question that an example asks: `on` with all that is not shown by default, or `when`.
[[nodiscard]] Query question_of(const model::Rulebook& rules, const model::Example& example);

/// Whether the answer is as expected. `view` has the question of the example and its state of knowledge.
[[nodiscard]] bool agrees(const View& view, const model::Example& example);

/// Requires: `example` stands in the timeline's rulebook, and outlives the result.
[[nodiscard]] ExampleResult run_example(const Timeline& timeline, const model::Example& example);

}  // namespace inforce::query
