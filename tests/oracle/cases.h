// The reference evaluator for the facts of a case (S18–S24): what a measure is for it, and what follows from all.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/oracle/evaluator.h"

namespace oracle {

enum class Truth { no, unknown, yes };  // Kleene's (S19)

struct Judged {
  Truth truth = Truth::yes;
  std::set<std::string> missing;  // the facts on which it depends, where it is unknown
};

/// What each measure is at a moment in one completion.
struct Standing {
  std::string state;              // `in-force`, `grace`, `suspended`, or `perhaps`; empty outside of its spells
  std::string scope;              // that replaces the measure's own (the coming one's, where it is outside), or empty
  std::set<std::string> outside;  // what it may be called there
  Attributes attributes;
  friend auto operator<=>(const Standing&, const Standing&) = default;
};
using Scene = std::map<std::string, Standing>;

/// The scenes of all completions at a moment, each once.
std::set<Scene> scenes_at(const Story& story, const Worlds& worlds, Moment moment, const Knowledge& knowledge,
                          const std::set<std::string>& known_by_then);
/// The events that are known at a moment, or by the end of a day (S11).
std::set<std::string> known_at(const Story& story, Moment moment);
std::set<std::string> known_on(const Story& story, Day day);

/// S19, with the facts that follow from items (S18).
Judged judge(const Story& story, const OptionalScope& scope, const Facts& facts, const Scene& scene);

/// The scope of a measure as it stands in a scene.
OptionalScope scope_in(const Story& story, const std::string& measure, const Scene& scene);

/// What a measure may be called for a case, and the facts that would decide it.
struct CaseStatus {
  std::set<std::string> statuses;
  std::set<std::string> missing;  // that an answer must name where it says `may-apply`
  std::set<std::string> bearing;  // that it may name
  friend auto operator<=>(const CaseStatus&, const CaseStatus&) = default;
};
CaseStatus case_status(const Story& story, const std::set<Scene>& scenes, const std::string& measure,
                       const Facts& facts);

/// The scenes as they would be if the measure and what releases it moved alone, and each membership were unknown
/// that is not the same in all of them.
std::set<Scene> taken_apart(const Story& story, const std::set<Scene>& scenes, const std::string& measure);

/// S13: the moments of a civil day in a zone at which anything may change, from its first.
std::vector<Moment> moments_of(const Worlds& worlds, Day day, const std::string& zone);
/// S13: what is the same the whole day, else `may-apply`; one status for each moment.
CaseStatus whole_day(const std::vector<CaseStatus>& moments);

/// S23: is the case covered on that day, and may the answer for it be called projected, or not?
Truth covered(const Story& story, const Facts& facts, Day day);
std::set<bool> projected(const Story& story, const Facts& facts, Day day);

/// S21: the force of a kind; S22: the verdict that it can bring about, or empty.
std::string force_of(const std::string& kind);
std::string verdict_of(const std::string& kind);
int severity(const std::string& verdict);

/// S22, from the statuses of the binding restrictions: kind and status of each.
struct Outcome {
  std::string verdict, could_be;
};
Outcome outcome(const std::vector<std::pair<std::string, std::string>>& kinds_and_statuses, Truth covered);

/// The scenes at each moment at which anything changes; they last until the next.
using Scenery = std::map<Moment, std::set<Scene>>;
Scenery scenery_of(const Story& story, const Worlds& worlds);

/// The intervals of a measure for a case: where its scope is true, and where it may be.
History when(const Story& story, const Scenery& scenery, const std::string& measure, const Facts& facts,
             bool apart = false);

}  // namespace oracle
