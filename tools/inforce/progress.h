// What long work is at: one line on standard error, where that is a terminal, which goes when the work is done.
#pragma once

#include <iosfwd>
#include <set>
#include <string>
#include <string_view>

#include "tools/inforce/command.h"

namespace inforce::cli {

/// Says nothing where standard error is no terminal, or with `--quiet`. For one thread.
class Progress {
 public:
  Progress(const Arguments& arguments, Environment& environment);
  ~Progress() { done(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `compiling`; takes the place of what was said before.
  void stage(std::string_view words);

  /// `reading 3 of 12 files`; said only as often as the eye can follow.
  void count(std::string_view words, std::size_t done, std::size_t of, std::string_view things);

  /// Takes away what was said. Whatever else is said comes after this.
  void done();

 private:
  void say(const std::string& text);

  std::ostream* terminal_ = nullptr;
  std::string said_;
};

/// A reader that counts what it lists and reads. For one thread.
class CountedFiles final : public FileReader {
 public:
  /// When all that was listed is read, `then` is the next stage: `checking`.
  CountedFiles(const FileReader& files, Progress& progress, std::string then);

  [[nodiscard]] Listing list(const std::string& root) const override;
  [[nodiscard]] Content read(const std::string& path) const override;

 private:
  const FileReader& files_;
  Progress& progress_;
  std::string then_;
  mutable std::set<std::string> listed_;
  mutable std::set<std::string> read_;
};

}  // namespace inforce::cli
