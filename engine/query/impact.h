// Which answers differ between two versions of the rules, and what of the rules does: for whoever reviews a change.
//
// Force is compared for every measure. Answers are compared for cases: those of the examples of both versions, and
// cases in the scopes of the measures that differ; on every day on which one may change, with what is known today.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inforce/answer.h"

namespace inforce::query {

/// What a case is answered on a day.
struct Outcome {
  std::optional<Verdict> verdict;
  std::optional<Verdict> could_be;
  std::vector<std::string> policies;                         ///< Sorted.
  std::vector<std::pair<std::string, Status>> restrictions;  ///< Those that restrict, may, or would but for something;
                                                             ///< by id. Of a change: those that only one side has.

  friend bool operator==(const Outcome&, const Outcome&) = default;
  friend auto operator<=>(const Outcome&, const Outcome&) = default;
};

/// A maximal run of days on which some cases are answered otherwise, alike.
struct AnswerChange {
  std::optional<Date> from;    ///< Empty: at all times before.
  std::optional<Date> before;  ///< Empty: on all days after.
  Outcome was;
  Outcome is;
  std::vector<Facts> cases;  ///< Sorted.

  [[nodiscard]] bool other_verdict() const { return was.verdict != is.verdict || was.could_be != is.could_be; }
};

/// One thing that a record says, in both versions; empty where it does not say it.
struct TextChange {
  std::string what;
  std::string was;
  std::string is;
};

enum class RecordFate : std::uint8_t { added, removed, changed };

/// A record that is not the same in both versions.
struct RecordChange {
  std::string id;
  std::string title;
  RecordFate how = RecordFate::changed;
  std::vector<TextChange> texts;
  std::vector<Interval> was;  ///< Of measures: the intervals that only one version has (S15), in order.
  std::vector<Interval> is;
};

struct Impact {
  std::string from_digest;
  std::string to_digest;
  std::vector<AnswerChange> answers;   ///< Those with another verdict first; then in order of days.
  std::vector<RecordChange> measures;  ///< By id, as all of these.
  std::vector<RecordChange> events;    ///< Those that act: added, removed, or known from another day on.
  std::vector<RecordChange> signals;   ///< The same of those that do not (S2).
  std::vector<RecordChange> coverage;
  std::vector<RecordChange> items;  ///< Of the catalogue.
  std::size_t cases = 0;            ///< How many were compared.

  [[nodiscard]] bool same_rules() const { return from_digest == to_digest; }
};

/// `only`: this case alone is compared, where it names any fact.
[[nodiscard]] Impact impact_of(const Timeline& from, const Timeline& to, const Facts& only);

}  // namespace inforce::query
