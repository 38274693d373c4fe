#include "engine/check/draft.h"

namespace inforce::check {

std::string_view to_string(Section section) {
  constexpr std::array<std::string_view, section_count> words = {
      "an authority",  "a source",         "a regime", "an attribute", "an item",  "a group",
      "a restriction", "an authorization", "an event", "a calendar",   "a gazette"};
  return words[static_cast<std::size_t>(section)];
}

bool Draft::afford(std::size_t candidates) {
  if (candidates > suggestion_work_) return false;
  suggestion_work_ -= candidates;
  return true;
}

std::string Draft::did_you_mean(std::string_view seen, std::span<const std::string_view> candidates) {
  if (seen.size() > 200 || !afford(candidates.size())) return {};
  return diagnostics::did_you_mean(seen, candidates);
}

std::optional<calendar::Zone> Draft::zone(std::string_view name) {
  const auto [at, fresh] = zones_.try_emplace(name);
  if (fresh) at->second = calendar::find_zone(name);
  return at->second;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::string result = "`";
  for (const char c : text.substr(0, longest)) result += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (text.size() > longest) {
    while (!result.empty() && (static_cast<unsigned char>(text[result.size() - 1]) & 0xC0U) == 0x80U) result.pop_back();
    result += "…";
  }
  return result + "`";
}

}  // namespace inforce::check
