// The grammar of conditions. Semantic actions build the tree on a stack, so that no attribute of X3 is needed; every
// choice is made by the next word, so that no action is ever taken back.
#include <functional>
#include <utility>

#include <boost/spirit/home/x3.hpp>

#include "engine/diagnostics/report.h"
#include "engine/syntax/condition.h"
#include "engine/syntax/condition_words.h"

namespace inforce::syntax {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = std::string_view::const_iterator;

constexpr std::size_t longest = 4096;
constexpr int deepest = 64;

struct TooDeep {
  Iterator at;
};

/// What the actions work on.
struct Builder {
  Iterator begin;
  Span where;
  std::vector<Condition> stack{};
  std::vector<std::size_t> marks{};
  std::vector<Iterator> starts{};

  [[nodiscard]] Span span(Iterator first, Iterator last) const {
    return {where.file, where.begin + static_cast<std::uint32_t>(first - begin),
            where.begin + static_cast<std::uint32_t>(last - begin)};
  }

  /// The conditions since the last mark become one; those of the same operator are taken in.
  void join(Operator op) {
    const auto first = stack.begin() + static_cast<std::ptrdiff_t>(marks.back());
    marks.pop_back();
    if (stack.end() - first < 2) return;
    Condition joined;
    joined.op = op;
    joined.span = {first->span.file, first->span.begin, stack.back().span.end};
    for (auto each = first; each != stack.end(); ++each) {
      if (each->op == op) {
        std::move(each->operands.begin(), each->operands.end(), std::back_inserter(joined.operands));
      } else {
        joined.operands.push_back(std::move(*each));
      }
    }
    stack.erase(first, stack.end());
    stack.push_back(std::move(joined));
  }

  void negate_last(Iterator start) {
    Condition negated;
    negated.op = Operator::negate;
    negated.span = stack.back().span;
    negated.span.begin = span(start, start).begin;
    negated.operands.push_back(std::move(stack.back()));
    stack.back() = std::move(negated);
  }
};

struct builder_tag;
struct depth_tag;

/// Lets its subject nest only so deep.
template <class Subject>
struct Bounded : x3::unary_parser<Subject, Bounded<Subject>> {
  using base_type = x3::unary_parser<Subject, Bounded<Subject>>;
  static bool const is_pass_through_unary = true;
  explicit constexpr Bounded(const Subject& inner_parser) : base_type(inner_parser) {}

  template <class It, class Context, class RuleContext, class Attribute>
  bool parse(It& first, const It& last, const Context& context, RuleContext& rule, Attribute& attribute) const {
    int& depth = x3::get<depth_tag>(context);
    if (++depth > deepest + 1) throw TooDeep{first};
    const bool parsed = this->subject.parse(first, last, context, rule, attribute);
    --depth;
    return parsed;
  }
};
template <class Subject>
constexpr auto bounded(const Subject& subject) {
  return Bounded<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
}

Builder& builder_of(const auto& context) { return x3::get<builder_tag>(context); }

const auto mark = [](auto& context) { builder_of(context).marks.push_back(builder_of(context).stack.size()); };
const auto join_all = [](auto& context) { builder_of(context).join(Operator::all_of); };
const auto join_any = [](auto& context) { builder_of(context).join(Operator::any_of); };
const auto begin_attribute = [](auto& context) {
  Builder& builder = builder_of(context);
  const auto& word = x3::_attr(context);
  Condition condition;
  condition.attribute = std::string(word.begin(), word.end());
  condition.attribute_span = condition.span = builder.span(word.begin(), word.end());
  builder.stack.push_back(std::move(condition));
};
const auto add_value = [](auto& context) {
  Builder& builder = builder_of(context);
  const auto& raw = x3::_attr(context);
  const bool in_quotes = *raw.begin() == '"' || *raw.begin() == '\'';
  Condition& condition = builder.stack.back();
  condition.values.emplace_back(raw.begin() + (in_quotes ? 1 : 0), raw.end() - (in_quotes ? 1 : 0));
  condition.value_spans.push_back(builder.span(raw.begin(), raw.end()));
  condition.span.end = condition.value_spans.back().end;
};
const auto close_list = [](auto& context) {
  Builder& builder = builder_of(context);
  builder.stack.back().span.end = builder.span(x3::_attr(context).begin(), x3::_attr(context).end()).end;
};
const auto begin_not = [](auto& context) { builder_of(context).starts.push_back(x3::_attr(context).begin()); };
const auto end_not = [](auto& context) {
  Builder& builder = builder_of(context);
  builder.negate_last(builder.starts.back());
  builder.starts.pop_back();
};
const auto begin_not_in = [](auto& context) {
  Builder& builder = builder_of(context);
  builder.starts.push_back(builder.begin + (builder.stack.back().span.begin - builder.where.begin));
};
auto set(Operator op) {
  return [op](auto& context) { builder_of(context).stack.back().op = op; };
}

// Not x3::blank, which must not see a byte beyond ASCII.
const auto skipped = x3::lit(' ') | x3::lit('\t');
const auto word_char = x3::char_("A-Za-z0-9._:/+") | x3::char_('-');
auto keyword(const char* word) { return x3::lexeme[x3::lit(word) >> !word_char]; }
const auto reserved = x3::lexeme[(x3::lit("and") | "or" | "not" | "in" | "under" | "group") >> !word_char];

// A rule's name is what the reader is told to write.
const x3::rule<struct condition_id> condition{"a condition"};
const x3::rule<struct all_id> all{"a comparison"};
const x3::rule<struct operand_id> operand{"a comparison"};
const x3::rule<struct comparison_id> comparison{"a comparison"};
const x3::rule<struct inner_id> inner{"a comparison"};
const x3::rule<struct test_id> test{"an operator such as `=` or `in`"};
const x3::rule<struct membership_id> membership{"`in`"};
const x3::rule<struct list_id> list{"`(` or `group(`"};
const x3::rule<struct value_id> value{"a value"};
const x3::rule<struct open_id> open{"`(`"};
const x3::rule<struct close_id> close{"`,` or `)`"};
const x3::rule<struct shut_id> shut{"`and`, `or` or `)`"};
const x3::rule<struct end_id> group_end{"`)`"};

const auto value_def = (!reserved >> x3::raw[x3::lexeme[+word_char]][add_value]) |
                       x3::raw[x3::lexeme['"' >> +(x3::char_ - '"') >> '"']][add_value] |
                       x3::raw[x3::lexeme['\'' >> +(x3::char_ - '\'') >> '\'']][add_value];
const auto open_def = x3::lit('(');
const auto close_def = x3::raw[x3::lit(')')][close_list];
const auto group_end_def = x3::raw[x3::lit(')')][close_list];
const auto shut_def = x3::lit(')');
const auto list_def = (keyword("group") >> x3::eps[set(Operator::in_group)] > open > value > group_end) |
                      ((((x3::lit('(') >> x3::eps[set(Operator::in)]) > value) >> *(x3::lit(',') > value)) > close);
const auto membership_def = keyword("in") > list;
const auto test_def = ((x3::lit("<=") >> x3::eps[set(Operator::at_most)]) > value) |
                      ((x3::lit(">=") >> x3::eps[set(Operator::at_least)]) > value) |
                      ((x3::lit("!=") >> x3::eps[set(Operator::unequal)]) > value) |
                      ((x3::lit('=') >> !x3::lit('=') >> x3::eps[set(Operator::equal)]) > value) |
                      ((x3::lit('<') >> x3::eps[set(Operator::less)]) > value) |
                      ((x3::lit('>') >> x3::eps[set(Operator::greater)]) > value) | membership |
                      ((keyword("under") >> x3::eps[set(Operator::under)]) > value) |
                      (((keyword("not") >> x3::eps[begin_not_in]) > membership) >> x3::eps[end_not]);
const auto attribute =
    !reserved >> x3::raw[x3::lexeme[x3::char_('a', 'z') >> *x3::char_("a-z0-9_") >> !word_char]][begin_attribute];
const auto comparison_def = attribute > test;
const auto inner_def = condition;
const auto operand_def = bounded(((x3::raw[keyword("not")][begin_not] > operand) >> x3::eps[end_not]) |
                                 (x3::lit('(') > inner > shut) | comparison);
const auto all_def = x3::eps[mark] >> operand >> *(keyword("and") > operand) >> x3::eps[join_all];
const auto condition_def = x3::eps[mark] >> all >> *(keyword("or") > all) >> x3::eps[join_any];

BOOST_SPIRIT_DEFINE(condition, all, operand, comparison, inner, test, membership, list, value, open, close, shut,
                    group_end)

void report(const Builder& builder, std::string_view text, Iterator at, std::string wanted,
            std::vector<Diagnostic>& found) {
  constexpr std::string_view operators = "=<>!";
  while (at != text.end() && (*at == ' ' || *at == '\t')) ++at;
  const auto is_operator = [&](Iterator place) { return operators.find(*place) != std::string_view::npos; };
  while (at != text.end() && is_operator(at) && at != text.begin() && is_operator(at - 1)) {
    --at;
    wanted = test.name;
  }
  const auto offset = static_cast<std::size_t>(at - text.begin());
  if (offset == text.size()) {
    found.push_back(diagnostics::make(codes::bad_condition, "expected " + wanted + ", saw the end of the condition",
                                      builder.span(at, at)));
    return;
  }
  const std::string_view rest = text.substr(offset);
  const std::string_view seen = rest.substr(0, seen_length(rest));
  std::string help = remedy(seen, wanted);
  if (rest.front() == '"' || rest.front() == '\'') help = "the quoted value is not closed, or is empty";
  found.push_back(diagnostics::make(
      codes::bad_condition,
      "expected " + wanted + ", saw " + (seen == "\n" ? "a line break" : "`" + std::string(seen) + "`"),
      builder.span(at, at + static_cast<std::ptrdiff_t>(seen.size())), std::move(help)));
}

}  // namespace

std::optional<Condition> parse_condition(std::string_view text, Span where, std::vector<Diagnostic>& found) {
  if (text.size() > longest) {
    found.push_back(diagnostics::make(
        codes::condition_too_long,
        "the condition has " + std::to_string(text.size()) + " bytes, more than " + std::to_string(longest), where,
        "put long lists into a group"));
    return std::nullopt;
  }
  Builder builder{text.begin(), where};
  int depth = 0;
  Iterator at = text.begin();
  try {
    const auto grammar = x3::with<builder_tag>(builder)[x3::with<depth_tag>(depth)[condition]];
    if (!x3::phrase_parse(at, text.end(), grammar, skipped)) {
      report(builder, text, at, "a comparison", found);
    } else if (at != text.end()) {
      report(builder, text, at, "`and`, `or` or the end", found);
    } else {
      return std::move(builder.stack.back());
    }
  } catch (const x3::expectation_failure<Iterator>& failure) {
    report(builder, text, failure.where(), failure.which(), found);
  } catch (const TooDeep& failure) {
    Iterator where_deep = failure.at;
    while (where_deep != text.end() && (*where_deep == ' ' || *where_deep == '\t')) ++where_deep;
    found.push_back(diagnostics::make(codes::condition_too_long,
                                      "the condition is nested more than " + std::to_string(deepest) + " deep",
                                      builder.span(where_deep, where_deep)));
  }
  return std::nullopt;
}

}  // namespace inforce::syntax
