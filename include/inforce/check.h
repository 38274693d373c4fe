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

/// What is made of some findings. A rule speaks of whether they count, of how severe they are, or of both; of several
/// rules that speak of the same and fit a finding, the last one decides. None can touch the errors of `load` and
/// `compile`, which always count.
struct FindingRule {
  std::string codes;                 ///< `IF804`, `scope_never_met`, a beginning such as `IF8`, or `all`.
  std::string paths;                 ///< A glob over the paths of files (`*`, `**`, `?`), or a folder; empty: all.
  std::optional<bool> counts;        ///< Empty: it does not speak of that.
  std::optional<Severity> severity;  ///< Empty: it does not speak of that.
};

/// A finding that was there before, as a baseline keeps it.
struct BaselineEntry {
  std::string fingerprint;  ///< Of the finding, with its path as below.
  std::string code;         ///< For the reader, as are the next two.
  std::string path;         ///< From the folder of the baseline.
  std::string message;
  std::optional<Span> span = std::nullopt;  ///< Where it is written, if it was read from a file.
};

struct Baseline {
  std::vector<BaselineEntry> entries;
  std::string folder;    ///< That its paths are relative to; absolute, or empty for the working folder.
  bool renewed = false;  ///< All that counts is taken into it, and nothing in it is stale.
};

/// What counts, of `inforce.toml` and the command line.
struct CheckSettings {
  std::vector<FindingRule> rules;
  std::string folder;  ///< That `FindingRule::paths` are relative to; absolute, or empty for the working folder.
  std::string working_folder;  ///< That paths of files are relative to; absolute, or empty where no folder is.
  std::optional<Baseline> baseline;
  std::optional<Severity> fail_on = Severity::error;  ///< The mildest finding that closes the gate; empty: none does.
  std::optional<Date> today;                          ///< For what expires; empty: nothing does.
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
  /// With a baseline in the settings: what it would hold if it were written now, sorted. Where there is no timeline,
  /// and so not all was looked at, that is what it holds.
  std::vector<BaselineEntry> baseline;
  bool gate_closed = false;  ///< Something is as severe as `fail_on`, or more.

  /// How many of the findings that count are of this severity.
  [[nodiscard]] std::size_t count(Severity severity) const;
};

/// Reads, loads and compiles the files below `roots`, doubts them, and judges the findings: by the comments in the
/// files, by the rules of `settings`, by the baseline, in this order. All findings of all files in one run; texts are
/// added to `sources`. The errors of `load` and `compile` can be neither suppressed nor made milder.
[[nodiscard]] CheckReport check(const FileReader& files, std::span<const std::string> roots,
                                const CheckSettings& settings, Sources& sources);

/// A fingerprint for each finding, in order: it stays the same where lines move and where other findings come and go.
/// 64 hexadecimal digits; no two of one list are equal.
[[nodiscard]] std::vector<std::string> fingerprints(std::span<const Diagnostic> found, const Sources& sources);

/// Reads the text of a baseline, as `baseline_text` writes it. Any bytes give entries or a diagnostic.
[[nodiscard]] Checked<std::vector<BaselineEntry>> read_baseline(const Sources& sources, FileId file);

/// A baseline as JSON, an entry a line, in the given order.
[[nodiscard]] std::string baseline_text(std::span<const BaselineEntry> entries);

}  // namespace inforce
