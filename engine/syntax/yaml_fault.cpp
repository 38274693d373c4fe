#include "engine/syntax/yaml_fault.h"

#include <algorithm>

#include "engine/diagnostics/report.h"

namespace inforce::syntax {
namespace {

using std::string_view;

constexpr string_view quote_it = "put the value in quotes";

Span span(const Fault& fault, std::size_t begin, std::size_t end) {
  const auto size = fault.text.size();
  return {fault.file, static_cast<std::uint32_t>(std::min(begin, size)),
          static_cast<std::uint32_t>(std::min(end, size))};
}

std::size_t begin_of_line(string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).rfind('\n');
  return before == string_view::npos ? 0 : before + 1;
}

std::size_t end_of_line(string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

// One character, whole.
std::size_t past_character(string_view text, std::size_t at) {
  std::size_t end = std::min(at + 1, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end;
}

// The words of a line, without comment, colon and what follows it.
Extent first_words(string_view text, std::size_t line) {
  const std::size_t begin = skip_blanks(text, line);
  std::size_t end = end_of_line(text, begin);
  const string_view words = text.substr(begin, end - begin);
  end = begin + std::min({words.find(": "), words.find(" #"), words.size()});
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == ':')) --end;
  return {begin, end};
}

std::string in_ticks(const Fault& fault, Extent where) {
  constexpr std::size_t longest = 60;
  std::size_t end = where.end;
  if (end - where.begin > longest) {
    end = where.begin + longest;
    while ((static_cast<unsigned char>(fault.text[end]) & 0xC0U) == 0x80U) --end;
  }
  return "`" + std::string(fault.text.substr(where.begin, end - where.begin)) + (end < where.end ? "…`" : "`");
}

std::optional<Diagnostic> tab_before(const Fault& fault) {
  const std::size_t line = begin_of_line(fault.text, fault.at);
  const std::size_t end = std::min(fault.text.find_first_not_of(" \t", line), fault.text.size());
  const std::size_t tab = fault.text.substr(0, end).find('\t', line);
  if (tab == string_view::npos) return std::nullopt;
  return diagnostics::make(codes::bad_yaml, "a tab in the indentation", span(fault, tab, tab + 1),
                           "indent with blanks");
}

// The quoted text most likely left open: the first that runs over a line's end, from the last scalar on.
Diagnostic unclosed_quote(const Fault& fault) {
  const string_view text = fault.text;
  std::size_t at = fault.last ? fault.last->begin : 0;
  std::size_t opening = fault.at;
  while (at < text.size()) {
    const bool starts = at == 0 || string_view(" \t\r\n[{,:").find(text[at - 1]) != string_view::npos;
    if (starts && text[at] == '#') {
      at = end_of_line(text, at);
    } else if (starts && (text[at] == '"' || text[at] == '\'')) {
      opening = at;
      const std::size_t end = end_of_quoted(text, at);
      if (end > end_of_line(text, at)) break;
      at = end;
    } else {
      ++at;
    }
  }
  const char quote = char_at(text, opening);
  return diagnostics::make(codes::unclosed_quote, "quoted text is not closed", span(fault, opening, opening + 1),
                           std::string("end it with `") + (quote == '\'' ? '\'' : '"') + "`");
}

Diagnostic open_bracket(const Fault& fault) {
  const std::size_t at = fault.open.value_or(fault.at);
  const char bracket = char_at(fault.text, at);
  const std::string closing = bracket == '{' ? "`}`" : "`]`";
  return diagnostics::make(codes::bad_yaml, in_ticks(fault, {at, past_character(fault.text, at)}) + " is not closed",
                           span(fault, at, at + 1), "a " + closing + " or a `,` is missing");
}

Diagnostic after_quote(const Fault& fault) {
  const Extent quoted = *fault.last;
  const bool one_line = end_of_line(fault.text, quoted.begin) >= quoted.end;
  if (!one_line) {
    return diagnostics::make(codes::unclosed_quote, "quoted text is not closed on its line",
                             span(fault, quoted.begin, end_of_line(fault.text, quoted.begin)));
  }
  const bool single = fault.text[quoted.begin] == '\'';
  return diagnostics::make(
      codes::bad_yaml, "text after the closing quote", span(fault, fault.at, end_of_line(fault.text, fault.at)),
      single ? "within single quotes a `'` is written twice" : "within double quotes a `\"` is written `\\\"`");
}

Diagnostic end_of_map(const Fault& fault) {
  const string_view text = fault.text;
  const bool after_quoted = fault.last && (text[fault.last->begin] == '"' || text[fault.last->begin] == '\'') &&
                            skip_blanks(text, fault.last->end) == fault.at && end_of_line(text, fault.at) > fault.at;
  if (after_quoted) return after_quote(fault);
  if (fault.open && (text[*fault.open] == '{' || text[*fault.open] == '[')) return open_bracket(fault);
  Extent words = first_words(text, begin_of_line(text, fault.at));
  if (words.begin == words.end) words = {fault.at, past_character(text, fault.at)};
  const bool item = text.substr(words.begin).starts_with("- ");
  return diagnostics::make(
      codes::bad_yaml,
      item ? "a list item where a key is expected" : in_ticks(fault, words) + " does not fit the lines above",
      item ? span(fault, words.begin, words.begin + 1) : span(fault, words.begin, words.end),
      "what belongs together is indented alike");
}

Diagnostic stray_colon(const Fault& fault) {
  const string_view text = fault.text;
  const std::size_t line = begin_of_line(text, fault.at);
  const Extent words = first_words(text, line);
  const bool same_line = fault.last && fault.last->end > line && fault.last->begin >= line;
  if (same_line && words.end < fault.at) {
    return diagnostics::make(codes::bad_yaml, "a second `:` on one line", span(fault, fault.at, fault.at + 1),
                             std::string(quote_it));
  }
  const std::size_t above = line == 0 ? 0 : begin_of_line(text, line - 1);
  const Extent lonely = first_words(text, above);
  const bool part_of_last = fault.last && fault.last->end > lonely.begin;
  if (line > 0 && !part_of_last && lonely.end > lonely.begin) {
    return diagnostics::make(codes::bad_yaml, in_ticks(fault, lonely) + " has no `:`",
                             span(fault, lonely.begin, lonely.end), "a key is followed by `: ` and its value");
  }
  return diagnostics::make(codes::bad_yaml, in_ticks(fault, words) + " is indented deeper than a key that has a value",
                           span(fault, words.begin, words.end), "what belongs together is indented alike");
}

Diagnostic stray_character(const Fault& fault, string_view message, string_view help) {
  const Extent where{fault.at, past_character(fault.text, fault.at)};
  return diagnostics::make(codes::bad_yaml, in_ticks(fault, where) + std::string(message),
                           span(fault, where.begin, where.end), std::string(help));
}

Diagnostic bad_escape(const Fault& fault) {
  const std::size_t line = begin_of_line(fault.text, fault.at);
  std::size_t begin = fault.text.rfind('\\', fault.at == 0 ? 0 : fault.at - 1);
  if (begin == string_view::npos || begin < line) begin = line;
  if (begin > line && fault.text[begin - 1] == '\\' && char_at(fault.text, begin + 1) == '"') --begin;
  const Extent where{begin, std::max(fault.at, past_character(fault.text, begin + 1))};
  return diagnostics::make(codes::bad_yaml, in_ticks(fault, where) + " is no escape that YAML knows",
                           span(fault, where.begin, where.end), "within single quotes a `\\` stands for itself");
}

Diagnostic word_at(const Fault& fault, Code code, std::string message, std::string help) {
  const std::size_t end = std::max(end_of_word(fault.text, fault.at), past_character(fault.text, fault.at));
  return diagnostics::make(code, std::move(message), span(fault, fault.at, end), std::move(help));
}

Diagnostic other(const Fault& fault) {
  const auto says = [&](string_view words) { return fault.reason.find(words) != string_view::npos; };
  if (says("anchor") || says("alias")) {
    return word_at(fault, codes::anchor_or_alias, "anchors and aliases are not read", "write out what is meant");
  }
  if (says("tag")) return word_at(fault, codes::tag, "YAML tags are not read", "remove the tag");
  if (says("directive") || says("version")) {
    return word_at(fault, codes::bad_yaml, "a YAML directive that is not known", "remove the line");
  }
  if (says("block scalar")) {
    Fault head = fault;
    const std::size_t mark = fault.text.substr(0, fault.at).find_last_of("|>");
    if (mark != string_view::npos && mark >= begin_of_line(fault.text, fault.at)) head.at = mark;
    return word_at(head, codes::bad_yaml, "the head of a block text is not understood",
                   "write `|` or `>`, and the text in the lines below, indented");
  }
  return word_at(fault, codes::bad_yaml, "YAML cannot be read here", {});
}

}  // namespace

Diagnostic explain_fault(const Fault& fault) {
  const auto says = [&](string_view words) { return fault.reason.find(words) != string_view::npos; };
  if (says("in scalar") && !says("illegal character")) return unclosed_quote(fault);
  if (says("escape character") || says("hex number") || says("invalid unicode")) return bad_escape(fault);
  if (auto tab = tab_before(fault)) return *std::move(tab);
  if (says("flow not found")) return open_bracket(fault);
  if (says("illegal flow end"))
    return stray_character(fault, " closes nothing", "put the value in quotes, or remove it");
  if (says("illegal block entry"))
    return stray_character(fault, " cannot begin a list item here",
                           "begin the list on a line of its own, or put the value in quotes");
  if (says("unknown token")) return stray_character(fault, " cannot begin a value", quote_it);
  if (says("illegal map value")) return stray_colon(fault);
  if (says("illegal map key")) return stray_character(fault, " cannot begin a key here", quote_it);
  if (says("end of map") || says("end of sequence")) return end_of_map(fault);
  return other(fault);
}

}  // namespace inforce::syntax
