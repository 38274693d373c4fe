// An evidence pack: a timeline report in its formats, the rule files that it follows from, byte for byte, and a
// manifest that says what was asked and names the sum of every file; so that anyone can ask again and compare.
// nlohmann-json stays in the sources.
//
// Paths are relative to the folder of the pack, with `/` between their parts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/query.h"
#include "inforce/timeline_report.h"

namespace inforce::render_evidence {

inline constexpr std::string_view manifest_path = "MANIFEST.json";
inline constexpr std::string_view sums_path = "SHA256SUMS";
inline constexpr std::string_view rules_folder = "rules";          ///< Rule files, below the folder that was named.
inline constexpr std::string_view definition_folder = "timeline";  ///< The definition, where it is none of these.
inline constexpr std::string_view json_report = "report.json";

inline constexpr int manifest_format = 1;

/// No pack holds more, and no manifest is believed that says so.
inline constexpr std::uint64_t largest_file = std::uint64_t{256} << 20U;
inline constexpr std::uint64_t largest_pack = std::uint64_t{1} << 30U;
inline constexpr std::size_t most_files = 100000;
inline constexpr std::uint64_t largest_manifest = std::uint64_t{64} << 20U;

struct PackFile {
  std::string path;
  std::string text;
};

/// What was asked, as far as no file of the pack says it.
struct PackQuestion {
  std::string definition;        ///< The path in the pack of the file that defines the report; or empty, and then
  std::vector<std::string> ids;  ///< the report is about these.
  Query about;                   ///< What was said besides, which counts before what a definition says.
};

struct ManifestEntry {
  std::string path;
  std::uint64_t size = 0;
  std::string sha256;
};

struct Manifest {
  PackQuestion question;
  std::string created;  ///< A moment that whoever made the pack has named; or empty.
  std::string digest;   ///< Of the rules.
  std::string engine;
  std::string tzdata;
  std::string workbooks;             ///< Of the libraries that write workbooks.
  std::vector<ManifestEntry> files;  ///< All but the manifest and the sums, by path.
};

/// The names of the reports that a pack holds: `report.html` and so on.
[[nodiscard]] std::vector<std::string> report_paths();

/// Whether the path names a report in a format that is known here.
[[nodiscard]] bool names_report(std::string_view path);

/// Empty, or why no file of a pack may have this path: it leads out of it, or does not mean the same everywhere.
[[nodiscard]] std::string path_fault(std::string_view path);

/// What a pack is made of.
struct PackParts {
  PackQuestion question;
  std::vector<PackFile> rules;       ///< All rule files and the definition.
  std::vector<std::string> reports;  ///< Those of `report_paths` that are wanted.
  std::string created;
};

/// All files of the pack of a report, by path. The same parts give the same bytes. Errors (IF610): text that is not
/// UTF-8 in the question; more than a pack may hold.
[[nodiscard]] Checked<std::vector<PackFile>> evidence_pack(const TimelineReport& report, PackParts parts);

/// `SHA256SUMS` as `sha256sum` writes it, of a pack with that manifest.
[[nodiscard]] std::string sums_text(const std::vector<ManifestEntry>& files, std::string_view manifest);

/// Reads a manifest, which may be any bytes. Errors: IF610, it is none; IF611, it names a path that no pack may have.
[[nodiscard]] Checked<Manifest> read_manifest(std::string_view text);

}  // namespace inforce::render_evidence
