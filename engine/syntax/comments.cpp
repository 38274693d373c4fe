#include "engine/syntax/comments.h"

#include <algorithm>

#include "engine/syntax/scalar_span.h"

namespace inforce::syntax {
namespace {

std::size_t begin_of_line(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at).rfind('\n');
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t end_of_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

// Where a block scalar's text ends: at the first line with words that is indented less than its first one, or no
// deeper than what holds it. `head` is its indicator.
Extent block_text(std::string_view text, Span head, const Node* holder) {
  std::ptrdiff_t column = -1;
  if (holder != nullptr) {
    column = static_cast<std::ptrdiff_t>(holder->span.begin - begin_of_line(text, holder->span.begin));
  }
  const std::size_t begin = std::min(end_of_line(text, head.end) + 1, text.size());
  std::ptrdiff_t indent = -1;
  for (std::size_t i = head.begin; i < head.end; ++i) {
    if (text[i] >= '1' && text[i] <= '9') indent = std::max<std::ptrdiff_t>(column, 0) + (text[i] - '0');
  }
  std::size_t end = begin;
  for (std::size_t line = begin; line < text.size(); line = end_of_line(text, line) + 1) {
    const std::size_t word = std::min(text.find_first_not_of(' ', line), text.size());
    const bool blank = text.find_first_not_of(" \t\r", line) >= end_of_line(text, line);
    const auto deep = static_cast<std::ptrdiff_t>(word - line);
    if (!blank && indent < 0) indent = std::max(deep, column + 1);
    if (!blank && deep < indent) break;
    end = std::min(end_of_line(text, line) + 1, text.size());
  }
  return {begin, end};
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
      runs.push_back(block_text(text_, node.span, holder));
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
    std::size_t end = end_of_line(text, at);
    const std::size_t line = begin_of_line(text, at);
    const bool alone = text.find_first_not_of(" \t", line) == at;
    const std::size_t next = end;
    if (end > at && text[end - 1] == '\r') --end;
    found.push_back({{file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, alone});
    at = next;
  }
  return found;
}

}  // namespace inforce::syntax
