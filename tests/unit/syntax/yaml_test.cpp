#include "engine/syntax/yaml.h"

#include "tests/support/catch.h"
#include "tests/unit/syntax/yaml_support.h"

using namespace inforce;
using namespace inforce::test;
using syntax::Node;
using syntax::NodeKind;

namespace {

using Lines = std::vector<std::string>;

// The tree of a text in which nothing is wrong.
Node tree(const Parsed& parsed) {
  CHECK(parsed.findings() == Lines{});
  REQUIRE(parsed.node);
  return *parsed.node;
}

std::string shape_of(const std::string& text) { return shape(tree(Parsed(text))); }

}  // namespace

TEST_CASE("maps lists and scalars become a tree", "[yaml]") {
  CHECK(shape_of("a: 1\nb:\n  - x\n  - {c: d}\n") == "{a: 1, b: [x, {c: d}]}");
  CHECK(shape_of("[a: b, {c}, d: ]") == "[{a: b}, {c: ~}, {d: ~}]");
  CHECK(shape_of("- - - a\n") == "[[[a]]]");
  CHECK(shape_of("word") == "word");
}

TEST_CASE("scalars stay text", "[yaml]") {
  CHECK(shape_of("[NO, 3E001, 010121, 1_000, 2025-04-09, true, \"null\"]") ==
        "[NO, 3E001, 010121, 1_000, 2025-04-09, true, null]");
}

TEST_CASE("what YAML reads as nothing is null", "[yaml]") {
  const Parsed parsed("a: ~\nb: null\nc:\nd: Null\n");
  for (const auto& entry : tree(parsed).entries) CHECK(entry.value.kind == NodeKind::null);
  CHECK(parsed.text(parsed.node->entries[1].value.span) == "null");
  CHECK(place(parsed.sources, parsed.node->entries[2].value.span) == "3:3-3:3");
}

TEST_CASE("an empty value has its place after the colon whatever comes next", "[yaml]") {
  const Parsed parsed("a:\n  b:\n\n# comment\nc: {d: , e}\nf: [x]\n");
  const Node root = tree(parsed);
  CHECK(place(parsed.sources, root.entries[0].value.entries[0].value.span) == "2:5-2:5");
  CHECK(place(parsed.sources, root.entries[1].value.entries[0].value.span) == "5:7-5:7");
  CHECK(place(parsed.sources, root.entries[1].value.entries[1].value.span) == "5:11-5:11");
  CHECK(place(parsed.sources, root.entries[1].value.span) == "5:4-5:12");
}

TEST_CASE("empty list items have their place after the dash", "[yaml]") {
  const Parsed parsed("-\n- null\n-\n");
  const Node root = tree(parsed);
  REQUIRE(root.items.size() == 3);
  CHECK(place(parsed.sources, root.items[0].span) == "1:2-1:2");
  CHECK(place(parsed.sources, root.items[1].span) == "2:3-2:7");
  CHECK(place(parsed.sources, root.items[2].span) == "3:2-3:2");
}

TEST_CASE("an empty file is a null node", "[yaml]") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"}) {
    const Parsed parsed(text);
    CHECK(tree(parsed).kind == NodeKind::null);
  }
}

TEST_CASE("spans of containers run from first to last", "[yaml]") {
  const Parsed parsed("a:\n  - x\n  - {b: c, }\nd: [1, # ]\n  2 ]\n");
  const Node root = tree(parsed);
  CHECK(place(parsed.sources, root.span) == "1:1-5:6");
  CHECK(parsed.text(root.entries[0].value.span) == "- x\n  - {b: c, }");
  CHECK(parsed.text(root.entries[0].value.items[1].span) == "{b: c, }");
  CHECK(parsed.text(root.entries[1].value.span) == "[1, # ]\n  2 ]");
}

TEST_CASE("a date in brackets is a list with the right span", "[yaml]") {
  const Parsed parsed("date: [2025-07-14..2025-07-15] # either\nx: {a, b}\n");
  const Node root = tree(parsed);
  CHECK(parsed.text(root.entries[0].value.span) == "[2025-07-14..2025-07-15]");
  CHECK(parsed.text(root.entries[1].value.span) == "{a, b}");
}

TEST_CASE("plain scalars on one line are verbatim", "[yaml]") {
  const Parsed parsed("scope: item = H20  and x   # why\n");
  const Node scope = tree(parsed).entries[0].value;
  CHECK(scope.text == "item = H20  and x");
  CHECK(scope.verbatim);
  CHECK_FALSE(scope.quoted);
  CHECK(parsed.text(scope.span) == scope.text);
  CHECK(parsed.text(scope.content) == scope.text);
}

TEST_CASE("quoted scalars on one line without escapes are verbatim", "[yaml]") {
  const Parsed parsed("a: \"x, y\"\nb: 'it''s'\nc: 'say \\n'\nd: \"a\\tb\"\ne: \"\"\n");
  const Node root = tree(parsed);
  CHECK(parsed.text(root.entries[0].value.span) == "\"x, y\"");
  CHECK(parsed.text(root.entries[0].value.content) == "x, y");
  CHECK(root.entries[0].value.verbatim);
  CHECK(root.entries[1].value.text == "it's");
  CHECK_FALSE(root.entries[1].value.verbatim);
  CHECK(root.entries[2].value.text == "say \\n");
  CHECK(root.entries[2].value.verbatim);
  CHECK_FALSE(root.entries[3].value.verbatim);
  CHECK(root.entries[4].value.verbatim);
  CHECK(root.entries[4].value.text.empty());
  for (const auto& entry : root.entries) CHECK(entry.value.quoted);
}

TEST_CASE("scalars of several lines are not verbatim", "[yaml]") {
  const Parsed parsed("a: x\n  y # not z\nb: \"x\n  y\"\nc: x\n\n  y\nd: e\n");
  const Node root = tree(parsed);
  CHECK(root.entries[0].value.text == "x y");
  CHECK(parsed.text(root.entries[0].value.span) == "x\n  y");
  CHECK_FALSE(root.entries[0].value.verbatim);
  CHECK(parsed.text(root.entries[1].value.span) == "\"x\n  y\"");
  CHECK_FALSE(root.entries[1].value.verbatim);
  CHECK(root.entries[2].value.text == "x\ny");
  CHECK(parsed.text(root.entries[2].value.span) == "x\n\n  y");
  CHECK(parsed.text(root.entries[3].key.span) == "d");
}

TEST_CASE("the span of a block scalar is its indicator", "[yaml]") {
  const Parsed parsed("a: >-\n  x\n  y\nb: |2\n    z\nc: d\n");
  const Node root = tree(parsed);
  CHECK(root.entries[0].value.text == "x y");
  CHECK(parsed.text(root.entries[0].value.span) == ">-");
  CHECK(parsed.text(root.entries[1].value.span) == "|2");
  CHECK(root.entries[1].value.quoted);
  CHECK_FALSE(root.entries[1].value.verbatim);
  CHECK(parsed.text(root.entries[2].key.span) == "c");
}

TEST_CASE("spans are right after characters of several bytes", "[yaml]") {
  const Parsed parsed("\xC3\xA9t\xC3\xA9: \xE4\xB8\xAD\xE5\x9B\xBD\nb: \"\xF0\x9F\x98\x80\"\n");
  const Node root = tree(parsed);
  CHECK(place(parsed.sources, root.entries[0].value.span) == "1:6-1:8");
  CHECK(parsed.text(root.entries[0].value.span) == "\xE4\xB8\xAD\xE5\x9B\xBD");
  CHECK(parsed.text(root.entries[1].value.content) == "\xF0\x9F\x98\x80");
}

TEST_CASE("CRLF and a byte-order mark move nothing", "[yaml]") {
  const Parsed parsed(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: \"x\"\r\nc:\r\n  - d\r\n");
  const Node root = tree(parsed);
  CHECK(shape(root) == "{a: 1, b: x, c: [d]}");
  CHECK(parsed.text(root.entries[0].value.span) == "1");
  CHECK(parsed.text(root.entries[1].value.span) == "\"x\"");
  CHECK(place(parsed.sources, root.entries[2].value.items[0].span) == "4:5-4:6");
}

TEST_CASE("colons dashes and hashes within words are text", "[yaml]") {
  CHECK(shape_of("a: http://x#y\nb: -1\nc: 10:30\nd: a - b\n") == "{a: http://x#y, b: -1, c: 10:30, d: a - b}");
}

TEST_CASE("a key may be quoted", "[yaml]") {
  const Parsed parsed("'a': 1\n\"b\"  : 2\n");
  const Node root = tree(parsed);
  CHECK(shape(root) == "{a: 1, b: 2}");
  CHECK(parsed.text(root.entries[1].key.span) == "\"b\"");
}
