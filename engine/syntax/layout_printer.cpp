#include "engine/syntax/layout_printer.h"

#include <algorithm>

#include "engine/syntax/comments.h"
#include "engine/syntax/layout.h"
#include "engine/syntax/layout_text.h"
#include "engine/syntax/scalar_span.h"

namespace inforce::syntax {
namespace {

using std::string_view;

constexpr std::size_t step = 2;

bool is_empty(const Node& node) { return node.items.empty() && node.entries.empty(); }
bool is_collection(const Node& node) { return node.is_list() || node.is_map(); }

// Follows the file from token to token; `reached_` is the end of the last one written, so that comments find their
// place by what they stand behind and before.
class Printer {
 public:
  Printer(const Sources& sources, FileId file, const Node& root)
      : text_(sources.text(file)), root_(root), comments_(comments(sources, file, root)) {}

  std::string print() {
    print_head();
    if (root_.span.end > root_.span.begin || is_collection(root_)) print_root();
    comments_before(text_.size(), 0);
    std::string out;
    for (const std::string& line : lines_) out += line + "\n";
    return out;
  }

 private:
  // What stands around a value.
  struct Place {
    std::size_t indent = 0;      // Of the map or list that holds it, as it is printed;
    std::ptrdiff_t column = -1;  // and as it is written.
  };

  void print_head();
  void print_root();
  void print_entries(const Node& map, std::size_t indent, bool on_this_line);
  void print_items(const Node& list, std::size_t indent, bool on_this_line);
  void print_children(const Node& node, std::size_t indent, bool on_this_line);
  void end_children(const Node& node, std::size_t indent, std::ptrdiff_t outer);
  void print_item(const Node& item, Place place);
  void print_value(const Node& value, Place place);
  void print_broken(const Node& scalar, Place place);
  void print_block_text(const Node& scalar, Place place);
  [[nodiscard]] std::string on_one_line_in_brackets(const Node& node) const;

  [[nodiscard]] bool in_brackets(const Node& node) const {
    const char first = char_at(text_, node.span.begin);
    return first == '{' || first == '[';
  }
  [[nodiscard]] string_view written(const Node& node) const {
    return text_.substr(node.span.begin, node.span.end - node.span.begin);
  }
  // Where the first child of `node`, which has some, begins, dash and all.
  [[nodiscard]] std::size_t begin_of_first_child(const Node& node) const {
    if (!in_brackets(node)) return node.span.begin;
    return node.is_map() ? node.entries.front().key.span.begin : node.items.front().span.begin;
  }
  [[nodiscard]] bool is_broken(const Node& node) const { return written(node).find('\n') != string_view::npos; }
  [[nodiscard]] std::ptrdiff_t column_of(std::size_t at) const {
    return static_cast<std::ptrdiff_t>(at - line_begin(text_, at));
  }
  [[nodiscard]] bool comment_before(std::size_t at) const {
    return next_ < comments_.size() && comments_[next_].span.begin < at;
  }
  // Columns taken on the line on which a value at `place` comes to stand.
  [[nodiscard]] std::size_t taken(Place place) const {
    return commented_ ? place.indent + step : width_of(lines_.back()) + 1;
  }
  [[nodiscard]] bool stays_on_one_line(const Node& node, std::size_t taken) const;

  void start_line(std::size_t indent, std::size_t at);
  void put(string_view words) { lines_.back() += words; }
  void put_after_blank(string_view words) {
    if (!lines_.back().empty() && lines_.back().back() != ' ') put(" ");
    put(words);
  }
  void comments_before(std::size_t at, std::size_t indent);
  void comment_on_this_line();
  void put_comment();

  string_view text_;
  const Node& root_;
  std::vector<Comment> comments_;
  std::size_t next_ = 0;     // The first comment not yet written.
  std::size_t reached_ = 0;  // The end of the last token written.
  std::vector<std::string> lines_;
  bool commented_ = false;  // The last line ends in a comment.
};

// A new line for what is written at `at`; one blank line before it where there is one in the file.
void Printer::start_line(std::size_t indent, std::size_t at) {
  const std::size_t line = line_begin(text_, at);
  const bool first_there = skip_blanks(text_, line) >= at;
  if (first_there && line > 0 && !lines_.empty() && !lines_.back().empty()) {
    const std::size_t above = line_begin(text_, line - 1);
    if (above >= reached_ && text_.substr(above, line - above).find_first_not_of(" \t\r\n") == string_view::npos)
      lines_.emplace_back();
  }
  lines_.emplace_back(indent, ' ');
  commented_ = false;
}

void Printer::comments_before(std::size_t at, std::size_t indent) {
  while (comment_before(at)) {
    start_line(indent, comments_[next_].span.begin);
    put_comment();
  }
}

void Printer::put_comment() {
  const Span comment = comments_[next_++].span;
  const string_view words = text_.substr(comment.begin, comment.end - comment.begin);
  put(words.substr(0, words.find_last_not_of(" \t") + 1));
  commented_ = true;
}

// The comment that stands behind what was written last, with as many blanks before it as there are.
void Printer::comment_on_this_line() {
  if (commented_ || next_ == comments_.size() || comments_[next_].alone) return;
  const std::size_t at = comments_[next_].span.begin;
  if (at < reached_ || line_begin(text_, at) >= reached_) return;
  const string_view between = text_.substr(reached_, at - reached_);
  if (between.find_first_not_of(" \t,:[]{}") != string_view::npos) return;
  const std::size_t blanks = at - 1 - text_.find_last_not_of(" \t", at - 1);
  put(std::string(std::max<std::size_t>(blanks, 1), ' '));
  put_comment();
}

// Directives and the mark of the document, where they are written.
void Printer::print_head() {
  for (std::size_t at = skip_gap(text_, 0); at < text_.size(); at = skip_gap(text_, reached_)) {
    const bool marks = text_.substr(at).starts_with("---") && end_of_word(text_, at) == at + 3;
    if (!marks && text_[at] != '%') return;
    std::size_t end = marks ? at + 3 : std::min(text_.find('#', at), line_end(text_, at));
    while (!marks && end > at && string_view(" \t\r").find(text_[end - 1]) != string_view::npos) --end;
    comments_before(at, 0);
    start_line(0, at);
    put(text_.substr(at, end - at));
    reached_ = end;
    comment_on_this_line();
    if (marks) return;
  }
}

void Printer::print_root() {
  if (is_collection(root_) && !is_empty(root_) && !stays_on_one_line(root_, 0)) {
    print_children(root_, 0, false);
    return;
  }
  comments_before(root_.span.begin, 0);
  start_line(0, root_.span.begin);
  print_value(root_, {});
}

// In brackets, written on one line; or with no comment within and short enough.
bool Printer::stays_on_one_line(const Node& node, std::size_t taken) const {
  if (is_empty(node)) return true;
  if (!in_brackets(node)) return false;
  if (!is_broken(node)) return true;
  return !comment_before(node.span.end) && taken + width_of(on_one_line_in_brackets(node)) <= layout_width;
}

void Printer::print_children(const Node& node, std::size_t indent, bool on_this_line) {
  if (node.is_map()) {
    print_entries(node, indent, on_this_line);
  } else {
    print_items(node, indent, on_this_line);
  }
}

// Comments behind the last child that belong to `node`, being indented alike or more.
void Printer::end_children(const Node& node, std::size_t indent, std::ptrdiff_t outer) {
  if (in_brackets(node)) {
    comments_before(node.span.end, indent);
    reached_ = node.span.end;
    return;
  }
  const std::ptrdiff_t column = column_of(node.span.begin);
  const std::size_t token = skip_gap(text_, reached_);
  while (comment_before(token)) {
    const std::size_t at = comments_[next_].span.begin;
    const bool within = column_of(at) >= column && column_of(at) > outer;
    if (comments_[next_].alone && !within) return;
    comments_before(at + 1, indent);
  }
}

void Printer::print_entries(const Node& map, std::size_t indent, bool on_this_line) {
  const Place place{indent, column_of(map.span.begin)};
  for (const auto& [key, value] : map.entries) {
    if (!on_this_line) {
      comments_before(key.span.begin, indent);
      start_line(indent, key.span.begin);
    }
    on_this_line = false;
    put(on_one_line(key, text_) + ":");
    const std::size_t colon = skip_gap(text_, key.span.end);
    reached_ = char_at(text_, colon) == ':' ? colon + 1 : key.span.end;
    if (comment_before(value.span.begin)) comment_on_this_line();
    if (is_collection(value) && !stays_on_one_line(value, taken(place))) {
      comment_on_this_line();
      print_children(value, indent + step, false);
      end_children(value, indent + step, place.column);
    } else {
      print_value(value, place);
    }
    comment_on_this_line();
  }
}

void Printer::print_items(const Node& list, std::size_t indent, bool on_this_line) {
  const bool bracketed = in_brackets(list);
  const Place place{indent, column_of(list.span.begin)};
  for (const Node& item : list.items) {
    const std::size_t dash = bracketed ? item.span.begin : skip_gap(text_, reached_);
    if (!on_this_line) {
      comments_before(dash, indent);
      start_line(indent, dash);
    }
    on_this_line = false;
    put("-");
    if (!bracketed) reached_ = dash + 1;
    print_item(item, place);
    comment_on_this_line();
  }
}

void Printer::print_item(const Node& item, Place place) {
  if (comment_before(item.span.begin)) comment_on_this_line();
  if (!is_collection(item) || stays_on_one_line(item, taken(place))) {
    print_value(item, place);
    return;
  }
  comment_on_this_line();
  const bool same_line = !commented_ && !comment_before(begin_of_first_child(item));
  if (same_line) put(" ");
  print_children(item, place.indent + step, same_line);
  end_children(item, place.indent + step, place.column);
}

// What stands on the line of its key or dash; comments between the two move it to a line of its own.
void Printer::print_value(const Node& value, Place place) {
  if (value.span.end == value.span.begin && !is_collection(value)) return;
  if (commented_ || comment_before(value.span.begin)) {
    comments_before(value.span.begin, place.indent + step);
    start_line(place.indent + step, value.span.begin);
  }
  if (is_collection(value)) {
    put_after_blank(on_one_line_in_brackets(value));
    reached_ = value.span.begin + 1;
    comment_on_this_line();
  } else if (value.quoted && (text_[value.span.begin] == '|' || text_[value.span.begin] == '>')) {
    print_block_text(value, place);
    return;
  } else if (is_broken(value)) {
    print_broken(value, place);
  } else {
    put_after_blank(value.is_scalar() ? on_one_line(value, text_) : std::string(written(value)));
  }
  reached_ = value.span.end;
  comment_on_this_line();
}

// Text that runs over several lines without a head: on one line where it fits, else folded.
void Printer::print_broken(const Node& scalar, Place place) {
  const std::string line = on_one_line(scalar, text_);
  if (taken(place) + width_of(line) <= layout_width || !can_fold(scalar.text)) {
    put_after_blank(line);
    return;
  }
  put_after_blank(">-");
  reached_ = scalar.span.end;
  comment_on_this_line();
  for (const std::string& each : folded(scalar.text, layout_width - place.indent - step)) {
    lines_.push_back(each.empty() ? each : std::string(place.indent + step, ' ') + each);
  }
}

void Printer::print_block_text(const Node& scalar, Place place) {
  const BlockText block = block_text(scalar, text_, place.column, layout_width - place.indent - step);
  put_after_blank(block.head);
  reached_ = scalar.span.end;
  comment_on_this_line();
  for (const std::string& each : block.lines) {
    lines_.push_back(each.empty() ? each : std::string(place.indent + step, ' ') + each);
  }
  reached_ = block.end;
}

std::string Printer::on_one_line_in_brackets(const Node& node) const {
  if (node.is_scalar()) return on_one_line(node, text_);
  if (!is_collection(node)) return std::string(written(node));
  std::string words;
  for (const Node& item : node.items) words += (words.empty() ? "" : ", ") + on_one_line_in_brackets(item);
  for (const auto& [key, value] : node.entries) {
    words += (words.empty() ? "" : ", ") + on_one_line(key, text_);
    const bool nothing = value.span.end == value.span.begin && !is_collection(value);
    if (!nothing) words += ": " + on_one_line_in_brackets(value);
    if (nothing && char_at(text_, skip_gap(text_, key.span.end)) == ':') words += ": ~";
  }
  if (node.is_list()) return "[" + words + "]";
  return in_brackets(node) || is_empty(node) ? "{" + words + "}" : words;
}

}  // namespace

std::string printed_layout(const Sources& sources, FileId file, const Node& root) {
  return Printer(sources, file, root).print();
}

}  // namespace inforce::syntax
