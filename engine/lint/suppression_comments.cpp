#include "engine/lint/suppression_comments.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/calendar/day.h"
#include "engine/diagnostics/report.h"
#include "engine/lint/selection.h"
#include "engine/syntax/comments.h"
#include "engine/syntax/yaml.h"

namespace inforce::lint {
namespace {

constexpr std::string_view form = "`# inforce: ignore[IF804] reason: why it is right as it is`";
constexpr std::string_view blanks = " \t";

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lowered(b); });
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Without what may end a sentence or a remark in parentheses.
std::string_view without_stop(std::string_view text) {
  while (!text.empty() && std::string_view(".,;)").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

// The part of a comment that speaks to us: from the `#` before `inforce:` to the next ` # `, or to the end. Nothing
// where there is none. A comment may say other things before and after.
std::optional<Span> directive_in(std::string_view comment, Span where) {
  for (std::size_t at = comment.find('#'); at < comment.size(); at = comment.find('#', at + 1)) {
    if (!begins_with(trimmed(comment.substr(at + 1)), "inforce:")) continue;
    const std::size_t next = std::min(comment.find(" # ", at), comment.size());
    const std::size_t end = comment.find_last_not_of(blanks, next - 1) + 1;
    return Span{where.file, where.begin + static_cast<std::uint32_t>(at),
                where.begin + static_cast<std::uint32_t>(end)};
  }
  return std::nullopt;
}

// Reads one comment from left to right. `at_` never passes its end.
class Reader {
 public:
  Reader(const Sources& sources, Span comment, std::vector<Diagnostic>& found)
      : text_(sources.text(comment)), comment_(comment), found_(found) {}

  // Nothing where the comment means something else, or is not understood, which has been said.
  std::optional<Suppression> read() {
    at_ = text_.find(':') + 1;
    skip_blanks();
    const std::size_t begin = at_;
    if (!read_verb() || !read_list() || !read_until(begin) || !read_reason(begin)) return std::nullopt;
    one_.span = comment_;
    return std::move(one_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {comment_.file, comment_.begin + static_cast<std::uint32_t>(begin),
            comment_.begin + static_cast<std::uint32_t>(end)};
  }
  [[nodiscard]] Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    return span(begin, begin + part.size());
  }
  void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }
  [[nodiscard]] std::string_view word_here() const { return rest().substr(0, rest().find_first_of(" \t,[]:")); }

  bool say(Code code, std::string message, Span where, std::string help = std::string(form)) {
    found_.push_back(diagnostics::make(code, std::move(message), where, "write " + std::move(help)));
    return false;
  }

  // A word that is not `ignore` is prose, unless it looks like a slip or takes a list.
  bool read_verb() {
    static constexpr std::array<std::string_view, 1> verbs{"ignore"};
    const std::string_view word = word_here();
    at_ += word.size();
    if (word.size() == 6 && begins_with(word, "ignore")) return true;
    const bool meant = !word.empty() && (rest().starts_with('[') || !diagnostics::nearest(word, verbs).empty());
    if (meant) say(codes::bad_suppression, "a comment cannot ask for `" + std::string(word) + "`", span_of(word));
    return false;
  }

  bool read_list() {
    const Span verb = span(at_ - 6, at_);
    skip_blanks();
    if (!rest().starts_with('[')) {
      const std::string_view word = word_here();
      const bool code = find_code(word).has_value();
      if (code) return say(codes::bad_suppression, "`" + std::string(word) + "` has no brackets", span_of(word));
      return say(codes::blanket_suppression, "the comment names no code to suppress", verb);
    }
    const std::size_t begin = ++at_;
    const std::size_t end = text_.find(']', begin);
    if (end == std::string_view::npos) {
      return say(codes::bad_suppression, "`[` is not closed", span(begin - 1, begin));
    }
    one_.list = span(begin, end);
    read_codes(text_.substr(begin, end - begin));
    at_ = end + 1;
    if (one_.codes.empty()) return say(codes::blanket_suppression, "the comment names no code to suppress", verb);
    return true;
  }

  void read_codes(std::string_view list) {
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      const std::string_view word = trimmed(list.substr(0, comma));
      if (!word.empty()) one_.codes.push_back({span_of(word), code_meant(word)});
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  }

  std::optional<Code> code_meant(std::string_view word) {
    const std::string seen = "`" + std::string(word) + "`";
    const auto info = find_code(word);
    if (!info && (word == "*" || !fault_in_codes(word, false))) {
      say(codes::blanket_suppression, seen + " stands for many codes", span_of(word), "out each code that is meant");
      return std::nullopt;
    }
    if (!info) {
      found_.push_back(diagnostics::make(codes::suppression_of_unknown_code, "no diagnostic has the code " + seen,
                                         span_of(word), nearest_code(word)));
      return std::nullopt;
    }
    if (!always_counts(info->code) && !is_of_suppressions(info->code)) return info->code;
    found_.push_back(
        diagnostics::make(codes::suppression_of_error,
                          seen + (always_counts(info->code) ? " is an error" : " is about what is suppressed") +
                              ", and cannot be suppressed by a comment",
                          span_of(word), "mend what it says, and remove the code here"));
    return std::nullopt;
  }

  static bool is_of_suppressions(Code code) { return code.number >= 860 && code.number < 870; }

  bool read_until(std::size_t begin) {
    skip_blanks();
    if (!begins_with(rest(), "until")) return true;
    const std::string_view until = word_here();
    at_ += until.size();
    skip_blanks();
    const std::string_view day = rest().substr(0, rest().find_first_of(blanks));
    one_.until = until.size() == 5 ? calendar::read_day(day) : std::nullopt;
    if (!one_.until) {
      const Span where = day.empty() ? span(begin, text_.size()) : span_of(day);
      return say(codes::bad_suppression, "`until` is followed by no day", where, "a day such as `until 2026-12-31`");
    }
    one_.until_span = span_of(day);
    at_ += day.size();
    skip_blanks();
    return true;
  }

  bool read_reason(std::size_t begin) {
    if (rest().empty()) return say(codes::suppression_without_reason, "no reason is given", span(begin, text_.size()));
    if (!begins_with(rest(), "reason:")) {
      return say(codes::bad_suppression, "text where `until` or `reason:` is expected", span_of(trimmed(rest())));
    }
    const Span head = span(at_, at_ + 7);
    const std::string_view reason = trimmed(rest().substr(7));
    if (reason.empty()) return say(codes::suppression_without_reason, "no reason is given", head);
    const std::size_t until = reason.rfind("until ");
    if (until < reason.size() && calendar::read_day(without_stop(trimmed(reason.substr(until + 6))))) {
      return say(codes::bad_suppression, "an end that stands in the reason ends nothing", span_of(reason.substr(until)),
                 "`until` before `reason:`");
    }
    one_.reason = reason;
    return true;
  }

  std::string_view text_;
  Span comment_;
  std::vector<Diagnostic>& found_;
  std::size_t at_ = 0;
  Suppression one_;
};

// What goes with a directive: its line, where nothing else stands there; else the blanks before it, or where it begins
// the line, those after it.
Span deletion_of(std::string_view text, Span directive, const syntax::Comment& comment) {
  Span gone = directive;
  const bool begins = comment.alone && directive.begin == comment.span.begin;
  if (begins && directive.end != comment.span.end) {
    while (gone.end < text.size() && blanks.find(text[gone.end]) != std::string_view::npos) ++gone.end;
    return gone;
  }
  while (gone.begin > 0 && blanks.find(text[gone.begin - 1]) != std::string_view::npos) --gone.begin;
  if (begins) {
    if (gone.end < text.size() && text[gone.end] == '\r') ++gone.end;
    if (gone.end < text.size() && text[gone.end] == '\n') ++gone.end;
  }
  return gone;
}

// The line of which the first of these comments speaks: its own, or the first below it that is no comment.
std::uint32_t line_meant(const Sources& sources, std::span<const syntax::Comment> comments) {
  std::uint32_t line = sources.begin_of(comments.front().span).line;
  if (!comments.front().alone) return line;
  for (const syntax::Comment& each : comments) {
    if (!each.alone || sources.begin_of(each.span).line != line) break;
    ++line;
  }
  return line;
}

// Cheap, and true of every file with such a comment: most files have none, and are not parsed for them again.
bool may_suppress(std::string_view text) {
  for (std::size_t at = text.find('#'); at < text.size(); at = text.find('#', at + 1)) {
    const std::size_t word = std::min(text.find_first_not_of(blanks, at + 1), text.size());
    if (begins_with(text.substr(word), "inforce:")) return true;
  }
  return false;
}

}  // namespace

std::vector<Suppression> read_suppressions(const Sources& sources, FileId file, std::vector<Diagnostic>& found) {
  const std::string_view text = sources.text(file);
  if (!may_suppress(text)) return {};
  std::vector<Diagnostic> said_already;
  const auto root = syntax::parse_yaml(sources, file, said_already);
  if (!root) return {};
  std::vector<Suppression> all;
  const auto comments = syntax::comments(sources, file, *root);
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const auto directive = directive_in(sources.text(comments[i].span), comments[i].span);
    if (!directive) continue;
    auto one = Reader(sources, *directive, found).read();
    if (!one) continue;
    one->deletion = deletion_of(text, *directive, comments[i]);
    one->line = line_meant(sources, std::span(comments).subspan(i));
    all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace inforce::lint
