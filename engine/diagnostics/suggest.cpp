#include <algorithm>

#include "engine/diagnostics/report.h"

namespace inforce::diagnostics {
namespace {

constexpr std::size_t longest_word = 120;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Insertions, deletions, replacements and swaps of neighbours; case counts for nothing.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lowered(a[i - 1]) == lowered(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && lowered(a[i - 1]) == lowered(b[j - 2]) && lowered(a[i - 2]) == lowered(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::size_t slips_allowed(std::size_t length) {
  if (length < 4) return 1;
  return length < 8 ? 2 : 3;
}

}  // namespace

std::string nearest(std::string_view seen, std::span<const std::string_view> candidates) {
  if (seen.empty() || seen.size() > longest_word) return {};
  std::size_t best = slips_allowed(seen.size()) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const std::size_t gap = std::max(seen.size(), candidate.size()) - std::min(seen.size(), candidate.size());
    if (gap > best || candidate.empty()) continue;
    const std::size_t distance = edit_distance(seen, candidate);
    if (distance >= std::max(seen.size(), candidate.size())) continue;
    if (distance < best || (distance == best && !found.empty() && candidate < found)) {
      best = distance;
      found = candidate;
    }
  }
  return std::string(found);
}

std::string did_you_mean(std::string_view seen, std::span<const std::string_view> candidates) {
  const std::string near = nearest(seen, candidates);
  return near.empty() ? std::string() : "did you mean `" + near + "`?";
}

}  // namespace inforce::diagnostics
