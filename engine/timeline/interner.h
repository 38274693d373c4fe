// Shared storage for what many segments have in common: chains of effects and sets of attributes.
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "engine/timeline/compiled.h"

namespace inforce::timeline {

/// Gives equal chains and equal sets one index each. Not thread-safe; used while compiling only.
class Interner {
 public:
  Interner();

  /// With the chains and sets of `earlier` under the indices that they have there.
  explicit Interner(const Compiled& earlier);

  /// `chain` followed by `effect`.
  ChainId link(ChainId chain, model::EffectId effect);

  std::uint32_t attributes(const Attributes& set);
  [[nodiscard]] const Attributes& set_of(std::uint32_t index) const { return sets_[index]; }

  [[nodiscard]] const std::vector<ChainLink>& chains() const { return chains_; }

  /// Hands over both tables; the interner is spent.
  void move_into(Compiled& compiled);

 private:
  std::vector<ChainLink> chains_;
  std::unordered_map<std::uint64_t, ChainId> known_links_;
  std::vector<Attributes> sets_;
  std::map<Attributes, std::uint32_t> known_sets_;
};

/// The effects of a chain, first to last.
[[nodiscard]] std::vector<model::EffectId> effects_of(const std::vector<ChainLink>& chains, ChainId chain);

}  // namespace inforce::timeline
