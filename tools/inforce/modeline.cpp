#include "tools/inforce/modeline.h"

#include <algorithm>
#include <filesystem>

namespace inforce::cli {

namespace {

namespace fs = std::filesystem;

fs::path whole(const std::string& path, const Environment& environment) {
  return (fs::path(environment.folder) / path).lexically_normal();
}

std::string_view without_blanks(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

bool is_modeline(std::string_view line) {
  line = without_blanks(line);
  if (!line.starts_with('#')) return false;
  line = without_blanks(line.substr(1));
  const bool named = line.starts_with("yaml-language-server:") && line.find("$schema=") != std::string_view::npos;
  return named || line.starts_with("$schema:");
}

}  // namespace

bool has_modeline(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (is_modeline(text.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

std::string modeline(const std::string& path, const std::string& schema, const Environment& environment) {
  const bool address = schema.find("://") != std::string::npos;
  const auto from_file = [&] {
    return whole(schema, environment).lexically_relative(whole(path, environment).parent_path()).generic_string();
  };
  return "# yaml-language-server: $schema=" + (address ? schema : from_file()) + "\n";
}

std::optional<std::string> schema_near(const std::string& path, const Environment& environment) {
  auto folder = fs::path(path).parent_path();
  const auto from_root = whole(path, environment);
  const auto depth = std::distance(from_root.begin(), from_root.end());
  for (std::ptrdiff_t step = 0; step < depth; ++step) {
    const auto schema = (folder / "inforce.schema.json").lexically_normal().generic_string();
    if (environment.files.read(schema).error.empty()) return schema;
    folder = folder / "..";
  }
  return std::nullopt;
}

}  // namespace inforce::cli
