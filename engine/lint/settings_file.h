// `inforce.toml`, read. The TOML library stays in settings_file.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inforce/check.h"

namespace inforce::lint {

struct Gate {
  std::optional<Severity> mildest;  ///< The mildest finding that closes it; empty: none does.
};

/// `error`, `warning`, `note`, `never`.
[[nodiscard]] std::optional<Gate> gate_named(std::string_view word);

/// What the file says. Its paths are as written: relative to its folder.
struct SettingsFile {
  std::vector<FindingRule> rules;
  std::optional<Gate> fail_on;
  std::vector<std::string> roots;
  std::string baseline;
};

/// Reads a text in TOML. All that is not understood is said in `found`, in one run; then there is nothing. Any bytes
/// give one or the other.
[[nodiscard]] std::optional<SettingsFile> read_settings(const Sources& sources, FileId file,
                                                        std::vector<Diagnostic>& found);

}  // namespace inforce::lint
