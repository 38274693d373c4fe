#include "engine/syntax/comments.h"

#include <algorithm>

#include "engine/syntax/scalar_span.h"

namespace inforce::syntax {
namespace {

std::ptrdiff_t column_of(std::string_view text, const Node* holder) {
  if (holder == nullptr) return -1;
  return static_cast<std::ptrdiff_t>(holder->span.begin - line_begin(text, holder->span.begin));
}

// Collects the runs of text in which a `#` begins no comment, in order of the file.
class Texts {
 public:
  explicit Texts(std::string_view text) : text_(text) {}

  // `holder` is the map or list in which the node stands; null for the root.
  void add(const Node& node, const Node* holder) {
    if (node.is_scalar()) return add_scalar(node, holder);
    for (const Node& item : node.items) add(item, &node);
    for (const auto& [key, value] : node.entries) {
      add(key, &node);
      add(value, &node);
    }
  }

  std::vector<Extent> runs;

 private:
  void add_scalar(const Node& node, const Node* holder) {
    const char first = char_at(text_, node.span.begin);
    if (node.quoted && (first == '|' || first == '>')) {
      runs.push_back(block_lines(text_, {node.span.begin, node.span.end}, column_of(text_, holder)).extent);
    } else {
      runs.push_back({node.span.begin, node.span.end});
    }
  }

  std::string_view text_;
};

}  // namespace

std::vector<Comment> comments(const Sources& sources, FileId file, const Node& root) {
  const std::string_view text = sources.text(file);
  Texts texts(text);
  texts.add(root, nullptr);
  std::vector<Comment> found;
  auto run = texts.runs.begin();
  for (std::size_t at = text.find('#'); at < text.size(); at = text.find('#', at)) {
    while (run != texts.runs.end() && run->end <= at) ++run;
    if (run != texts.runs.end() && run->begin <= at) {
      at = run->end;
      continue;
    }
    std::size_t end = line_end(text, at);
    const std::size_t line = line_begin(text, at);
    const bool alone = text.find_first_not_of(" \t", line) == at;
    const std::size_t next = end;
    if (end > at && text[end - 1] == '\r') --end;
    found.push_back({{file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, alone});
    at = next;
  }
  return found;
}

}  // namespace inforce::syntax
