#include "tools/inforce/lsp/cursor.h"

#include <algorithm>

#include "tools/inforce/lsp/flow.h"
#include "tools/inforce/lsp/line.h"
#include "tools/inforce/lsp/positions.h"

namespace inforce::lsp {

namespace {

constexpr std::size_t most_lines_of_flow = 200;
constexpr std::size_t most_lines_of_record = 2000;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
         c == '_' || c == '/' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

class Finder {
 public:
  Finder(std::string_view text, std::size_t offset)
      : text_(text), lines_(text), offset_(std::min(offset, text.size())) {
    number_ = lines_.line_at(offset_);
  }

  Cursor find() {
    cursor_.word_begin = offset_;
    const auto line_begin = lines_.start_of(number_);
    while (cursor_.word_begin > line_begin && is_word(text_[cursor_.word_begin - 1])) --cursor_.word_begin;
    const auto start = first_line_of_flow();
    const auto flow_text = text_.substr(lines_.start_of(start), offset_ - lines_.start_of(start));
    const auto flow = flow_at(flow_text, rest_of_line());
    cursor_.in_comment = flow.in_comment;
    if (flow.levels.empty()) {
      block(number_, line_.substr(0, offset_ - line_begin));
    } else {
      // The line with the bracket is a whole value: what stands before the bracket says of what.
      const auto opening = lines_.line(text_, start);
      block(start, opening.substr(0, std::min(opening.size(), flow.levels.front().opened)));
      if (cursor_.in_value) cursor_.path.push_back(cursor_.key);
      within(flow);
    }
    return std::move(cursor_);
  }

 private:
  /// A line that ends within brackets is followed by another of the same value.
  std::size_t first_line_of_flow() {
    line_ = lines_.line(text_, number_);
    std::size_t start = number_;
    while (start > 0 && number_ - start < most_lines_of_flow) {
      const auto before = trimmed(lines_.line(text_, start - 1));
      if (before.empty() || std::string_view(",[{").find(before.back()) == std::string_view::npos) break;
      --start;
    }
    return start;
  }

  [[nodiscard]] std::string_view rest_of_line() const {
    return line_.substr(std::min(line_.size(), offset_ - lines_.start_of(number_)));
  }

  void within(const Flow& flow) {
    cursor_.in_value = false;
    cursor_.key.clear();
    const auto outer = cursor_.siblings;
    cursor_.siblings.clear();
    for (std::size_t i = 0; i + 1 < flow.levels.size(); ++i) {
      if (!flow.levels[i].key.empty()) cursor_.path.push_back(flow.levels[i].key);
    }
    const auto& innermost = flow.levels.back();
    cursor_.in_value = !innermost.key.empty();
    cursor_.key = innermost.key;
    if (innermost.is_map) {
      cursor_.siblings = innermost.siblings;
    } else {
      cursor_.around = flow.levels.size() > 1 ? flow.levels[flow.levels.size() - 2].siblings : outer;
    }
    cursor_.before = innermost.before;
  }

  /// The place of the end of `upto`, the beginning of line `number`.
  void block(std::size_t number, std::string_view upto) {
    const auto line = line_of(upto);
    if (line.has_key) {
      cursor_.in_value = true;
      cursor_.key = line.key;
      cursor_.before = std::string(upto.substr(std::min(line.value, upto.size())));
    } else {
      cursor_.before = std::string(upto.substr(std::min(line.column, upto.size())));
    }
    if (!cursor_.before.empty() && (cursor_.before.front() == '"' || cursor_.before.front() == '\'')) {
      cursor_.before.erase(0, 1);
    }
    climb(number, line);
    look_below(number, line.column);
  }

  /// From line to line upward, to the parent of the map, to its parent, and so on.
  void climb(std::size_t number, const Line& line) {
    level_ = line.column;
    of_same_map_ = true;
    collected_ = &cursor_.siblings;
    if (!line.dashes.empty()) into_item(line);
    if (of_items_ && !line.has_key) collected_ = &cursor_.around;
    for (std::size_t i = number; i > 0 && (level_ > 0 || of_items_ || of_same_map_); --i) {
      const auto text = lines_.line(text_, i - 1);
      const auto above = line_of(text);
      if (above.empty && above.dashes.empty()) continue;
      if (of_items_) {
        pass_in_list(above);
      } else {
        pass_in_map(above, text);
      }
    }
  }

  void pass_in_list(const Line& above) {
    const bool further_out = above.dashes.empty() || above.dashes.back() < level_;
    if (above.has_key && above.column <= level_ && further_out) enter(above);
  }

  void pass_in_map(const Line& above, std::string_view text) {
    const bool beside = above.has_key && above.column == level_;
    if (beside && of_same_map_) add_sibling(above, text);
    if (above.has_key && above.column < level_) {
      enter(above);
    } else if (!above.dashes.empty() && above.dashes.back() < level_ && (beside || !above.has_key)) {
      into_item(above);
    }
  }

  void enter(const Line& parent) {
    cursor_.path.insert(cursor_.path.begin(), parent.key);
    level_ = parent.column;
    of_items_ = false;
    of_same_map_ = collected_ == &cursor_.around && cursor_.path.size() == 1;
    if (!parent.dashes.empty()) into_item(parent);
  }

  /// What the line begins is an item of a list: its parent is the key above, which may stand in the same column.
  void into_item(const Line& line) {
    level_ = line.dashes.back();
    of_items_ = true;
    of_same_map_ = false;
  }

  void add_sibling(const Line& line, std::string_view text) {
    collected_->try_emplace(line.key, unquoted(text.substr(std::min(line.value, text.size()))));
  }

  void look_below(std::size_t number, std::size_t column) {
    const auto last = std::min(lines_.lines(), number + most_lines_of_record);
    for (std::size_t i = number + 1; i < last; ++i) {
      const auto text = lines_.line(text_, i);
      const auto below = line_of(text);
      if (below.empty) continue;
      if (below.outermost() < column) return;
      if (below.column != column || !below.dashes.empty() || !below.has_key) continue;
      cursor_.siblings.try_emplace(below.key, unquoted(text.substr(std::min(below.value, text.size()))));
    }
  }

  std::string_view text_;
  LineTable lines_;
  std::size_t offset_;
  std::size_t number_ = 0;
  std::string_view line_;
  std::size_t level_ = 0;
  bool of_items_ = false;
  bool of_same_map_ = false;
  std::map<std::string, std::string, std::less<>>* collected_ = nullptr;
  Cursor cursor_;
};

}  // namespace

Cursor cursor_at(std::string_view text, std::size_t offset) { return Finder(text, offset).find(); }

}  // namespace inforce::lsp
