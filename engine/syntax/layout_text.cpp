#include "engine/syntax/layout_text.h"

#include <algorithm>
#include <array>

#include "engine/syntax/scalar_span.h"

namespace inforce::syntax {
namespace {

using std::string_view;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words that some readers of YAML take for no text.
bool means_something_else(string_view value) {
  static constexpr std::array<string_view, 9> words{"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
  std::string low(value);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(words.begin(), words.end(), low) != words.end();
}

// Whether every reader of YAML takes `value` for the same text without quotes, within brackets and outside of them.
// Where that is doubtful, whoever wrote quotes had a reason.
bool plain_anywhere(string_view value) {
  if (value.empty() || !is_letter(value.front()) || value.back() == ' ' || means_something_else(value)) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c == 0xE2 || c == 0xC2) return false;  // Among them are breaks and blanks of some readers.
    if (c < 0x80 && !is_letter(value[i]) && !is_digit(value[i]) &&
        string_view(" -_./()'%&+;!=*").find(value[i]) == string_view::npos)
      return false;
  }
  return true;
}

bool simple_in_double_quotes(string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    return c == '"' || c == '\\' || (static_cast<unsigned char>(c) < 0x20) || c == 0x7F;
  });
}

std::string in_double_quotes(string_view value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '\n') {
      text += "\\n";
    } else if (c == '\t') {
      text += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      static constexpr string_view digits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      text.append("\\x").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
    } else {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text + '"';
}

bool is_blank_line(string_view line) { return line.find_first_not_of(' ') == string_view::npos; }

// The lines of a block scalar without what does not belong to its value; blank ones at its end left out. Gives the
// end of the last of them.
std::size_t take_lines(string_view text, const BlockLines& block, std::vector<std::string>& lines) {
  std::size_t kept = 0;
  std::size_t end = block.extent.begin;
  bool all_blank = true;
  for (std::size_t at = block.extent.begin; at < block.extent.end; at = line_end(text, at) + 1) {
    string_view line = text.substr(at, line_end(text, at) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line.substr(std::min(block.indent, line.size())));
    if (lines.back().empty()) continue;
    kept = lines.size();
    end = std::min(line_end(text, at) + 1, text.size());
    all_blank = all_blank && is_blank_line(lines.back());
  }
  lines.resize(all_blank ? 0 : kept);
  return all_blank ? block.extent.begin : end;
}

bool too_long(const std::vector<std::string>& lines, std::size_t width) {
  return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return width_of(line) > width; });
}

// `|` or `>`, the indentation where the first line would hide it, and what becomes of the breaks at the end.
std::string head_of(string_view written, const std::vector<std::string>& lines, string_view value) {
  std::string head(1, written.front());
  const auto first = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return !is_blank_line(line); });
  const bool hidden = std::any_of(lines.begin(), first == lines.end() ? first : first + 1,
                                  [](const auto& line) { return line.starts_with(' '); });
  if (hidden) head += '2';
  const bool breaks = value.empty() || value.ends_with('\n');
  if (breaks && written.find('+') != string_view::npos) return head + '+';
  if (!breaks || written.find('-') != string_view::npos) return head + '-';
  return head;
}

}  // namespace

std::size_t width_of(string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string on_one_line(const Node& node, string_view text) {
  const string_view raw = text.substr(node.span.begin, node.span.end - node.span.begin);
  const bool broken = raw.find('\n') != string_view::npos;
  if (node.quoted && plain_anywhere(node.text)) return node.text;
  if (!broken) {
    const bool doubled = raw.starts_with('\'') && simple_in_double_quotes(node.text);
    return doubled ? in_double_quotes(node.text) : std::string(raw);
  }
  const bool stays_plain = !node.quoted && node.text.find('\n') == string_view::npos;
  return stays_plain ? node.text : in_double_quotes(node.text);
}

bool can_fold(string_view value) {
  if (value.empty() || value.front() == ' ' || value.front() == '\n' || value.back() == ' ' || value.back() == '\n') {
    return false;
  }
  const auto has = [&](string_view what) { return value.find(what) != string_view::npos; };
  return !has("\t") && !has("\r") && !has(" \n") && !has("\n ") && !has("\x7F");
}

/// The end of the word at `at`: breaks stand for single blanks only.
std::size_t word_end(string_view value, std::size_t at) {
  std::size_t end = at;
  while (end < value.size() && value[end] != '\n') {
    if (value[end] != ' ') {
      ++end;
    } else if (value[end + 1] == ' ') {
      end = std::min(value.find_first_not_of(' ', end), value.size());
    } else {
      break;
    }
  }
  return end;
}

std::vector<std::string> folded(string_view value, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < value.size();) {
    if (value[at] == '\n') {
      lines.insert(lines.end(), at > 0 && value[at - 1] == '\n' ? 1 : 2, std::string());
      ++at;
      continue;
    }
    const std::size_t end = word_end(value, at);
    const string_view word = value.substr(at, end - at);
    if (!lines.back().empty() && width_of(lines.back()) + 1 + width_of(word) > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + std::string(word);
    at = char_at(value, end) == ' ' ? end + 1 : end;
  }
  return lines;
}

BlockText block_text(const Node& node, string_view text, std::ptrdiff_t holder, std::size_t width) {
  const Extent head{node.span.begin, node.span.end};
  const string_view written = text.substr(head.begin, head.end - head.begin);
  const BlockLines block = block_lines(text, head, holder);
  BlockText out;
  out.end = std::max(take_lines(text, block, out.lines), head.end);
  string_view value = node.text;
  if (value.ends_with('\n')) value.remove_suffix(1);
  if (written.front() == '>' && too_long(out.lines, width) && can_fold(value)) out.lines = folded(value, width);
  out.head = head_of(written, out.lines, node.text);
  if (out.head.ends_with('+')) {
    const std::size_t last = node.text.find_last_not_of('\n');
    const std::size_t breaks = node.text.size() - (last == std::string::npos ? 0 : last + 1);
    out.lines.insert(out.lines.end(), out.lines.empty() || breaks == 0 ? breaks : breaks - 1, std::string());
    out.end = std::max(block.extent.end, head.end);
  }
  return out;
}

}  // namespace inforce::syntax
