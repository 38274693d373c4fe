// Gathers what each world gives, and tells the certain from the possible (S15).
#pragma once

#include <map>
#include <vector>

#include "engine/timeline/interner.h"

namespace inforce::timeline {

class PossibleStates {
 public:
  explicit PossibleStates(const Interner& interner) : interner_(interner) {}

  /// Notes that in some completion the measure is in `segment.state` at all moments of the segment.
  void add(const Segment& segment);

  /// Certain segments (the only state there, and not absent) and possible ones, in order.
  [[nodiscard]] std::vector<Segment> segments() const;

 private:
  struct Key {
    State state;
    std::uint32_t attributes;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  [[nodiscard]] std::vector<Segment> possible() const;
  [[nodiscard]] std::vector<Segment> certain(const std::vector<Segment>& possible) const;
  [[nodiscard]] Segment told_as_one(const std::vector<const Segment*>& covering) const;
  [[nodiscard]] ChainId longer(ChainId a, ChainId b) const;

  const Interner& interner_;
  std::map<Key, std::map<ChainId, std::vector<Segment>>> runs_;
};

}  // namespace inforce::timeline
