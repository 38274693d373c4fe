// All that the server touches of the world, so that tests can stand in for it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "inforce/date.h"
#include "inforce/diagnostic.h"
#include "inforce/timeline.h"

namespace inforce::lsp {

/// What counts of a `CheckReport`.
struct Findings {
  std::vector<Diagnostic> found;
  std::vector<std::string> files;
  std::optional<Timeline> timeline;
  std::string problem;  ///< Why settings could not be read, or empty; then the usual ones counted.
};

struct Host {
  const FileReader& files;
  std::function<Date()> today;  ///< The only clock.
  std::string folder;           ///< The working folder, for clients that name none.
  std::string version;          ///< Of the program.
  /// What `inforce check` finds in these files, started in `folder`.
  std::function<Findings(const FileReader& files, const std::vector<std::string>& roots, const std::string& folder,
                         Sources& sources)>
      check;
  /// The files and folders, as absolute paths, that settings name as the rules for who works in `folder`; or none.
  std::function<std::vector<std::string>(const std::string& folder)> rules;
  /// The YAML files directly in a folder, as absolute paths.
  std::function<std::vector<std::string>(const std::string& folder)> yaml_files_in;
};

}  // namespace inforce::lsp
