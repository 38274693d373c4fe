// All that is wrong or doubtful in rule files, and which of it counts: the sixth verb, for continuous integration and
// editors. `inforce check` and `inforce lsp` both call it, and nothing else.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "inforce/date.h"
#include "inforce/diagnostic.h"
#include "inforce/timeline.h"

namespace inforce {

/// What is made of some findings. Of several rules that fit a finding the last one decides.
struct FindingRule {
  std::string codes;                 ///< `IF804`, `scope_never_met`, a beginning such as `IF8`, or `all`.
  std::string paths;                 ///< A glob over the paths of files, such as `rules/us/**`; empty: all.
  std::optional<Severity> severity;  ///< What the finding counts as; empty: it is left out.
};

/// What counts, of `inforce.toml` and the command line.
struct CheckSettings {
  std::vector<FindingRule> rules;
  std::vector<std::string> baseline;  ///< Fingerprints of findings that were there before.
  std::optional<Date> today;          ///< For what expires; empty: nothing does.
};

/// A finding that does not count.
struct Suppressed {
  enum class Where : std::uint8_t { in_source, baseline };
  Diagnostic diagnostic;
  Where where = Where::in_source;
  std::string reason;  ///< As the comment gives it; of the baseline, empty.
};

struct CheckReport {
  std::vector<Diagnostic> found;  ///< Sorted by path and place; severities as the settings say.
  std::vector<Suppressed> suppressed;
  std::vector<std::string> files;    ///< All files that were read, sorted.
  std::optional<Timeline> timeline;  ///< Where no error stands in the way.

  /// How many of the findings that count are of this severity.
  [[nodiscard]] std::size_t count(Severity severity) const;
};

/// Reads, loads and compiles the files below `roots`, doubts them, and judges the findings by `settings`. All findings
/// of all files in one run; texts are added to `sources`. Errors can be neither suppressed nor made milder where they
/// are those of `load` and `compile`.
[[nodiscard]] CheckReport check(const FileReader& files, std::span<const std::string> roots,
                                const CheckSettings& settings, Sources& sources);

/// A fingerprint for each finding, in order: it stays the same where lines move and where other findings come and go.
/// 64 hexadecimal digits; no two of one list are equal.
[[nodiscard]] std::vector<std::string> fingerprints(std::span<const Diagnostic> found, const Sources& sources);

}  // namespace inforce
