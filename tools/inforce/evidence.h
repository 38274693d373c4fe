// Evidence packs: from rule files and a question to the files of a pack. Making one and verifying one go the same way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/render/evidence.h"
#include "tools/inforce/progress.h"

namespace inforce::cli {

struct RuleFile {
  std::string path;   ///< In the pack.
  std::string place;  ///< Where it was read, as errors name it.
  std::string text;
};

/// What a pack is to be made of.
struct PackOrder {
  render_evidence::PackQuestion said;  ///< `definition` is the place that it was read from.
  std::vector<RuleFile> rules;
  std::vector<std::string> reports;
  std::string created;
};

/// Reads all rule files below the roots, and the definition; nothing where that is not possible, which has been said.
/// Below `rules/` they lie as below their root; where there are several roots, each has a folder of its own there.
[[nodiscard]] std::optional<std::vector<RuleFile>> rules_for_pack(const std::vector<std::string>& roots,
                                                                  const std::string& definition,
                                                                  const Arguments& arguments, Environment& environment,
                                                                  Progress& progress);

/// All files of the pack. The rules are read from the order alone, and no disk. Errors point into `sources`.
[[nodiscard]] Checked<std::vector<render_evidence::PackFile>> make_pack(const PackOrder& order, Sources& sources,
                                                                        Progress& progress);

/// `verify` of a folder; gives the exit status.
int verify_pack(const std::string& folder, const FolderListing& listing, const Arguments& arguments,
                Environment& environment);

}  // namespace inforce::cli
