#include <chrono>

#include "engine/syntax/yaml.h"
#include "tests/support/catch.h"
#include "tests/unit/syntax/yaml_support.h"

using namespace inforce;
using namespace inforce::test;

namespace {

using Lines = std::vector<std::string>;

Lines findings(const std::string& text) { return Parsed(text).findings(); }

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("a comma document ends", "[yaml]") {
  CHECK(findings(",") == Lines{"IF010 1:1-1:2 this does not belong to what stands above"});
  for (const char* text : {"[1],", "\"a\",", "{a: b},", "[a],b", "[a] b", "{a: 1} b", "- a\nb: c\n"}) {
    CHECK(codes_of(Parsed(text).found) == Lines{"IF010"});
  }
}

TEST_CASE("every duplicate key is reported with its first place", "[yaml]") {
  const Parsed parsed("a: 1\nb: {c: 1, c: 2}\na: {d: 1, d: 2}\n'a': 3\n");
  CHECK(parsed.findings() ==
        Lines{"IF012 2:11-2:12 the key `c` appears twice", "IF012 3:1-3:2 the key `a` appears twice",
              "IF012 3:11-3:12 the key `d` appears twice", "IF012 4:1-4:4 the key `a` appears twice"});
  REQUIRE(parsed.found[3].related.size() == 1);
  CHECK(place(parsed.sources, parsed.found[3].related[0].span) == "1:1-1:2");
  REQUIRE(parsed.node);
  CHECK(shape(*parsed.node) == "{a: 1, b: {c: 1}}");
}

TEST_CASE("anchors and aliases are refused each", "[yaml]") {
  CHECK(findings("a: &x 1\nb: *x\nc: &y {d: e}\n") == Lines{"IF013 1:4-1:6 anchors and aliases are not read",
                                                            "IF013 2:4-2:6 anchors and aliases are not read",
                                                            "IF013 3:4-3:6 anchors and aliases are not read"});
  CHECK(findings("a: *unknown\n") == Lines{"IF013 1:4-1:12 anchors and aliases are not read"});
  CHECK(codes_of(Parsed("&x a: 1\n*x : 2\n").found) == Lines{"IF013", "IF013"});
  CHECK(codes_of(Parsed("a: &x [*x]\n").found) == Lines{"IF013", "IF013"});
  CHECK(codes_of(Parsed("a: &\n").found) == Lines{"IF013"});
}

TEST_CASE("an alias leaves a hole so there is no tree", "[yaml]") {
  CHECK_FALSE(Parsed("a: &x 1\nb: *x\n").node);
  CHECK_FALSE(Parsed("a:\n  <<: {b: c}\n").node);
  CHECK(Parsed("a: &x 1\n").node);
}

TEST_CASE("tags are refused and quotes are none", "[yaml]") {
  CHECK(findings("a: !foo 1\nb: !!str 2\nc: ! 3\nd: \"4\"\n") == Lines{"IF014 1:4-1:8 YAML tags are not read",
                                                                       "IF014 2:4-2:9 YAML tags are not read",
                                                                       "IF014 3:4-3:5 YAML tags are not read"});
  CHECK(findings("!!map {a: b}") == Lines{"IF014 1:1-1:6 YAML tags are not read"});
  CHECK(findings("!!str") == Lines{"IF014 1:1-1:6 YAML tags are not read"});
  CHECK(codes_of(Parsed("a: &x !t b\n").found) == Lines{"IF013", "IF014"});
}

TEST_CASE("merge keys are refused and a quoted one is a word", "[yaml]") {
  CHECK(findings("<<: {a: b}\n") == Lines{"IF015 1:1-1:3 merge keys are not read"});
  CHECK(codes_of(Parsed("a: &x {b: c}\nd:\n  <<: *x\n").found) == Lines{"IF013", "IF015"});
  CHECK(findings("'<<': a\n").empty());
}

TEST_CASE("keys that are no words are refused", "[yaml]") {
  CHECK(findings("{[a]: b}\n") == Lines{"IF018 1:2-1:3 a list stands as a key"});
  CHECK(findings("{{a: x}: b}\n") == Lines{"IF018 1:2-1:3 a map stands as a key"});
  CHECK(findings("x: {id: a, effects: [{impose: ") == Lines{"IF010 1:22-1:23 `{` is not closed"});
  CHECK(findings("x: [[1") == Lines{"IF010 1:5-1:6 `[` is not closed"});
  CHECK(findings(": x\n") == Lines{"IF018 1:1-1:1 the key is missing"});
  CHECK(findings("null: x\n~: y\n") ==
        Lines{"IF018 1:1-1:5 a key that YAML reads as nothing", "IF018 2:1-2:2 a key that YAML reads as nothing"});
  CHECK(findings("? a\n: b\n") == Lines{"IF018 1:1-1:2 a key is written with `?`"});
  CHECK(findings("? a\n? b\n").size() == 2);
  CHECK(findings("a: what ?\nb: c\n").empty());
}

TEST_CASE("a key without colon is refused", "[yaml]") {
  CHECK(findings("a: 1\nb\n") == Lines{"IF010 2:1-2:2 `b` has no `:`"});
  CHECK(findings("a: 1\nbad line\nc: 2\n") == Lines{"IF010 2:1-2:9 `bad line` has no `:`"});
  CHECK(findings("key with no colon\nother: 1") == Lines{"IF010 1:1-1:18 `key with no colon` has no `:`"});
}

TEST_CASE("text that is not UTF-8 is refused at its place", "[yaml]") {
  CHECK(findings("a: 1\nb: caf\xE9\n") == Lines{"IF003 2:7-2:8 the byte 0xE9 is not UTF-8 text"});
  CHECK(findings("a: \xC0\xAF") == Lines{"IF003 1:4-1:5 the byte 0xC0 is not UTF-8 text"});
  CHECK(findings("a: \xED\xA0\x80") == Lines{"IF003 1:4-1:5 the byte 0xED is not UTF-8 text"});
  CHECK(findings("a: \xF4\x90\x80\x80") == Lines{"IF003 1:4-1:5 the byte 0xF4 is not UTF-8 text"});
  CHECK(findings("a: \xE0\x80\xAF") == Lines{"IF003 1:4-1:5 the byte 0xE0 is not UTF-8 text"});
  CHECK(findings("a: \xE4\xB8") == Lines{"IF003 1:4-1:5 the byte 0xE4 is not UTF-8 text"});
  CHECK(codes_of(Parsed("a: \xF0\x9F\x98\x80 \xF4\x8F\xBF\xBF").found).empty());
  CHECK(Parsed(std::string("\xFF\xFE"
                           "a\0",
                           4))
            .findings()[0]
            .ends_with("the file is UTF-16 text"));
}

TEST_CASE("control characters are refused each", "[yaml]") {
  CHECK(findings(std::string("a: \0b\x1B\n", 7)) ==
        Lines{"IF004 1:4-1:5 control character U+0000", "IF004 1:6-1:7 control character U+001B"});
  CHECK(findings("a: \x04") == Lines{"IF004 1:4-1:5 control character U+0004"});
  CHECK(findings("a: \x7F") == Lines{"IF004 1:4-1:5 control character U+007F"});
  CHECK(findings("a: x\xC2\x85y") == Lines{"IF004 1:5-1:6 control character U+0085"});
  CHECK(findings("a: \xE2\x80\xAEx") == Lines{"IF004 1:4-1:5 control character U+202E"});
  CHECK(findings("\xEF\xBB\xBF\xEF\xBB\xBF"
                 "a: b") == Lines{"IF004 1:1-1:2 control character U+FEFF"});
  CHECK(findings(std::string(100, '\x01')).size() == 20);
}

TEST_CASE("carriage returns alone are refused once", "[yaml]") {
  CHECK(findings("a: 1\rb: 2\rc: 3\r") == Lines{"IF004 1:5-1:6 carriage return without a line feed"});
}

TEST_CASE("marks of a merge conflict are refused each", "[yaml]") {
  CHECK(findings("<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n") ==
        Lines{"IF005 1:1-1:8 mark of a merge conflict", "IF005 3:1-3:8 mark of a merge conflict",
              "IF005 5:1-5:8 mark of a merge conflict"});
  CHECK(findings("# heading\n# =======\n=======: a\n").empty());
}

TEST_CASE("quotes that are not closed are refused at the opening quote", "[yaml]") {
  CHECK(findings("a: \"x\n") == Lines{"IF017 1:4-1:5 quoted text is not closed"});
  CHECK(findings("a: 'x\n") == Lines{"IF017 1:4-1:5 quoted text is not closed"});
  CHECK(findings("a: 'x''\n") == Lines{"IF017 1:4-1:5 quoted text is not closed"});
  CHECK(findings("a: \"x\\\"\n") == Lines{"IF017 1:4-1:5 quoted text is not closed"});
  CHECK(findings("a: \"x\n  y") == Lines{"IF017 1:4-1:5 quoted text is not closed"});
  CHECK(findings("a: \"x") == Lines{"IF017 1:4-1:5 quoted text is not closed"});
  CHECK(findings("z: it's # don't\na: 1\nb: \"x\nc: \"y") ==
        Lines{"IF017 3:4-3:6 quoted text is not closed on its line"});
  CHECK(findings("a: \"x\nb: \"y\"\nc: d\n") == Lines{"IF017 1:4-1:6 quoted text is not closed on its line"});
  CHECK(findings("a: 'x\n---\ny'\n") == Lines{"IF017 1:4-1:5 quoted text is not closed"});
}

TEST_CASE("text after a closing quote is refused", "[yaml]") {
  CHECK(findings("a: 'it's'\n") == Lines{"IF010 1:8-1:10 text after the closing quote"});
  CHECK(findings("a: \"x\" y\n") == Lines{"IF010 1:8-1:9 text after the closing quote"});
}

TEST_CASE("several documents are refused", "[yaml]") {
  CHECK(findings("a: 1\n---\nb: 2\n") == Lines{"IF011 2:1-2:4 a second document begins here"});
  CHECK(findings("a: 1\n...\nb: 2\n") == Lines{"IF011 3:1-3:5 a second document begins here"});
  CHECK(findings("---\n---\na\n") == Lines{"IF011 2:1-2:4 a second document begins here"});
  CHECK(findings("---\na: 1\n...\n").empty());
}

TEST_CASE("deep nesting is refused and never recursed into", "[yaml]") {
  CHECK(findings(repeated("[", 64) + repeated("]", 64)).empty());
  CHECK(findings(repeated("[", 65) + repeated("]", 65)) == Lines{"IF016 1:65-1:66 nested more than 64 deep"});
  for (const char* part : {"[", "{", "- ", "? ", "{a: ", "[a: "}) {
    const Parsed parsed(repeated(part, 100000));
    REQUIRE(parsed.found.size() >= 1);
    CHECK_FALSE(parsed.node);
  }
  std::string steps;
  for (std::size_t i = 0; i < 500; ++i) steps += std::string(i, ' ') + "a:\n";
  CHECK(codes_of(Parsed(steps).found) == Lines{"IF016"});
}

TEST_CASE("tabs in the indentation are refused at the tab", "[yaml]") {
  CHECK(findings("a:\n\tb: 1\n") == Lines{"IF010 2:1-2:2 a line begins with a tab"});
  CHECK(findings("a:\n  b: 1\n \tc: 2\n") == Lines{"IF010 3:2-3:3 a tab in the indentation"});
  CHECK(findings("a: 1\t# comment\n\t\n\t# comment\nb: 2\n").empty());
}

TEST_CASE("what YAML cannot read is said in our words", "[yaml]") {
  const auto one = [](const char* text) {
    const Lines lines = findings(text);
    return lines.size() == 1 ? lines.front() : std::to_string(lines.size()) + " findings";
  };
  CHECK(one("a: b: c\n") == "IF010 1:5-1:6 a second `:` on one line");
  CHECK(one("a: 1\n b: 2\n") == "IF010 2:2-2:3 `b` is indented deeper than a key that has a value");
  CHECK(one("a:\n  b: 1\n c: 2\n") == "IF010 3:2-3:3 `c` does not fit the lines above");
  CHECK(one("a: b\n- c\n") == "IF010 2:1-2:2 a list item where a key is expected");
  CHECK(one("a: [1, 2\nb: c\n") == "IF010 1:4-1:5 `[` is not closed");
  CHECK(one("a: {x: 1\nb: c\n") == "IF010 1:4-1:5 `{` is not closed");
  CHECK(one("a: [x\n") == "IF010 1:4-1:5 `[` is not closed");
  CHECK(one("a: @x\n") == "IF010 1:4-1:5 `@` cannot begin a value");
  CHECK(one("a: %x\n") == "IF010 1:4-1:5 `%` cannot begin a value");
  CHECK(one("a: ]\n") == "IF010 1:4-1:5 `]` closes nothing");
  CHECK(one("]") == "IF010 1:1-1:2 `]` closes nothing");
  CHECK(one("a: - b\n") == "IF010 1:4-1:5 `-` cannot begin a list item here");
  CHECK(one("a: \"x\\q\"\n") == "IF010 1:6-1:8 `\\q` is no escape that YAML knows");
  CHECK(one("a: \"\\xZZ\"\n") == "IF010 1:5-1:9 `\\xZZ` is no escape that YAML knows");
  CHECK(one("a: \"\\ud800\"\n") == "IF010 1:5-1:11 `\\ud800` is no escape that YAML knows");
  CHECK(one("a: |0\n  x\n") == "IF010 1:4-1:6 the head of a block text is not understood");
  CHECK(one("%YAML 2.0\n--- a\n") == "IF010 1:1-1:6 a YAML directive that is not known");
  CHECK(one("a: [x,,y]\n") == "IF010 1:7-1:8 nothing stands before the comma");
  CHECK(one("a: [,]\n") == "IF010 1:5-1:6 nothing stands before the comma");
  CHECK(one("a: \"x\"#y\n") == "IF010 1:7-1:8 a comment without a blank before it");
  CHECK(one("a: [x]#y\n") == "IF010 1:7-1:8 a comment without a blank before it");
  CHECK(one("a: |\n  x\n y\n") == "IF010 3:2-3:3 `y` does not fit the lines above");
}

TEST_CASE("every finding has a place within the file", "[yaml]") {
  const std::string text = "a: &x [1, {b: \"c\\q\"}]\n? d\n: !t e\nf: 'g\n- h: *i\n<<: j\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const Parsed parsed(text.substr(0, length));
    for (const Diagnostic& one : parsed.found) {
      REQUIRE(one.primary);
      CHECK(one.primary->span.begin <= one.primary->span.end);
      CHECK(one.primary->span.end <= length);
    }
  }
}

TEST_CASE("a huge file is read whole", "[yaml]") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "key-" + std::to_string(i) + ": {a: 1, b: [x, y]}\n";
  const Parsed parsed(text);
  REQUIRE(parsed.node);
  CHECK(parsed.node->entries.size() == 20000);
}
