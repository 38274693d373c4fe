// Conditions: what is read, what is printed, and what is refused (S19).
#include <functional>
#include <random>

#include "engine/syntax/condition.h"
#include "tests/support/catch.h"
#include "tests/support/expect.h"

namespace inforce::syntax {
namespace {

using test::brief;
using Lines = std::vector<std::string>;

/// The canonical text, or what was found.
std::string printed(const std::string& text) {
  Sources sources;
  const FileId file = sources.add("t", text);
  std::vector<Diagnostic> found;
  const auto condition = parse_condition(sources.text(file), {file, 0, static_cast<std::uint32_t>(text.size())}, found);
  if (condition) return found.empty() ? to_string(*condition) : "findings beside a condition";
  return found.size() == 1 ? brief(sources, found.front()) : std::to_string(found.size()) + " findings";
}

/// The tree as text in prefix form.
std::string tree(const Condition& condition) {
  std::string text = std::to_string(static_cast<int>(condition.op)) + condition.attribute;
  for (const std::string& value : condition.values) text += "<" + value + ">";
  for (const Condition& operand : condition.operands) text += "[" + tree(operand) + "]";
  return text;
}

Condition read(const std::string& text) {
  std::vector<Diagnostic> found;
  auto condition = parse_condition(text, {{}, 0, static_cast<std::uint32_t>(text.size())}, found);
  REQUIRE(condition);
  return std::move(*condition);
}

std::string repeated(const std::string& part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("syntax condition: every operator is read and printed") {
  for (const std::string text : {"item = H20",
                                 "item != H20",
                                 "tpp < 4800",
                                 "tpp <= 4800",
                                 "tpp > 4.8e3",
                                 "tpp >= -1",
                                 "eccn under 3A",
                                 "destination in (CN)",
                                 "destination in (CN, HK, MO)",
                                 "destination not in (CN)",
                                 "end_user in group(us-list)",
                                 "end_user not in group(us-list)",
                                 "not item = H20",
                                 "a = 1 and b = 2 and c = 3",
                                 "a = 1 or b = 2 and c = 3",
                                 "(a = 1 or b = 2) and c = 3",
                                 "not (a = 1 and b = 2)",
                                 "not (not a = 1)",
                                 "use = network-maintenance",
                                 "item = 3A090.a",
                                 "path = a/b:c+d_e.f-g"}) {
    INFO(text);
    CHECK(printed(text) == (text == "not (not a = 1)" ? "not not a = 1" : text));
  }
}

TEST_CASE("syntax condition: blanks and needless parentheses go") {
  CHECK(printed("  item=H20   and\tdestination in(CN,HK)  ") == "item = H20 and destination in (CN, HK)");
  CHECK(printed("((a = 1) and ((b = 2)))") == "a = 1 and b = 2");
  CHECK(printed("(a = 1 and b = 2) or c = 3") == "a = 1 and b = 2 or c = 3");
  CHECK(printed("a = 1 and (b = 2 and c = 3)") == "a = 1 and b = 2 and c = 3");
  CHECK(printed("(a = 1 or b = 2) or c = 3") == "a = 1 or b = 2 or c = 3");
  CHECK(printed("not a in (x)") == "a not in (x)");
  CHECK(printed("e in group ( g )") == "e in group(g)");
}

TEST_CASE("syntax condition: not binds before and, and before or") {
  const Condition condition = read("not a = 1 and b = 2 or c = 3");
  REQUIRE(condition.op == Operator::any_of);
  REQUIRE(condition.operands.size() == 2);
  CHECK(condition.operands[0].op == Operator::all_of);
  CHECK(condition.operands[0].operands[0].op == Operator::negate);
  CHECK(condition.operands[1].attribute == "c");
}

TEST_CASE("syntax condition: values are text, whatever they look like") {
  CHECK(read("a = inf").values == Lines{"inf"});
  CHECK(read("a in (nan, 010121, 3E001, NO, true)").values == Lines{"nan", "010121", "3E001", "NO", "true"});
  CHECK(read("inforce = nano").attribute == "inforce");
  CHECK(read("android = ordinary").values == Lines{"ordinary"});
  CHECK(read("notes = inner").attribute == "notes");
  CHECK(read("a = IN").values == Lines{"IN"});
}

TEST_CASE("syntax condition: quoted values") {
  CHECK(read("a = \"two words\"").values == Lines{"two words"});
  CHECK(read("a = 'in'").values == Lines{"in"});
  CHECK(read("a in ('x, y', \"z)\")").values == Lines{"x, y", "z)"});
}

TEST_CASE("syntax condition: quoted values are printed with quotes where they need them") {
  CHECK(printed("a = \"plain\"") == "a = plain");
  CHECK(printed("a = 'two words'") == "a = \"two words\"");
  CHECK(printed("a = 'say \"x\"'") == "a = 'say \"x\"'");
  CHECK(printed("a = 'and'") == "a = \"and\"");
  CHECK(printed("a = 'Zürich'") == "a = \"Zürich\"");
}

TEST_CASE("syntax condition: spans point at attributes and values") {
  const std::string text = "a = 1 and not bc in (xx, 'y z')";
  const Condition condition = read(text);
  const auto at = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
  CHECK(at(condition.span) == text);
  const Condition& negated = condition.operands[1];
  CHECK(at(negated.span) == "not bc in (xx, 'y z')");
  CHECK(at(negated.operands[0].span) == "bc in (xx, 'y z')");
  CHECK(at(negated.operands[0].attribute_span) == "bc");
  CHECK(at(negated.operands[0].value_spans[0]) == "xx");
  CHECK(at(negated.operands[0].value_spans[1]) == "'y z'");
  const Condition outside = read("x not in group(g)");
  CHECK(outside.span == Span{{}, 0, 17});
}

TEST_CASE("syntax condition: what is refused, and where") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "IF215 1:1-1:1 expected a comparison, saw the end of the condition"},
      {"item", "IF215 1:5-1:5 expected an operator such as `=` or `in`, saw the end of the condition"},
      {"item x", "IF215 1:6-1:7 expected an operator such as `=` or `in`, saw `x`"},
      {"item == x", "IF215 1:6-1:8 expected an operator such as `=` or `in`, saw `==`"},
      {"item <> x", "IF215 1:6-1:8 expected an operator such as `=` or `in`, saw `<>`"},
      {"item = and", "IF215 1:8-1:11 expected a value, saw `and`"},
      {"item = (a", "IF215 1:8-1:9 expected a value, saw `(`"},
      {"item = a and", "IF215 1:13-1:13 expected a comparison, saw the end of the condition"},
      {"item = a b", "IF215 1:10-1:11 expected `and`, `or` or the end, saw `b`"},
      {"item = a, b", "IF215 1:9-1:10 expected `and`, `or` or the end, saw `,`"},
      {"item = a AND b = c", "IF215 1:10-1:13 expected `and`, `or` or the end, saw `AND`"},
      {"(item = a", "IF215 1:10-1:10 expected `and`, `or` or `)`, saw the end of the condition"},
      {"item = a)", "IF215 1:9-1:10 expected `and`, `or` or the end, saw `)`"},
      {"item in a", "IF215 1:9-1:10 expected `(` or `group(`, saw `a`"},
      {"item in ()", "IF215 1:10-1:11 expected a value, saw `)`"},
      {"item in (a b)", "IF215 1:12-1:13 expected `,` or `)`, saw `b`"},
      {"item in group g", "IF215 1:15-1:16 expected `(`, saw `g`"},
      {"item in group(g, h)", "IF215 1:16-1:17 expected `)`, saw `,`"},
      {"item not = a", "IF215 1:10-1:11 expected `in`, saw `=`"},
      {"not", "IF215 1:4-1:4 expected a comparison, saw the end of the condition"},
      {"()", "IF215 1:2-1:3 expected a comparison, saw `)`"},
      {"Item = a", "IF215 1:1-1:5 expected a comparison, saw `Item`"},
      {"end-user = a", "IF215 1:1-1:9 expected a comparison, saw `end-user`"},
      {"item = 'a", "IF215 1:8-1:9 expected a value, saw `'`"},
      {"item = ''", "IF215 1:8-1:9 expected a value, saw `'`"},
      {"item = ü", "IF215 1:8-1:9 expected a value, saw `ü`"},
      {"a = 1\nand b = 2", "IF215 1:6-2:1 expected `and`, `or` or the end, saw a line break"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(printed(text) == expected);
  }
}

TEST_CASE("syntax condition: remedies") {
  const auto help = [](const std::string& text) {
    std::vector<Diagnostic> found;
    CHECK_FALSE(parse_condition(text, {}, found));
    return found.empty() ? std::string() : found.front().help;
  };
  CHECK(help("a == b") == "write `=`");
  CHECK(help("a <> b") == "write `!=`");
  CHECK(help("a =< b") == "write `<=`");
  CHECK(help("a => b") == "write `>=`");
  CHECK(help("a = b && c = d") == "write `and`");
  CHECK(help("a = b OR c = d") == "write `or`");
  CHECK(help("! a = b") == "write `not`");
  CHECK(help("a IN (b)") == "write `in`");
  CHECK(help("a = not") == "a value that is also a word of the language needs quotes");
  CHECK(help("A = b") == "an attribute is written in small letters, digits and `_`");
  CHECK(help("a = \"b") == "the quoted value is not closed, or is empty");
}

TEST_CASE("syntax condition: nesting and length are bounded") {
  CHECK(printed(repeated("(", 64) + "a = 1" + repeated(")", 64)) == "a = 1");
  CHECK(printed(repeated("(", 65) + "a = 1" + repeated(")", 65)) ==
        "IF216 1:66-1:66 the condition is nested more than 64 deep");
  CHECK(printed(repeated("not ", 65) + "a = 1") == "IF216 1:261-1:261 the condition is nested more than 64 deep");
  CHECK(printed(repeated("(", 4000)) == "IF216 1:66-1:66 the condition is nested more than 64 deep");
  CHECK(printed("a = " + repeated("b", 4092)) == "a = " + repeated("b", 4092));
  CHECK(printed("a = " + repeated("b", 4093)) == "IF216 1:1-1:4098 the condition has 4097 bytes, more than 4096");
}

TEST_CASE("syntax condition: reading what is printed gives the same tree") {
  std::mt19937 random(20250409);
  const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
  const Lines leaves = {"a = 1",        "b != 'x y'",    "c in (p, \"q\")",
                        "c not in (p)", "d in group(g)", "e not in group(g)",
                        "f under 3A",   "g <= 4.5",      "h = 'or'"};
  const std::function<std::string(int)> make = [&](int depth) -> std::string {
    if (depth == 0 || pick(4) == 0) return leaves[static_cast<std::size_t>(pick(static_cast<int>(leaves.size())))];
    if (pick(4) == 0) return "not (" + make(depth - 1) + ")";
    const std::string word = pick(2) == 0 ? " and " : " or ";
    std::string text = "(" + make(depth - 1) + ")";
    for (int i = pick(3); i >= 0; --i) text += word + "(" + make(depth - 1) + ")";
    return text;
  };
  for (int i = 0; i < 300; ++i) {
    const Condition first = read(make(3));
    const std::string text = to_string(first);
    const Condition second = read(text);
    INFO(text);
    CHECK(tree(second) == tree(first));
    CHECK(to_string(second) == text);
  }
}

}  // namespace inforce::syntax
