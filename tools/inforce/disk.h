// What writing to a disk takes, whether of a file or of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace inforce::cli {

/// Why something could not be written, by its `errno`.
[[nodiscard]] std::string words_for(int error);

/// An open file, closed in the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { (void)close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }

  /// 0, or the error: some disks tell only now that they are full.
  [[nodiscard]] int close();

 private:
  int number_;
};

/// 0, or the error.
[[nodiscard]] int write_all(int file, std::string_view text);

/// The rights that new files do not get.
[[nodiscard]] unsigned rights_kept_back();

/// The names in a folder are on the disk only when it is; a folder that cannot be told so is no failure.
void settle(const std::filesystem::path& folder);

}  // namespace inforce::cli
