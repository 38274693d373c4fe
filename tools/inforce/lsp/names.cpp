#include "tools/inforce/lsp/names.h"

#include <algorithm>

#include "engine/check/decode.h"
#include "engine/syntax/condition.h"
#include "engine/syntax/date_grammar.h"

namespace inforce::lsp {

namespace {

/// A name within a text that stands in the file byte for byte.
Span part(Span whole, std::size_t begin, std::size_t length) {
  const auto first = whole.begin + static_cast<std::uint32_t>(begin);
  return {whole.file, first, first + static_cast<std::uint32_t>(length)};
}

Occurrence made(Kind kind, std::string id, Span span) { return {kind, std::move(id), span, false, nullptr, nullptr}; }

/// `group/member`; nothing where it is none.
std::vector<Occurrence> of_group(const std::string& text, Span span) {
  const auto slash = text.find('/');
  if (slash == std::string::npos || !check::is_id(std::string_view(text).substr(0, slash))) return {};
  return {made(Kind::measure, text.substr(0, slash), part(span, 0, slash)),
          made(Kind::member, text, part(span, slash + 1, text.size() - slash - 1))};
}

/// The last time that the name stands in the span is where it is: an event before its date, a calendar at the end.
void add_within(const Sources& texts, Kind kind, const std::string& id, Span span, std::vector<Occurrence>& found) {
  const auto at = texts.text(span).rfind(id);
  if (at != std::string_view::npos) found.push_back(made(kind, id, part(span, at, id.size())));
}

// Nesting is bounded where conditions are read.
void add_tests(const Sources& texts, const syntax::Condition& condition, std::vector<Occurrence>& found) {
  using syntax::Operator;
  if (!condition.attribute.empty()) {
    found.push_back(made(Kind::attribute, condition.attribute, condition.attribute_span));
  }
  const bool whole_values =
      condition.op == Operator::equal || condition.op == Operator::unequal || condition.op == Operator::in;
  for (std::size_t i = 0; i < condition.values.size(); ++i) {
    const auto& text = condition.values[i];
    const Span span = condition.value_spans[i];
    if (texts.text(span) != text) continue;
    if (condition.op == Operator::in_group) found.push_back(made(Kind::measure, text, span));
    if (!whole_values) continue;
    const auto names = names_in_value(text, span, condition.attribute);
    found.insert(found.end(), names.begin(), names.end());
  }
  for (const auto& operand : condition.operands) add_tests(texts, operand, found);
}

}  // namespace

std::vector<Occurrence> names_in_value(const std::string& text, Span span, const std::string& attribute) {
  auto found = of_group(text, span);
  if (found.empty()) found.push_back(made(Kind::value, attribute + "=" + text, span));
  return found;
}

std::vector<Occurrence> names_in_name(const syntax::Node& value, Kind kind) {
  if (!value.is_scalar() || !value.verbatim || value.text.empty()) return {};
  if (kind == Kind::measure) {
    auto found = of_group(value.text, value.content);
    if (!found.empty()) return found;
  }
  // An event may have a day that it is taken to be: `event=2027-01-01`.
  const auto length = kind == Kind::event ? std::min(value.text.find('='), value.text.size()) : value.text.size();
  return {made(kind, value.text.substr(0, length), part(value.content, 0, length))};
}

std::vector<Occurrence> names_in_date(const Sources& texts, const syntax::Node& value) {
  std::vector<Diagnostic> ignored;
  const auto read = value.verbatim ? syntax::parse_date(value.text, value.content, ignored) : std::nullopt;
  if (!read) return {};
  std::vector<Occurrence> found;
  const auto* reference = std::get_if<syntax::DateReference>(&read->anchor);
  if (reference != nullptr && !reference->event.empty()) {
    add_within(texts, Kind::event, reference->event, reference->span, found);
  }
  for (const auto& term : read->terms) {
    if (!term.calendar.empty()) add_within(texts, Kind::calendar, term.calendar, term.span, found);
  }
  return found;
}

std::vector<Occurrence> names_in_condition(const Sources& texts, const syntax::Node& value) {
  std::vector<Diagnostic> ignored;
  const auto read = value.verbatim ? syntax::parse_condition(value.text, value.content, ignored) : std::nullopt;
  std::vector<Occurrence> found;
  if (read) add_tests(texts, *read, found);
  return found;
}

}  // namespace inforce::lsp
