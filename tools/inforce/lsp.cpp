#include <algorithm>
#include <filesystem>
#include <istream>
#include <sstream>

#include "tools/inforce/check_settings.h"
#include "tools/inforce/lsp/serve.h"
#include "tools/inforce/rules.h"
#include "tools/inforce/settings_place.h"

namespace inforce::cli {

namespace {

/// Files as they are named by who works in `folder`, which need not be the folder that the program works in.
class SeenFrom final : public FileReader {
 public:
  SeenFrom(const FileReader& files, std::string folder) : files_(files), folder_(std::move(folder)) {}

  [[nodiscard]] Listing list(const std::string& root) const override {
    const auto there = from_root(root);
    auto listing = files_.list(there);
    for (auto& path : listing.paths) {
      if (path.starts_with(there)) path.replace(0, there.size(), root);
    }
    return listing;
  }
  [[nodiscard]] Content read(const std::string& path) const override { return files_.read(from_root(path)); }

 private:
  [[nodiscard]] std::string from_root(const std::string& path) const {
    return (std::filesystem::path(folder_) / path).lexically_normal().generic_string();
  }
  const FileReader& files_;
  std::string folder_;
};

/// The command line as it would be in another folder; what it says is kept.
struct Elsewhere {
  Elsewhere(const Environment& here, const std::string& folder)
      : files(here.files, folder),
        environment{out, err, files, here.today, here.variables, folder, here.installed_rules} {}

  std::ostringstream out;
  std::ostringstream err;
  SeenFrom files;
  Environment environment;
};

/// As `inforce check` finds it, started in that folder.
lsp::Findings findings(const FileReader& files, const std::vector<std::string>& roots, const std::string& folder,
                       Sources& sources, const Environment& here) {
  Elsewhere there(here, folder);
  Arguments arguments;
  arguments.words = roots;
  lsp::Findings result;
  auto request = check_request(arguments, there.environment, sources);
  if (!request) {
    result.problem = there.err.str();
    request = CheckRequest{};
    request->settings.today = here.today();
  }
  auto report = check(files, roots, request->settings, sources);
  result.found = std::move(report.found);
  result.files = std::move(report.files);
  result.timeline = std::move(report.timeline);
  return result;
}

/// What `inforce.toml` names as the rules.
std::vector<std::string> settled_rules(const std::string& folder, const Environment& here) {
  const Elsewhere there(here, folder);
  Sources sources;
  std::vector<Diagnostic> ignored;
  std::vector<std::string> roots;
  const auto placed = placed_settings({}, there.environment, sources, ignored);
  if (!placed) return roots;
  for (const auto& root : placed->file.roots) {
    roots.push_back((std::filesystem::path(placed->folder) / root).lexically_normal().generic_string());
    while (roots.back().size() > 1 && roots.back().ends_with('/')) roots.back().pop_back();
  }
  return roots;
}

std::vector<std::string> yaml_files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::directory_iterator next(folder, error), end; !error && next != end; next.increment(error)) {
    const auto extension = next->path().extension();
    if (extension == ".yaml" || extension == ".yml") files.push_back(next->path().generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

int carry_out(const Arguments& /*arguments*/, Environment& environment) {
  if (environment.in == nullptr) return wrong_usage("there is no standard input", "an editor starts it", environment);
  lsp::Host host{environment.files,
                 environment.today,
                 environment.folder,
                 version(),
                 [&](const FileReader& files, const std::vector<std::string>& roots, const std::string& folder,
                     Sources& sources) { return findings(files, roots, folder, sources, environment); },
                 [&](const std::string& folder) { return settled_rules(folder, environment); },
                 yaml_files_in};
  return lsp::serve(*environment.in, environment.out, std::move(host));
}

}  // namespace

const Command& lsp_command() {
  static const Command command{
      "lsp",
      "[--stdio]",
      "serves editors: findings, completion and more while rule files are written",
      {{"--stdio", "", "over standard input and output, which is the only way there is", false}},
      0,
      0,
      {"inforce lsp"},
      carry_out,
      nullptr,
      "An editor starts it and speaks the Language Server Protocol with it; tools/editors/README.md says how.\n"
      "Findings are those of `inforce check`. The exit status is 0 after `shutdown` and `exit`, else 1.\n"};
  return command;
}

}  // namespace inforce::cli
