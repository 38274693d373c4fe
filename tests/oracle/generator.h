// Invents small stories that meet each other's edges: the same seed gives the same story on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/oracle/story.h"

namespace oracle {

/// Whole numbers from a seed, without the standard distributions, which differ between libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  int between(int low, int high) {  // both included
    const auto sides = static_cast<std::uint64_t>(high - low + 1);
    return low + static_cast<int>(engine_() % sides);
  }
  bool chance(int percent) { return between(1, 100) <= percent; }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(between(0, static_cast<int>(all.size()) - 1))];
  }

 private:
  std::mt19937_64 engine_;
};

/// A story with few enough completions to be enumerated.
Story generate(std::uint64_t seed);

}  // namespace oracle
