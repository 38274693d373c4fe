// What of the records differs between two versions of the rules, and which cases that may concern.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/query/dependents.h"
#include "engine/query/impact.h"

namespace inforce::query {

/// One version of the rules, with today's knowledge and no facts.
struct Version {
  explicit Version(const Timeline& of) : timeline(of), view(of.compiled(), query, {}), dependents(view.rules) {}
  Version(const Version&) = delete;
  Version& operator=(const Version&) = delete;

  const Timeline& timeline;
  const Query query{};
  const View view;
  const Dependents dependents;
};

/// Fills the differences of records.
void compare_records(const Version& from, const Version& to, Impact& impact);

/// What answers rest on and is not the same in both versions.
struct Doubtful {
  std::set<std::string> measures;  ///< Their ids, with those of what depends on them.
  bool every_case = false;         ///< What is covered, or how facts are read, differs.
};
[[nodiscard]] Doubtful doubtful_in(const Version& from, const Version& to);

/// Cases that are worth asking about: of all examples, and in scopes of measures in doubt. Sorted, each once, none
/// empty.
[[nodiscard]] std::vector<Facts> cases_of(const Version& from, const Version& to, const Doubtful& doubtful);

}  // namespace inforce::query
