// For each attribute that conditions ask for, the few values that stand for all: two values that no test tells apart
// are one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/model/rulebook.h"

namespace inforce::model {

/// How much of the groups is looked at.
enum class Depth : std::uint8_t {
  quick,    ///< A few members of each: all candidates are values of some case, others may be missing.
  relaxed,  ///< As `quick`, with a value of which membership and beginnings are free: none is missing, too many may be.
  full      ///< All members.
};

/// What a test is of a value: met or not, or met if one of these memberships holds.
struct Outcome {
  bool met = false;
  std::vector<std::uint32_t> members{};
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct AskedAttribute {
  std::string name;
  std::vector<const syntax::Condition*> tests;
  std::vector<std::vector<Outcome>> candidates;  ///< For each candidate, an outcome for each test.
};

struct Candidates {
  std::vector<AskedAttribute> attributes;
  std::uint32_t memberships = 0;  ///< Members of outcomes are numbers below this.
  bool complete = true;           ///< `quick` and `relaxed`: no group had more members than were looked at.
};

[[nodiscard]] Candidates candidates_for(const Rulebook& rulebook, std::span<const syntax::Condition* const> conditions,
                                        const Facts& fixed, Depth depth);

}  // namespace inforce::model
