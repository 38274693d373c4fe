// Which findings were there before, and what a baseline would hold now.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "inforce/check.h"

namespace inforce::lint {

/// A baseline against which findings are held, one after the other.
class BaselineMatch {
 public:
  BaselineMatch(const Baseline& baseline, std::string working_folder);

  /// The path of a file as the baseline has it.
  [[nodiscard]] std::string name_of(std::string_view path) const;

  /// Whether the finding is in the baseline.
  [[nodiscard]] bool takes(const std::string& fingerprint) const { return known_.contains(fingerprint); }

  /// Entries that no finding of the run has, though its files lie below `roots`.
  [[nodiscard]] std::vector<Diagnostic> stale(std::span<const std::string> fingerprints,
                                              std::span<const std::string> roots) const;

  /// Entries of files that lie below none of the roots: a run over others tells nothing of them.
  [[nodiscard]] std::vector<BaselineEntry> elsewhere(std::span<const std::string> roots) const;

 private:
  [[nodiscard]] bool is_below(const BaselineEntry& entry, std::span<const std::string> roots) const;

  const Baseline& baseline_;
  std::string working_folder_;
  std::set<std::string> known_;
};

/// By path, code, message and fingerprint; each fingerprint once.
void sort(std::vector<BaselineEntry>& entries);

}  // namespace inforce::lint
