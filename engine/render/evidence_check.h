// What became of an evidence pack: whether its files are those of its manifest, and whether the report still follows
// from its rule files, byte for byte.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/render/evidence.h"
#include "inforce/certificate.h"
#include "inforce/render.h"

namespace inforce::render_evidence {

struct FileFault {
  enum class Kind : std::uint8_t { altered, missing, extra };
  Kind kind = Kind::altered;
  std::string path;
};

/// The first place at which a file of the pack and the one that would be written now differ.
struct Mismatch {
  std::string path;
  std::size_t byte = 0;  ///< From 1.
  std::size_t line = 0;  ///< From 1; 0: one of them is no text.
  std::string was;       ///< The line in the pack, cut to what is around that byte.
  std::string is;        ///< The same in what would be written now.
};

/// A version that the manifest names, where it is another now.
struct OtherVersion {
  std::string of;
  std::string was;
  std::string is;
};

/// The same question to rules that are none of the pack.
struct OtherRules {
  std::string unanswered;  ///< Why they cannot answer it; or empty.
  bool same_rules = false;
  Verification answer;  ///< Where the answer differs.
};

struct PackCheck {
  std::vector<FileFault> faults;  ///< By path.
  bool asked_again = false;       ///< Not where the manifest or a rule file was altered.
  std::string unanswered;         ///< Why its rule files cannot answer its question; or empty.
  std::vector<OtherVersion> versions;
  std::vector<Mismatch> mismatches;  ///< By path.
  bool answers_compared = false;     ///< The pack has its report as JSON.
  Verification answer;               ///< Where the answers differ, whatever the versions.
  std::optional<OtherRules> other_rules;

  /// Every byte is as it was written, and would be written now.
  [[nodiscard]] bool is_same() const { return faults.empty() && unanswered.empty() && mismatches.empty(); }
  [[nodiscard]] bool others_agree() const {
    return !other_rules || (other_rules->unanswered.empty() && other_rules->answer.differences.empty());
  }
};

/// Texts of files by path.
using Texts = std::map<std::string, std::string, std::less<>>;

/// `texts` are those files of the folder that have the size that the manifest names, the manifest and the sums among
/// them; `present` all its files.
[[nodiscard]] std::vector<FileFault> file_faults(const Manifest& manifest, const Texts& texts,
                                                 const std::vector<std::string>& present);

/// The versions of this engine against those of the manifest.
[[nodiscard]] std::vector<OtherVersion> other_versions(const Manifest& manifest);

/// Compares what is in the pack with what would be written now; adds to `check`.
void compare_with(std::span<const PackFile> now, const Texts& texts, PackCheck& check);

/// The differences of two reports in JSON, whatever the rules and versions that they name.
[[nodiscard]] Verification answer_differences(const std::string& was, const std::string& is);

/// What was found, as text or JSON, ending in a line break.
[[nodiscard]] std::string render(const PackCheck& check, const Style& style);

}  // namespace inforce::render_evidence
