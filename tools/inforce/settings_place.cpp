#include "tools/inforce/settings_place.h"

#include <algorithm>
#include <filesystem>

#include "engine/diagnostics/report.h"

namespace inforce::cli {

namespace {

constexpr std::string_view file_name = "inforce.toml";

bool is_file(const Environment& environment, const std::string& path) {
  const auto listing = environment.files.list(path);
  return listing.error.empty() && listing.paths == std::vector<std::string>{path};
}

/// As many steps upward as the working folder is deep; empty where there is none.
std::string nearest_file(const Environment& environment) {
  const auto depth = std::count(environment.folder.begin(), environment.folder.end(), '/');
  std::string path(file_name);
  for (std::ptrdiff_t step = 0; step <= depth; ++step) {
    if (is_file(environment, path)) return path;
    path = "../" + path;
  }
  return {};
}

}  // namespace

std::string absolute_path(const Environment& environment, std::string_view path) {
  return (std::filesystem::path(environment.folder) / path).lexically_normal().generic_string();
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string{} : std::string(path.substr(0, slash + 1));
}

std::optional<FileId> read_source(const std::string& path, const Environment& environment, Sources& sources,
                                  std::vector<Diagnostic>& found) {
  auto content = environment.files.read(path);
  if (content.error.empty()) return sources.add(path, std::move(content.text));
  found.push_back(diagnostics::make(codes::unreadable_file, "cannot read `" + path + "`: " + content.error));
  return std::nullopt;
}

std::optional<PlacedSettings> placed_settings(const Arguments& arguments, const Environment& environment,
                                              Sources& sources, std::vector<Diagnostic>& found) {
  PlacedSettings placed{{}, environment.folder, {}};
  if (arguments.has("--isolated")) return placed;
  const auto path = arguments.has("--config") ? arguments.one("--config") : nearest_file(environment);
  if (path.empty()) return placed;
  const auto file = read_source(path, environment, sources, found);
  if (!file) return std::nullopt;
  auto settings = lint::read_settings(sources, *file, found);
  if (!settings) return std::nullopt;
  placed.prefix = folder_of(path);
  placed.folder = absolute_path(environment, placed.prefix);
  placed.file = std::move(*settings);
  return placed;
}

}  // namespace inforce::cli
