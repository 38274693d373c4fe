#include "tools/inforce/lsp/documents.h"

#include <algorithm>

#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

namespace {

class Overlay final : public FileReader {
 public:
  Overlay(const FileReader& files, const Documents& documents, bool marked_only)
      : files_(files), documents_(documents), marked_only_(marked_only) {}

  [[nodiscard]] Listing list(const std::string& root) const override {
    auto listing = files_.list(root);
    std::vector<std::string> added;
    for (const auto& [path, document] : documents_) {
      if (lies_below(path, root) && (path == root || is_yaml(path))) added.push_back(path);
    }
    if (!added.empty()) listing.error.clear();
    listing.paths.insert(listing.paths.end(), added.begin(), added.end());
    std::sort(listing.paths.begin(), listing.paths.end());
    listing.paths.erase(std::unique(listing.paths.begin(), listing.paths.end()), listing.paths.end());
    if (marked_only_) {
      std::erase_if(listing.paths, [&](const std::string& path) { return !looks_like_rules(read(path).text); });
    }
    return listing;
  }

  [[nodiscard]] Content read(const std::string& path) const override {
    const auto open = documents_.find(path);
    return open == documents_.end() ? files_.read(path) : Content{open->second.text, {}};
  }

 private:
  const FileReader& files_;
  const Documents& documents_;
  bool marked_only_;
};

}  // namespace

void Document::replace(std::string whole) {
  text = std::move(whole);
  lines = LineTable(text);
}

void Document::replace(Range range, std::string_view with, Encoding encoding) {
  const auto begin = lines.offset_of(text, range.start, encoding);
  const auto end = std::max(begin, lines.offset_of(text, range.end, encoding));
  text.replace(begin, end - begin, with);
  lines = LineTable(text);
}

std::size_t Document::mark() const { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

std::unique_ptr<FileReader> laid_over(const FileReader& files, const Documents& documents, bool marked_only) {
  return std::make_unique<Overlay>(files, documents, marked_only);
}

bool looks_like_rules(std::string_view text) {
  constexpr std::string_view mark = "inforce:";
  for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r' || text.substr(0, at) == "\xEF\xBB\xBF") return true;
  }
  return false;
}

}  // namespace inforce::lsp
