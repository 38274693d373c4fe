#include "engine/timeline/interner.h"

#include <algorithm>

namespace inforce::timeline {

namespace {

/// What the attribute `scope` of each set says, with the place of an effect that says so.
std::vector<const syntax::Condition*> scopes_of(const model::Rulebook& rulebook, const std::vector<Attributes>& sets) {
  std::map<std::string_view, const syntax::Condition*> written;
  for (const model::Effect& effect : rulebook.effects) {
    if (effect.scope) written.try_emplace(effect.scope->text, &effect.scope->condition);
  }
  std::vector<const syntax::Condition*> scopes;
  scopes.reserve(sets.size());
  for (const Attributes& set : sets) {
    const auto amended = set.find("scope");
    const auto* text = amended == set.end() ? nullptr : std::get_if<std::string>(&amended->second);
    const auto found = text == nullptr ? written.end() : written.find(*text);
    scopes.push_back(found == written.end() ? nullptr : found->second);
  }
  return scopes;
}

std::uint64_t key_of(ChainId chain, model::EffectId effect) { return (std::uint64_t{chain} << 32U) | effect.value; }

}  // namespace

Interner::Interner() {
  chains_.push_back({});
  attributes({});
}

Interner::Interner(const Compiled& earlier) : chains_(earlier.chains), sets_(earlier.attribute_sets) {
  for (ChainId i = 1; i < chains_.size(); ++i) known_links_.emplace(key_of(chains_[i].before, chains_[i].effect), i);
  for (std::uint32_t i = 0; i < sets_.size(); ++i) known_sets_.emplace(sets_[i], i);
}

ChainId Interner::link(ChainId chain, model::EffectId effect) {
  const auto [found, is_new] = known_links_.try_emplace(key_of(chain, effect), static_cast<ChainId>(chains_.size()));
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
  compiled.amended_scopes = scopes_of(compiled.rulebook.model(), sets_);
  compiled.attribute_sets = std::move(sets_);
}

std::vector<model::EffectId> effects_of(const std::vector<ChainLink>& chains, ChainId chain) {
  std::vector<model::EffectId> effects;
  for (; chain != 0; chain = chains[chain].before) effects.push_back(chains[chain].effect);
  std::ranges::reverse(effects);
  return effects;
}

}  // namespace inforce::timeline
