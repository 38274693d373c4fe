#include "tools/inforce/lsp/flow.h"

#include "tools/inforce/lsp/line.h"

namespace inforce::lsp {

namespace {

constexpr std::size_t deepest = 64;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Flow read() {
    for (; at_ < text_.size(); ++at_) step(text_[at_]);
    if (!levels_.empty()) {
      auto& innermost = levels_.back();
      innermost.before = std::string(trimmed_left(text_.substr(begin_)));
      if (!innermost.before.empty() && (innermost.before.front() == '"' || innermost.before.front() == '\'')) {
        innermost.before.erase(0, 1);
      }
    }
    return {std::move(levels_), in_comment_};
  }

 private:
  static std::string_view trimmed_left(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
  }

  [[nodiscard]] bool after_blank() const {
    return at_ == 0 || std::string_view(" \t\r\n").find(text_[at_ - 1]) != std::string_view::npos;
  }

  /// A quote opens a quoted text only where a value may begin.
  [[nodiscard]] bool opens_quote(char c) const {
    if (c != '"' && c != '\'') return false;
    return levels_.empty() ? after_blank() : trimmed_left(text_.substr(begin_, at_ - begin_)).empty();
  }

  void step(char c) {
    if (in_comment_) {
      in_comment_ = c != '\n';
    } else if (quote_ != 0) {
      if (c == '\\' && quote_ == '"') ++at_;
      if (c == quote_) quote_ = 0;
    } else if (c == '#' && after_blank()) {
      in_comment_ = true;
    } else if (opens_quote(c)) {
      quote_ = c;
    } else if (c == '{' || c == '[') {
      open(c);
    } else if (c == '}' || c == ']') {
      close();
    } else if (!levels_.empty()) {
      within(c);
    }
  }

  void open(char c) {
    // In a plain text of a block a bracket stands for itself.
    if (levels_.empty() && at_ > 0 && !after_blank()) return;
    if (levels_.size() < deepest) levels_.push_back({c == '{', at_, {}, {}, {}});
    begin_ = at_ + 1;
  }

  void close() {
    if (levels_.empty()) return;
    levels_.pop_back();
    begin_ = at_ + 1;
  }

  void within(char c) {
    auto& level = levels_.back();
    if (c == ',') {
      end_value();
      begin_ = at_ + 1;
    } else if (c == ':' && level.is_map && level.key.empty() && ends_key()) {
      level.key = std::string(unquoted(trimmed_left(text_.substr(begin_, at_ - begin_))));
      begin_ = at_ + 1;
    }
  }

  [[nodiscard]] bool ends_key() const {
    return at_ + 1 >= text_.size() || std::string_view(" \t\r\n\"'[{").find(text_[at_ + 1]) != std::string_view::npos;
  }

  void end_value() {
    auto& level = levels_.back();
    if (!level.key.empty()) level.siblings.try_emplace(level.key, unquoted(text_.substr(begin_, at_ - begin_)));
    level.key.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::vector<FlowLevel> levels_;
  char quote_ = 0;
  bool in_comment_ = false;
};

/// The keys that follow in the same map, as far as the line tells.
void add_keys_in(std::string_view rest, FlowLevel& level) {
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < rest.size() && depth >= 0; ++i) {
    const char c = rest[i];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth != 0) continue;
    if (c == ',') begin = i + 1;
    const bool ends = c == ':' && (i + 1 >= rest.size() || rest[i + 1] == ' ');
    if (ends && begin > 0) level.siblings.try_emplace(std::string(trimmed(rest.substr(begin, i - begin))), "");
  }
}

}  // namespace

Flow flow_at(std::string_view text, std::string_view rest) {
  auto flow = Reader(text).read();
  if (!flow.levels.empty() && flow.levels.back().is_map) add_keys_in(rest, flow.levels.back());
  return flow;
}

}  // namespace inforce::lsp
