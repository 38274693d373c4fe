// Where every word came from: `FileReader` finds and reads files, `Sources` keeps their text, a `Span` is a run of
// bytes in one of them, and `Id<T>` is an index that cannot be mistaken for one of another kind.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inforce {

/// An index into the list of all `T` of a rule set. Ids of two kinds do not compare and do not convert.
template <class T>
struct Id {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

struct SourceFile;
using FileId = Id<SourceFile>;

/// The bytes `[begin, end)` of a file. A span of no length marks a place between two bytes.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// A place as people and editors name it: lines and columns count from 1, columns in characters (code points).
struct Place {
  std::string_view path;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Finds and reads files; the only contact of the library with a disk. Implementations must be safe to call from one
/// thread at a time. Errors are values: a sentence that says what went wrong, or empty.
class FileReader {
 public:
  virtual ~FileReader() = default;

  struct Listing {
    std::vector<std::string> paths;  ///< Rule files below `root`, sorted by name; `root` itself where it is a file.
    std::string error;               ///< Empty, or why `root` could not be listed.
  };
  struct Content {
    std::string text;
    std::string error;  ///< Empty, or why the file could not be read.
  };

  [[nodiscard]] virtual Listing list(const std::string& root) const = 0;
  [[nodiscard]] virtual Content read(const std::string& path) const = 0;
};

/// The reader of real files. A file larger than `max_file_bytes` (256 MiB) is refused.
[[nodiscard]] std::unique_ptr<FileReader> disk_files();

/// A reader of files held in memory, for tests and for embedding: pairs of path and text. A root lists every path
/// that equals it or lies below it; the root "." lists all.
[[nodiscard]] std::unique_ptr<FileReader> memory_files(std::vector<std::pair<std::string, std::string>> files);

/// The texts of all files read so far. A cheap handle: copies share the same texts, which are never changed or freed
/// while a handle lives. Adding is for one thread; reading is for any.
class Sources {
 public:
  Sources();

  /// Keeps `text` under `path`. A byte-order mark at the beginning is dropped.
  FileId add(std::string path, std::string text);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::string_view path(FileId file) const;
  [[nodiscard]] std::string_view text(FileId file) const;
  [[nodiscard]] std::string_view text(Span span) const;

  /// The place of the first byte of `span`, and the place just past its last byte.
  [[nodiscard]] Place begin_of(Span span) const;
  [[nodiscard]] Place end_of(Span span) const;

  /// The text of a line (from 1) without its line break; empty past the last line.
  [[nodiscard]] std::string_view line(FileId file, std::uint32_t number) const;

 private:
  struct Texts;
  std::shared_ptr<Texts> texts_;
};

}  // namespace inforce

template <class T>
struct std::hash<inforce::Id<T>> {
  std::size_t operator()(inforce::Id<T> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
