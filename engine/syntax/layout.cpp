#include "engine/syntax/layout.h"

#include <algorithm>

#include "engine/diagnostics/report.h"
#include "engine/syntax/comments.h"
#include "engine/syntax/layout_printer.h"
#include "engine/syntax/yaml.h"

namespace inforce::syntax {
namespace {

bool same(const Node& one, const Node& other) {
  const auto same_entry = [](const Node::Entry& a, const Node::Entry& b) {
    return same(a.key, b.key) && same(a.value, b.value);
  };
  return one.kind == other.kind && one.text == other.text &&
         std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), same) &&
         std::equal(one.entries.begin(), one.entries.end(), other.entries.begin(), other.entries.end(), same_entry);
}

std::vector<std::string_view> words_of_comments(const Sources& sources, FileId file, const Node& root) {
  std::vector<std::string_view> words;
  for (const Comment& comment : comments(sources, file, root)) {
    const std::string_view text = sources.text(comment.span);
    words.push_back(text.substr(0, text.find_last_not_of(" \t") + 1));
  }
  return words;
}

// Whether `text` holds the tree and the comments of `file`.
bool says_the_same(const Sources& sources, FileId file, const Node& root, const std::string& text) {
  Sources other_sources;
  const FileId other = other_sources.add(std::string(sources.path(file)), text);
  std::vector<Diagnostic> found;
  const auto other_root = parse_yaml(other_sources, other, found);
  return other_root && found.empty() && same(root, *other_root) &&
         words_of_comments(sources, file, root) == words_of_comments(other_sources, other, *other_root);
}

}  // namespace

std::optional<std::string> canonical_layout(const Sources& sources, FileId file, std::vector<Diagnostic>& found) {
  const std::size_t before = found.size();
  const auto root = parse_yaml(sources, file, found);
  if (!root || found.size() > before) return std::nullopt;
  std::string text = printed_layout(sources, file, *root);
  if (says_the_same(sources, file, *root, text)) return text;
  found.push_back(diagnostics::make(codes::layout_refused, "laid out anew the file would not say the same",
                                    Span{file, 0, 0}, "leave it as it is, or write it more simply"));
  return std::nullopt;
}

}  // namespace inforce::syntax
