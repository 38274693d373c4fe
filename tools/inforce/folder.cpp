#include "tools/inforce/folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/inforce/disk.h"

namespace inforce::cli {

namespace {

namespace fs = std::filesystem;

/// Whoever has more in a folder means another one.
constexpr std::size_t most_entries = 200000;

/// A folder that goes with all that is in it, unless it is kept.
class Draft {
 public:
  explicit Draft(const fs::path& parent) : path_((parent / ".inforce-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) {
      error_ = errno;
      path_.clear();
    }
  }
  ~Draft() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] int error() const { return error_; }

  /// 0, or the error.
  [[nodiscard]] int add(const std::string& path, const std::string& text) {
    if (const int error = add_folder(fs::path(path).parent_path())) return error;
    const auto name = fs::path(path_) / path;
    Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.number() < 0) return errno;
    if (const int error = write_all(file.number(), text)) return error;
    if (::fsync(file.number()) != 0) return errno;
    return file.close();
  }

  /// 0, or the error. Afterwards it is no draft any more.
  [[nodiscard]] int take_name(const fs::path& name) {
    for (const auto& folder : folders_) settle(fs::path(path_) / folder);
    settle(path_);
    if (::chmod(path_.c_str(), 0777U & ~rights_kept_back()) != 0) return errno;
    if (::rename(path_.c_str(), name.c_str()) != 0) return errno;
    path_.clear();
    settle(name.parent_path());
    return 0;
  }

 private:
  int add_folder(const fs::path& folder) {
    if (folder.empty() || !folders_.insert(folder).second) return 0;
    if (const int error = add_folder(folder.parent_path())) return error;
    return ::mkdir((fs::path(path_) / folder).c_str(), 0777) == 0 ? 0 : errno;
  }

  std::string path_;
  int error_ = 0;
  std::set<fs::path> folders_;
};

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

/// Empty, or why no folder can be made there. Where links lead to an empty one, `path` is that one afterwards.
std::string unfit(fs::path& path) {
  std::error_code error;
  if (path.empty()) return words_for(ENOENT);
  const auto status = fs::status(path, error);
  if (error == std::errc::too_many_symbolic_link_levels) return words_for(ELOOP);
  if (!fs::exists(status)) {
    const bool lost = fs::is_symlink(fs::symlink_status(path, error));
    return lost ? "it is a symbolic link that leads nowhere" : "";
  }
  if (!fs::is_directory(status)) return "it is a file";
  const bool empty = fs::is_empty(path, error);
  if (error) return words_for(error.value());
  if (!empty) return "it is a folder that holds something";
  path = fs::canonical(path, error);
  if (error) return words_for(error.value());
  return path == fs::current_path(error) ? "it is the working folder" : "";
}

FolderEntry entry_of(const fs::directory_entry& entry, const std::string& below) {
  std::error_code ignored;
  FolderEntry found{below + entry.path().filename().string(), FolderEntry::Kind::other, 0};
  const auto status = entry.symlink_status(ignored);
  if (fs::is_directory(status)) found.kind = FolderEntry::Kind::folder;
  if (fs::is_regular_file(status)) {
    found.kind = FolderEntry::Kind::file;
    found.size = entry.file_size(ignored);
  }
  return found;
}

}  // namespace

FolderListing look_into(const std::string& folder) {
  FolderListing listing;
  std::error_code error;
  listing.is_folder = fs::is_directory(folder, error);
  if (!listing.is_folder) return listing;
  std::vector<std::string> below{""};
  while (!below.empty() && listing.error.empty()) {
    const auto next = std::move(below.back());
    below.pop_back();
    for (fs::directory_iterator each(fs::path(folder) / next, error), end; !error && each != end;
         each.increment(error)) {
      auto found = entry_of(*each, next);
      if (found.kind == FolderEntry::Kind::folder) below.push_back(found.path + "/");
      listing.entries.push_back(std::move(found));
      if (listing.entries.size() > most_entries) break;
    }
    if (error) listing.error = words_for(error.value());
    if (listing.entries.size() > most_entries) {
      listing.error = "it holds more than " + std::to_string(most_entries) + " files and folders";
    }
  }
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.path < b.path; });
  return listing;
}

Unwritten make_folder(const std::string& folder, const FolderFiles& files) {
  fs::path name = without_slashes(folder);
  if (auto why = unfit(name); !why.empty()) return {folder, std::move(why)};
  Draft draft(name.parent_path());
  if (draft.error() != 0) return {folder, words_for(draft.error())};
  for (const auto& [path, text] : files) {
    if (const int error = draft.add(path, text)) return {(fs::path(folder) / path).string(), words_for(error)};
  }
  if (const int error = draft.take_name(name)) return {folder, words_for(error)};
  return {};
}

}  // namespace inforce::cli
