#include "engine/lint/paths.h"

#include <filesystem>
#include <vector>

namespace inforce::lint {
namespace {

std::string normal(std::string_view path) {
  std::string text = std::filesystem::path(path).lexically_normal().generic_string();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text.empty() ? "." : text;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The places in a path that a pattern has led to: all ways are followed at once, so that no pattern takes long.
class Places {
 public:
  explicit Places(std::string_view path) : path_(path), at_(path.size() + 1) { at_[0] = true; }

  [[nodiscard]] bool reach_the_end() const { return at_.back(); }

  void step(char wanted) {
    move([&](char c) { return c == wanted; });
  }
  void step_over_any() {
    move([](char c) { return c != '/'; });
    for (std::size_t i = 0; i < path_.size(); ++i) {
      if (at_[i] && is_continuation(path_[i])) at_[i + 1] = true;
    }
    for (std::size_t i = 0; i < path_.size(); ++i) at_[i] = at_[i] && !is_continuation(path_[i]);
  }
  void run(bool over_slashes) {
    for (std::size_t i = 0; i < path_.size(); ++i) {
      if (at_[i] && (over_slashes || path_[i] != '/')) at_[i + 1] = true;
    }
  }
  void run_over_folders() {
    bool reached = false;
    for (std::size_t i = 0; i < path_.size(); ++i) {
      reached = reached || at_[i];
      if (reached && path_[i] == '/') at_[i + 1] = true;
    }
  }

 private:
  template <class Fits>
  void move(Fits fits) {
    for (std::size_t i = path_.size(); i > 0; --i) at_[i] = at_[i - 1] && fits(path_[i - 1]);
    at_[0] = false;
  }

  std::string_view path_;
  std::vector<bool> at_;
};

}  // namespace

std::string path_in(std::string_view folder, std::string_view path) {
  return normal((std::filesystem::path(folder) / std::filesystem::path(path)).string());
}

std::string path_from(std::string_view folder, std::string_view working_folder, std::string_view path) {
  std::string whole = path_in(working_folder, path);
  const std::string base = normal(folder.empty() ? working_folder : folder);
  if (whole == base) return ".";
  if (base == "." || !lies_at_or_below(whole, base)) return whole;
  return whole.substr(base == "/" ? 1 : base.size() + 1);
}

bool lies_at_or_below(std::string_view path, std::string_view root) {
  if (root == "." || path == root) return true;
  return path.starts_with(root) && (root.ends_with('/') || path.substr(root.size()).starts_with('/'));
}

bool glob_matches(std::string_view pattern, std::string_view path) {
  while (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (pattern.size() > 1 && pattern.ends_with('/')) pattern.remove_suffix(1);
  if (pattern.find_first_of("*?") == std::string_view::npos) return lies_at_or_below(path, pattern);
  Places places(path);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::string_view rest = pattern.substr(i);
    const bool begins_name = i == 0 || pattern[i - 1] == '/';
    if (begins_name && rest.starts_with("**/")) {
      places.run_over_folders();
      i += 2;
    } else if (rest.starts_with("**")) {
      places.run(true);
      ++i;
    } else if (rest.front() == '*') {
      places.run(false);
    } else if (rest.front() == '?') {
      places.step_over_any();
    } else {
      places.step(rest.front());
    }
  }
  return places.reach_the_end();
}

}  // namespace inforce::lint
