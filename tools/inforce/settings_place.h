// Where `inforce.toml` is, and what it says.
#pragma once

#include <optional>
#include <string>

#include "engine/lint/settings_file.h"
#include "tools/inforce/command.h"

namespace inforce::cli {

struct PlacedSettings {
  lint::SettingsFile file;
  std::string folder;  ///< Absolute.

  std::string prefix;  ///< What makes its paths relative to the working folder: `../`, or empty.
};

/// The file of `--config`, else the nearest `inforce.toml` upward from the working folder; with `--isolated`, and where
/// there is none, settings that say nothing. Nothing where it is not understood, which is in `found`.
[[nodiscard]] std::optional<PlacedSettings> placed_settings(const Arguments& arguments, const Environment& environment,
                                                            Sources& sources, std::vector<Diagnostic>& found);

/// A path as one of the disk's root, where the working folder is known.
[[nodiscard]] std::string absolute_path(const Environment& environment, std::string_view path);

/// The folder of a file, with its slash: `../` of `../inforce.toml`; empty where it is the working folder.
[[nodiscard]] std::string folder_of(std::string_view path);

/// Reads a file into `sources`; where it cannot be read, says so in `found`.
[[nodiscard]] std::optional<FileId> read_source(const std::string& path, const Environment& environment,
                                                Sources& sources, std::vector<Diagnostic>& found);

}  // namespace inforce::cli
