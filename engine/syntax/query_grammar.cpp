#include "engine/syntax/query_grammar.h"

#include <boost/spirit/home/x3.hpp>

#include "engine/diagnostics/report.h"

namespace inforce::syntax {

namespace x3 = boost::spirit::x3;

namespace {

constexpr std::size_t longest_question = 16384;

using Text = std::string_view::const_iterator;

/// What the semantic actions build.
class Builder {
 public:
  Builder(std::string_view text, Span where) : text_(text), where_(where) {}

  template <class Range>
  Phrase phrase(const Range& range) const {
    const auto begin = static_cast<std::uint32_t>(range.begin() - text_.begin());
    const auto end = static_cast<std::uint32_t>(range.end() - text_.begin());
    return {std::string(range.begin(), range.end()), span(begin, end)};
  }

  /// What stands within quotes, where it does.
  template <class Range>
  Phrase unquoted(const Range& range) const {
    auto all = phrase(range);
    if (all.text.front() == '"') all.text = all.text.substr(1, all.text.size() - 2);
    return all;
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {where_.file, where_.begin + static_cast<std::uint32_t>(begin),
            where_.begin + static_cast<std::uint32_t>(end)};
  }

  Question question;
  Phrase fact;
  bool facts_alone = false;

 private:
  std::string_view text_;
  Span where_;
};

// Not x3::graph, which must not see a byte beyond ASCII.
const auto graph = x3::char_("!-~");
auto keyword(const char* word) { return x3::lexeme[x3::lit(word) >> !graph]; }

const auto word_character = graph - x3::char_(",=\"");

/// A day or a moment: what lies in brackets may have blanks.
const auto date = x3::rule<struct DateTag>{"a day or moment"} =
    x3::lexeme[+(graph - '[') >> -('[' >> *(x3::char_ - ']') >> ']')];
const auto id = x3::rule<struct IdTag>{"an id"} = x3::lexeme[+word_character];
const auto fact_value = x3::rule<struct ValueTag>{"the value of the fact"} =
    x3::lexeme[('"' >> +(x3::char_ - '"') >> '"') | +(graph - x3::char_(",\""))];
/// Where nothing follows the facts, a value may have blanks without quotes.
const auto long_value = x3::rule<struct LongValueTag>{"the value of the fact"} =
    x3::lexeme[('"' >> +(x3::char_ - '"') >> '"') |
               (+(graph - x3::char_(",\"")) >> *(+x3::char_(" \t") >> +(graph - x3::char_(",\""))))];

bool parse(std::string_view text, Builder& build) {
  const auto verb = [&](auto& context) { build.question.verb = build.phrase(x3::_attr(context)); };
  const auto object = [&](auto& context) { build.question.objects.push_back(build.phrase(x3::_attr(context))); };
  const auto clause = [&](auto& context) {
    build.question.clauses.push_back({build.phrase(x3::_attr(context)), {}, {}, {}});
  };
  const auto assumed_on = [&](auto& context) { build.question.clauses.back().date = build.phrase(x3::_attr(context)); };
  const auto value = [&](auto& context) { build.question.clauses.back().value = build.phrase(x3::_attr(context)); };
  const auto name = [&](auto& context) { build.fact = build.phrase(x3::_attr(context)); };
  const auto fact = [&](auto& context) {
    build.question.clauses.back().facts.emplace_back(build.fact, build.unquoted(x3::_attr(context)));
  };
  const auto starts = [&](const char* word) { return x3::raw[keyword(word)][verb]; };
  const auto opens = [&](const char* word) { return x3::raw[keyword(word)][clause]; };

  // What stands after `>` is a named rule or a literal, so that its name says what was expected.
  const auto date_object = x3::rule<struct DateObject>{"a day or moment"} = x3::raw[date][object];
  const auto date_value = x3::rule<struct DateValue>{"a day or moment"} = x3::raw[date][value];
  const auto date_assumed = x3::rule<struct DateAssumed>{"a day or moment"} = x3::raw[date][assumed_on];
  const auto id_object = x3::rule<struct IdObject>{"an id"} = x3::raw[id][object];
  const auto id_value = x3::rule<struct IdGiven>{"an id"} = x3::raw[id][value];
  const auto official = x3::rule<struct Official>{"`official`"} = x3::raw[keyword("official")][value];
  const auto named = x3::rule<struct FactName>{"a fact such as name=value"} = x3::raw[id][name];
  const auto valued = x3::rule<struct FactValue>{"the value of the fact"} = x3::raw[fact_value][fact];
  const auto one_fact = x3::rule<struct OneFact>{"a fact such as name=value"} = (named > '=') > valued;
  const auto facts = x3::rule<struct AllFacts>{"a fact such as name=value"} = one_fact % ',';

  const auto clauses = ((opens("known") | opens("from") | opens("through") | opens("on")) > date_value) |
                       ((opens("authority") | opens("touching") | opens("without") | opens("jurisdiction") |
                         opens("regime")) > id_value) |
                       ((opens("assume") > id_value) >> -(x3::lit('=') > date_assumed)) |
                       (opens("evidence") > official) | (opens("with") > facts) | opens("all");
  const auto two_days = !(keyword("known") | keyword("on") | x3::eoi) >> (date_object > date_object);
  const auto question = (starts("on") > date_object) | ((starts("when") | starts("why")) > id_object) |
                        (starts("diff") >> -two_days) | starts("events") | starts("next") | starts("coverage") |
                        starts("conflicts");
  auto begin = text.begin();
  return x3::phrase_parse(begin, text.end(), question > *clauses > x3::eoi, x3::ascii::space);
}

bool parse_alone(std::string_view text, Builder& build) {
  const auto name = [&](auto& context) { build.fact = build.phrase(x3::_attr(context)); };
  const auto fact = [&](auto& context) {
    build.question.clauses.back().facts.emplace_back(build.fact, build.unquoted(x3::_attr(context)));
  };
  const auto named = x3::rule<struct LongName>{"a fact such as name=value"} = x3::raw[id][name];
  const auto valued = x3::rule<struct LongFactValue>{"the value of the fact"} = x3::raw[long_value][fact];
  const auto one_fact = x3::rule<struct LongFact>{"a fact such as name=value"} = (named > '=') > valued;
  auto begin = text.begin();
  return x3::phrase_parse(begin, text.end(), (one_fact % ',') > x3::eoi, x3::ascii::space);
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  const auto end = text.find_first_of(" \t\n,", at);
  return end == std::string_view::npos ? text.size() : std::max(end, std::min(at + 1, text.size()));
}

constexpr std::string_view verbs[] = {"conflicts", "coverage", "diff", "events", "next", "on", "when", "why"};
constexpr std::string_view clause_words[] = {"all", "assume", "authority", "evidence", "from", "jurisdiction", "known",
                                             "on",  "regime", "through",   "touching", "with", "without"};

Diagnostic unread(std::string_view text, std::size_t offset, const std::string& wanted, const Builder& build) {
  const auto begin = past_blanks(text, offset);
  const auto end = word_end(text, begin);
  const auto seen = text.substr(begin, end - begin);
  const auto at = build.span(begin, end);
  if (build.question.verb.text.empty() && seen.empty()) {
    return diagnostics::make(codes::bad_question, "the question is empty", at, "such as `on 2025-04-12`");
  }
  if (build.question.verb.text.empty()) {
    const auto near = diagnostics::did_you_mean(seen, verbs);
    const auto help =
        near.empty() ? "questions begin with `on`, `when`, `why`, `diff`, `events`, `next`, `coverage` or `conflicts`"
                     : near;
    return diagnostics::make(codes::bad_question, "no question begins with `" + std::string(seen) + "`", at, help);
  }
  if (wanted.empty()) {
    const auto help = diagnostics::did_you_mean(seen, clause_words);
    return diagnostics::make(codes::bad_question, "`" + std::string(seen) + "` is not understood here", at, help);
  }
  auto word = wanted;
  if (word.size() == 3 && word.front() == '\'') word.front() = word.back() = '`';
  if (build.facts_alone) {
    return diagnostics::make(codes::bad_question,
                             seen.empty() ? "expected " + word + ", but the facts end"
                                          : "expected " + word + ", but there stands `" + std::string(seen) + "`",
                             at, "write facts as `name=value,name=value`, and a value with a comma in double quotes");
  }
  const auto but = seen.empty() ? std::string("the question ends") : "there stands `" + std::string(seen) + "`";
  return diagnostics::make(codes::bad_question, "expected " + word + ", but " + but, at);
}

}  // namespace

namespace {

std::optional<Question> read(std::string_view text, Span where, bool facts_alone, std::vector<Diagnostic>& found) {
  Builder build(text, where);
  if (text.size() > longest_question) {
    found.push_back(diagnostics::make(codes::bad_question, "the question is longer than 16384 bytes", where));
    return std::nullopt;
  }
  build.facts_alone = facts_alone;
  if (facts_alone) {
    build.question.verb = {"with", where};
    build.question.clauses.push_back({build.question.verb, {}, {}, {}});
  }
  try {
    if (facts_alone ? parse_alone(text, build) : parse(text, build)) return build.question;
    found.push_back(unread(text, 0, "", build));
  } catch (const x3::expectation_failure<Text>& failure) {
    const auto offset = static_cast<std::size_t>(failure.where() - text.begin());
    const auto wanted = failure.which();
    const bool plain = wanted == "eoi" || wanted.find("boost") != std::string::npos || wanted.find("N5") == 0;
    found.push_back(unread(text, offset, plain ? "" : wanted, build));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Question> parse_question(std::string_view text, Span where, std::vector<Diagnostic>& found) {
  return read(text, where, false, found);
}

std::vector<std::pair<Phrase, Phrase>> parse_facts(std::string_view text, Span where, std::vector<Diagnostic>& found) {
  auto question = read(text, where, true, found);
  if (!question) return {};
  return std::move(question->clauses.front().facts);
}

}  // namespace inforce::syntax
