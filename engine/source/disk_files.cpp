#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>

#include "engine/source/aside.h"
#include "inforce/source.h"

namespace inforce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_file_bytes = std::size_t{256} << 20U;

std::string words_for(std::error_code error) {
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) {
    return "no such file or folder";
  }
  if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted) return "permission denied";
  if (error == std::errc::is_a_directory) return "it is a folder, not a file";
  if (error == std::errc::too_many_symbolic_link_levels) return "symbolic links form a circle";
  if (error == std::errc::filename_too_long) return "its name is too long";
  return "the system refuses to read it (error " + std::to_string(error.value()) + ")";
}

bool names_rules(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

// Walks folders without recursion. Symbolic links are followed last, and a folder or file that was already met under
// another name is not met again: so circles end, and no file is read twice.
class Walk {
 public:
  explicit Walk(const std::string& root) { folders_.emplace_back(root); }

  FileReader::Listing finish() {
    while (!folders_.empty() || !links_.empty()) {
      if (!folders_.empty()) {
        const fs::path next = std::move(folders_.back());
        folders_.pop_back();
        visit_folder(next);
      } else {
        const fs::path next = *links_.begin();
        links_.erase(links_.begin());
        follow(next);
      }
    }
    std::sort(found_.paths.begin(), found_.paths.end());
    return std::move(found_);
  }

 private:
  void visit_folder(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error) return complain(folder, error);
    if (!seen_.insert(real).second) return;
    std::vector<fs::path> entries;
    for (fs::directory_iterator next(folder, error), end; !error && next != end; next.increment(error)) {
      entries.push_back(next->path());
    }
    if (error) complain(folder, error);
    for (const auto& entry : entries) {
      if (!is_aside(entry.filename().string())) visit_entry(entry);
    }
  }

  void visit_entry(const fs::path& entry) {
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(entry, ignored);
    if (fs::is_symlink(status)) {
      links_.insert(entry);
    } else if (fs::is_directory(status)) {
      folders_.push_back(entry);
    } else if (fs::is_regular_file(status) && names_rules(entry)) {
      add_file(entry);
    }
  }

  // A link that leads nowhere is listed where it is named like a rule file, so that reading it says what is wrong.
  void follow(const fs::path& link) {
    std::error_code ignored;
    const fs::file_status status = fs::status(link, ignored);
    if (fs::is_directory(status)) {
      folders_.push_back(link);
    } else if (names_rules(link) && (fs::is_regular_file(status) || !fs::exists(status))) {
      add_file(link);
    }
  }

  void add_file(const fs::path& file) {
    std::error_code error;
    const fs::path real = fs::canonical(file, error);
    if (!error && !seen_.insert(real).second) return;
    found_.paths.push_back(spelling(file));
  }

  void complain(const fs::path& folder, std::error_code error) {
    if (!found_.error.empty()) return;
    found_.error.append("`").append(spelling(folder)).append("`: ").append(words_for(error));
  }

  static std::string spelling(const fs::path& path) {
    std::string name = path.generic_string();
    while (name.starts_with("./")) name.erase(0, name.find_first_not_of('/', 1));
    return name;
  }

  std::vector<fs::path> folders_;
  std::set<fs::path> links_;
  std::set<fs::path> seen_;
  FileReader::Listing found_;
};

class DiskFiles final : public FileReader {
 public:
  [[nodiscard]] Listing list(const std::string& root) const override {
    std::error_code error;
    const fs::file_status status = fs::status(root, error);
    if (!fs::exists(status))
      return {{}, words_for(error ? error : make_error_code(std::errc::no_such_file_or_directory))};
    if (!fs::is_directory(status)) return {{root}, {}};
    return Walk(root).finish();
  }

  [[nodiscard]] Content read(const std::string& path) const override {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) return {{}, words_for({errno, std::generic_category()})};
    std::string text;
    std::vector<char> block(std::size_t{1} << 16U);
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get())) {
      if (text.size() + count > max_file_bytes) return {{}, "it is larger than 256 MiB"};
      text.append(block.data(), count);
    }
    if (std::ferror(file.get()) != 0) return {{}, words_for({errno, std::generic_category()})};
    return {std::move(text), {}};
  }
};

}  // namespace

std::unique_ptr<FileReader> disk_files() { return std::make_unique<DiskFiles>(); }

}  // namespace inforce
