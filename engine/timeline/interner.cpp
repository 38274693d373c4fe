#include "engine/timeline/interner.h"

#include <algorithm>

namespace inforce::timeline {

Interner::Interner() {
  chains_.push_back({});
  attributes({});
}

ChainId Interner::link(ChainId chain, model::EffectId effect) {
  const std::uint64_t key = (std::uint64_t{chain} << 32U) | effect.value;
  const auto [found, is_new] = known_links_.try_emplace(key, static_cast<ChainId>(chains_.size()));
  if (is_new) chains_.push_back({chain, effect});
  return found->second;
}

std::uint32_t Interner::attributes(const Attributes& set) {
  const auto [found, is_new] = known_sets_.try_emplace(set, static_cast<std::uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(set);
  return found->second;
}

void Interner::move_into(Compiled& compiled) {
  compiled.chains = std::move(chains_);
  compiled.attribute_sets = std::move(sets_);
}

std::vector<model::EffectId> effects_of(const std::vector<ChainLink>& chains, ChainId chain) {
  std::vector<model::EffectId> effects;
  for (; chain != 0; chain = chains[chain].before) effects.push_back(chains[chain].effect);
  std::ranges::reverse(effects);
  return effects;
}

}  // namespace inforce::timeline
