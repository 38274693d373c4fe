// Knowledge time as one more column: what does not change from one state of knowledge to the next is kept once.
#pragma once

#include <vector>

#include "engine/timeline/compiled.h"

namespace inforce::timeline {

class Rectangles {
 public:
  /// The segments as known from `known_from` on. Requires: later calls have later coordinates.
  void add(Moment known_from, std::vector<Segment> segments);

  /// All of them, those known today first, then by `from`. The rectangles are spent.
  [[nodiscard]] std::vector<Segment> all();

 private:
  std::vector<Segment> open_;  // sorted by what they say
  std::vector<Segment> closed_;
};

}  // namespace inforce::timeline
