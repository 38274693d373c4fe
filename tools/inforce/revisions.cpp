#include "tools/inforce/revisions.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>

#include "tools/inforce/child.h"

namespace inforce::cli {

namespace {

namespace fs = std::filesystem;

/// Runs git in a folder. A name that begins with a dash is a name: `--end-of-options` stands before every one.
class Git {
 public:
  explicit Git(std::string folder) : folder_(std::move(folder)) {}

  [[nodiscard]] ChildResult run(const std::vector<std::string>& words, std::string_view input = {}) const {
    std::vector<std::string> all{"git", "--no-optional-locks", "--literal-pathspecs", "-C", folder_};
    all.insert(all.end(), words.begin(), words.end());
    return run_child(all, input);
  }

 private:
  std::string folder_;
};

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// A path from the top of the repository; empty for the top itself; nothing where it lies outside.
std::optional<std::string> path_in_repository(const std::string& root, const std::string& folder,
                                              const std::string& top) {
  std::error_code error;
  const auto base = fs::weakly_canonical(folder, error);
  const auto whole = (base / root).lexically_normal();
  auto inside = whole.lexically_relative(fs::weakly_canonical(top, error)).generic_string();
  if (inside.empty() || inside == ".." || inside.rfind("../", 0) == 0) return std::nullopt;
  while (!inside.empty() && inside.back() == '/') inside.pop_back();
  return inside == "." ? std::string{} : inside;
}

bool names_rules(std::string_view path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

struct Entry {
  std::string object;
  std::string path;
};

/// The rule files below a path, of the lines of `ls-tree -z`: mode, kind, object, tab, path. Links are left out.
std::vector<Entry> entries_of(const std::string& listing) {
  std::vector<Entry> entries;
  for (std::size_t at = 0; at < listing.size();) {
    const auto end = std::min(listing.find('\0', at), listing.size());
    const std::string line = listing.substr(at, end - at);
    at = end + 1;
    const auto tab = line.find('\t');
    const auto kind = line.find(" blob ");
    if (tab == std::string::npos || kind == std::string::npos || kind > tab || line.rfind("120000", 0) == 0) continue;
    const auto object = kind + std::string_view(" blob ").size();
    if (names_rules(line)) entries.push_back({line.substr(object, tab - object), line.substr(tab + 1)});
  }
  return entries;
}

/// The texts that `cat-file --batch` gives: a line with the size, the bytes, a line break; as many as there are.
std::vector<std::string> texts_of(const std::string& batch) {
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < batch.size();) {
    const auto line = batch.find('\n', at);
    if (line == std::string::npos) break;
    const auto blank = batch.rfind(' ', line);
    std::size_t size = 0;
    const auto [stop, error] = std::from_chars(batch.data() + blank + 1, batch.data() + line, size);
    if (error != std::errc() || stop != batch.data() + line || line + 1 + size > batch.size()) break;
    texts.push_back(batch.substr(line + 1, size));
    at = line + 1 + size + 1;
  }
  return texts;
}

/// `path` with `inside` replaced by `root`: as the working files are called.
std::string shown_path(const std::string& path, const std::string& inside, const std::string& root) {
  if (path == inside) return root;
  const auto rest = inside.empty() ? path : path.substr(inside.size() + 1);
  return root == "." || root.empty() ? rest : root + (root.back() == '/' ? "" : "/") + rest;
}

class Reader {
 public:
  Reader(const std::string& name, const std::string& folder) : name_(name), git_(folder), folder_(folder) {}

  Revision read(const std::vector<std::string>& roots) {
    const auto colon = name_.find(':');
    const auto top = git_.run({"rev-parse", "--show-toplevel"});
    if (!top.started)
      return failed("`" + name_ + "` is no path, and git is not installed", "name two folders or files");
    if (top.status != 0) {
      return failed("`" + name_ + "` is no path, and there is no git repository here", "name two folders or files");
    }
    const auto commit =
        git_.run({"rev-parse", "--verify", "--quiet", "--end-of-options", name_.substr(0, colon) + "^{commit}"});
    if (commit.status != 0) {
      return failed("`" + name_.substr(0, colon) + "` is neither a file or folder nor a revision of the repository",
                    "such as `main`, `HEAD~1`, `origin/main:rules` or a folder");
    }
    Revision found;
    const bool has_path = colon != std::string::npos;
    found.roots = has_path ? std::vector<std::string>{name_.substr(colon + 1)} : roots;
    for (const auto& root : found.roots) {
      const auto inside = has_path ? path_in_repository(root, first_line(top.out), first_line(top.out))
                                   : path_in_repository(root, folder_, first_line(top.out));
      if (!inside) return failed("`" + root + "` lies outside the git repository", "say where: `" + name_ + ":rules`");
      if (!add(first_line(commit.out), *inside, root, found)) {
        return failed("there are no rules below `" + root + "` in `" + name_ + "`",
                      "say where they are: `" + name_.substr(0, colon) + ":FOLDER`");
      }
    }
    return found;
  }

 private:
  static Revision failed(std::string error, std::string help) { return {{}, {}, std::move(error), std::move(help)}; }

  /// False where there is none, or they cannot be read.
  bool add(const std::string& commit, const std::string& inside, const std::string& root, Revision& found) const {
    std::vector<std::string> words{"ls-tree", "-r", "-z", "--full-tree", commit};
    if (!inside.empty()) words.insert(words.end(), {"--", inside});
    const auto listing = git_.run(words);
    const auto entries = entries_of(listing.out);
    std::string objects;
    for (const auto& entry : entries) objects += entry.object + "\n";
    auto texts = texts_of(git_.run({"cat-file", "--batch"}, objects).out);
    if (entries.empty() || texts.size() != entries.size()) return false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      found.files.emplace_back(shown_path(entries[i].path, inside, root), std::move(texts[i]));
    }
    return true;
  }

  const std::string& name_;
  Git git_;
  const std::string& folder_;
};

}  // namespace

Revision read_revision(const std::string& name, const std::vector<std::string>& roots, const std::string& folder) {
  return Reader(name, folder).read(roots);
}

}  // namespace inforce::cli
