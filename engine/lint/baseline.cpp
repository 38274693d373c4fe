#include "engine/lint/baseline.h"

#include <algorithm>
#include <tuple>

#include "engine/diagnostics/report.h"
#include "engine/lint/paths.h"

namespace inforce::lint {

BaselineMatch::BaselineMatch(const Baseline& baseline, std::string working_folder)
    : baseline_(baseline), working_folder_(std::move(working_folder)) {
  for (const BaselineEntry& entry : baseline_.entries) known_.insert(entry.fingerprint);
}

std::string BaselineMatch::name_of(std::string_view path) const {
  return path_from(baseline_.folder, working_folder_, path);
}

bool BaselineMatch::is_below(const BaselineEntry& entry, std::span<const std::string> roots) const {
  if (entry.path.empty()) return true;
  const std::string path = path_in(baseline_.folder.empty() ? working_folder_ : baseline_.folder, entry.path);
  return std::any_of(roots.begin(), roots.end(),
                     [&](const std::string& root) { return lies_at_or_below(path, path_in(working_folder_, root)); });
}

std::vector<Diagnostic> BaselineMatch::stale(std::span<const std::string> fingerprints,
                                             std::span<const std::string> roots) const {
  const std::set<std::string> seen(fingerprints.begin(), fingerprints.end());
  std::vector<Diagnostic> found;
  for (const BaselineEntry& entry : baseline_.entries) {
    if (seen.contains(entry.fingerprint) || !is_below(entry, roots)) continue;
    std::string message = "the baseline keeps " + entry.code + " in `" + entry.path + "`, which is found no more";
    std::string help = "run `inforce check --update-baseline`";
    found.push_back(entry.span ? diagnostics::make(codes::stale_baseline_entry, message, *entry.span, help)
                               : diagnostics::make(codes::stale_baseline_entry, message, help));
  }
  return found;
}

std::vector<BaselineEntry> BaselineMatch::elsewhere(std::span<const std::string> roots) const {
  std::vector<BaselineEntry> entries;
  std::copy_if(baseline_.entries.begin(), baseline_.entries.end(), std::back_inserter(entries),
               [&](const BaselineEntry& entry) { return !is_below(entry, roots); });
  return entries;
}

void sort(std::vector<BaselineEntry>& entries) {
  const auto key = [](const BaselineEntry& one) { return std::tie(one.path, one.code, one.message, one.fingerprint); };
  std::sort(entries.begin(), entries.end(),
            [&](const BaselineEntry& a, const BaselineEntry& b) { return key(a) < key(b); });
  const auto repeated = std::unique(entries.begin(), entries.end(), [](const BaselineEntry& a, const BaselineEntry& b) {
    return a.fingerprint == b.fingerprint;
  });
  entries.erase(repeated, entries.end());
}

}  // namespace inforce::lint
