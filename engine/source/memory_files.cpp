#include <algorithm>

#include "engine/source/aside.h"
#include "inforce/source.h"

namespace inforce {
namespace {

std::string_view without_trailing_slashes(std::string_view root) {
  while (root.size() > 1 && root.ends_with('/')) root.remove_suffix(1);
  return root;
}

bool lies_below(std::string_view path, std::string_view root) {
  return path.size() > root.size() && path.starts_with(root) && (path[root.size()] == '/' || root == "/");
}

class MemoryFiles final : public FileReader {
 public:
  explicit MemoryFiles(std::vector<std::pair<std::string, std::string>> files) : files_(std::move(files)) {
    std::stable_sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  [[nodiscard]] Listing list(const std::string& root) const override {
    const std::string_view below = without_trailing_slashes(root);
    Listing found;
    for (const auto& [path, text] : files_) {
      const auto rest = std::string_view(path).substr(below == "." ? 0 : std::min(below.size() + 1, path.size()));
      const bool inside = below == "." || lies_below(path, below);
      if (path == below || (inside && !lies_aside(rest))) found.paths.push_back(path);
    }
    if (found.paths.empty() && below != ".") found.error = "no such file or folder";
    return found;
  }

  [[nodiscard]] Content read(const std::string& path) const override {
    for (const auto& [name, text] : files_) {
      if (name == path) return {text, {}};
    }
    return {{}, "no such file or folder"};
  }

 private:
  std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace

std::unique_ptr<FileReader> memory_files(std::vector<std::pair<std::string, std::string>> files) {
  return std::make_unique<MemoryFiles>(std::move(files));
}

}  // namespace inforce
