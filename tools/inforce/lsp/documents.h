// The documents that are open in the editor, and the files of the disk as they look with these laid over them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "inforce/source.h"
#include "tools/inforce/lsp/positions.h"

namespace inforce::lsp {

struct Document {
  std::string uri;  ///< As the editor spells it.
  std::string path;
  std::int64_t version = 0;
  std::string text;
  LineTable lines;

  void replace(std::string whole);
  /// Puts `with` where `range` is.
  void replace(Range range, std::string_view with, Encoding encoding);
  /// The bytes of a byte-order mark, which spans do not count.
  [[nodiscard]] std::size_t mark() const;
};

/// By path.
using Documents = std::map<std::string, Document>;

/// `files` with the open documents in place of what the disk has. With `marked_only`, a folder lists only files that
/// say `inforce:` at the beginning of a line. Keeps references to both.
[[nodiscard]] std::unique_ptr<FileReader> laid_over(const FileReader& files, const Documents& documents,
                                                    bool marked_only);

/// Whether some line begins with `inforce:`.
[[nodiscard]] bool looks_like_rules(std::string_view text);

}  // namespace inforce::lsp
