// A folder of the disk: what lies in it, and making one that is whole or not there at all.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace inforce::cli {

struct FolderEntry {
  enum class Kind : std::uint8_t { file, folder, other };  ///< `other`: a link, a pipe and the like.
  std::string path;                                        ///< From the folder, with `/` between its parts.
  Kind kind = Kind::file;
  std::uint64_t size = 0;  ///< Bytes of a file.
};

struct FolderListing {
  bool is_folder = false;            ///< Also where links lead to one.
  std::vector<FolderEntry> entries;  ///< All, at any depth, by path. No link in it is followed.
  std::string error;                 ///< Empty, or why it could not be listed.
};

/// Paths and texts.
using FolderFiles = std::vector<std::pair<std::string, std::string>>;

/// Why something could not be written; `why` is empty where it was.
struct Unwritten {
  std::string path;
  std::string why;
};

[[nodiscard]] FolderListing look_into(const std::string& folder);

/// Makes the folder, or fills it where it is there and empty: first beside it, under another name, and to the disk
/// itself; then it takes its name. Where that fails, nothing has changed and nothing is left behind. Requires: paths
/// that lead to no place outside.
[[nodiscard]] Unwritten make_folder(const std::string& folder, const FolderFiles& files);

}  // namespace inforce::cli
