#include "engine/render/note_html.h"

#include <cctype>
#include <optional>
#include <vector>

#include "engine/render/html.h"

namespace inforce::html {

namespace {

constexpr int deepest = 4;  ///< Emphasis within links within emphasis; what is deeper stays as written.

std::string spans(std::string_view text, int depth);

/// A span that begins at `at`: its HTML, and `at` moved behind it.
std::optional<std::string> between(std::string_view text, std::size_t& at, std::string_view mark, std::string_view tag,
                                   int depth) {
  if (text.substr(at, mark.size()) != mark) return std::nullopt;
  const auto begin = at + mark.size();
  const auto end = text.find(mark, begin);
  if (end == std::string_view::npos || end == begin) return std::nullopt;
  const auto inner = text.substr(begin, end - begin);
  if (inner.front() == ' ' || inner.back() == ' ') return std::nullopt;
  at = end + mark.size();
  const std::string name(tag);
  return "<" + name + ">" + (tag == "code" ? escaped(inner) : spans(inner, depth + 1)) + "</" + name + ">";
}

std::optional<std::string> link_at(std::string_view text, std::size_t& at, int depth) {
  if (text[at] != '[') return std::nullopt;
  const auto middle = text.find("](", at);
  if (middle == std::string_view::npos || middle == at + 1) return std::nullopt;
  const auto end = text.find(')', middle);
  if (end == std::string_view::npos) return std::nullopt;
  const auto words = text.substr(at + 1, middle - at - 1);
  if (words.find_first_of("[]") != std::string_view::npos) return std::nullopt;
  const auto url = text.substr(middle + 2, end - middle - 2);
  at = end + 1;
  const auto inner = spans(words, depth + 1);
  if (!is_web_address(url)) return inner;
  return "<a href=\"" + escaped(url) + "\" rel=\"noreferrer\">" + inner + "</a>";
}

std::optional<std::string> span_at(std::string_view text, std::size_t& at, int depth) {
  if (auto code = between(text, at, "`", "code", depth)) return code;
  if (depth >= deepest) return std::nullopt;
  if (auto strong = between(text, at, "**", "strong", depth)) return strong;
  if (auto emphasis = between(text, at, "*", "em", depth)) return emphasis;
  return link_at(text, at, depth);
}

std::string spans(std::string_view text, int depth) {
  std::string all;
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (std::string_view("`*[").find(text[at]) == std::string_view::npos) {
      ++at;
      continue;
    }
    const auto begin = at;
    const auto span = span_at(text, at, depth);
    if (!span) {
      ++at;
      continue;
    }
    all += escaped(text.substr(plain, begin - plain)) + *span;
    plain = at;
  }
  return all + escaped(text.substr(plain));
}

/// How many characters begin an entry of a list; 0 where the line is none.
std::size_t bullet(std::string_view line) { return line.starts_with("- ") || line.starts_with("* ") ? 2 : 0; }

std::size_t number(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && digits < 4 && std::isdigit(static_cast<unsigned char>(line[digits])) != 0) ++digits;
  return digits > 0 && line.substr(digits, 2) == ". " ? digits + 2 : 0;
}

class Blocks {
 public:
  void add(std::string_view line) {
    const auto trimmed = trim(line);
    if (trimmed.empty()) return close();
    const auto listed = bullet(trimmed) > 0 ? "ul" : number(trimmed) > 0 ? "ol" : "";
    if (*listed == '\0') {
      text_ += (text_.empty() ? "" : "\n") + std::string(trimmed);
      return;
    }
    if (list_ != listed) {
      close();
      list_ = listed;
    } else {
      close_entry();
    }
    text_ = trimmed.substr(bullet(trimmed) + number(trimmed));
  }

  std::string finished() {
    close();
    return std::move(all_);
  }

 private:
  static std::string_view trim(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
  }

  void close_entry() {
    if (!text_.empty()) entries_ += "<li>" + spans(text_, 0) + "</li>\n";
    text_.clear();
  }

  void close() {
    if (list_.empty()) {
      if (!text_.empty()) all_ += "<p>" + spans(text_, 0) + "</p>\n";
    } else {
      close_entry();
      all_ += "<" + list_ + ">\n" + entries_ + "</" + list_ + ">\n";
    }
    text_.clear();
    entries_.clear();
    list_.clear();
  }

  std::string all_;
  std::string list_;
  std::string entries_;
  std::string text_;
};

}  // namespace

std::string note(std::string_view markdown) {
  Blocks blocks;
  while (!markdown.empty()) {
    const auto end = markdown.find('\n');
    blocks.add(markdown.substr(0, end));
    markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 1);
  }
  return blocks.finished();
}

}  // namespace inforce::html
