#include "tools/inforce/test_paths.h"

#include <algorithm>
#include <filesystem>

#include "tools/inforce/rules.h"

namespace inforce::cli {

std::string plain_path(const Environment& environment, std::string_view path) {
  return (std::filesystem::path(environment.folder) / path).lexically_normal().string();
}

std::set<std::string> files_below(const std::vector<std::string>& roots, const Environment& environment) {
  std::set<std::string> files;
  for (const auto& root : roots) {
    for (const auto& path : environment.files.list(root).paths) files.insert(plain_path(environment, path));
  }
  return files;
}

std::vector<std::string> roots_for_test(const Arguments& arguments, const Environment& environment) {
  auto roots = rule_roots(arguments, environment);
  if (arguments.words.empty() || arguments.has("--rules")) return roots;
  const auto whole = files_below(roots, environment);
  const auto named = files_below(arguments.words, environment);
  const bool part = !named.empty() && std::includes(whole.begin(), whole.end(), named.begin(), named.end());
  return part ? roots : arguments.words;
}

std::string path_outside(const std::set<std::string>& rules, const Arguments& arguments,
                         const Environment& environment) {
  for (const auto& word : arguments.words) {
    const auto files = files_below({word}, environment);
    const bool any = std::any_of(files.begin(), files.end(), [&](const auto& file) { return rules.count(file) != 0; });
    if (!any) return word;
  }
  return {};
}

}  // namespace inforce::cli
