// What the canonical layout makes of each way to write a thing.
#include "tests/support/catch.h"
#include "tests/unit/syntax/layout_support.h"

using namespace inforce::test;

namespace {

void becomes(const std::string& before, const std::string& after) {
  INFO(before);
  CHECK(laid_out(before) == after);
  CHECK(laid_out(after) == after);
}

void stays(const std::string& text) { becomes(text, text); }

const std::string word_of_120(120, 'w');

}  // namespace

TEST_CASE("records are indented by two, lists under their key too", "[layout]") {
  becomes("a:\n- b\n-   c: d\n    e:\n       - f\n", "a:\n  - b\n  - c: d\n    e:\n      - f\n");
  becomes("a:\n      b:\n         c\n", "a:\n  b: c\n");
  becomes("-\n  - a\n  -\n    b: c\n", "- - a\n  - b: c\n");
  stays("a:\nb: ~\nc:\n  -\n  - d\n");
}

TEST_CASE("blanks are single within brackets, and brackets stay on one line where they are", "[layout]") {
  becomes("a: {b: c,d:  [ e,f , ],}\n", "a: {b: c, d: [e, f]}\n");
  becomes("a:\t[ ]\nb:   { }\n", "a: []\nb: {}\n");
  becomes("a: {b, c: , d: ~}\n", "a: {b, c: ~, d: ~}\n");
  stays("a: [b: c, {d: e}]\n");
  stays("a: {b: " + word_of_120 + "}\n");
  becomes("a: {\"b\":c}\n", "a: {b: c}\n");
}

TEST_CASE("brackets over several lines are joined where that fits, else written as a block", "[layout]") {
  becomes("a: [b,\n  c]\n", "a: [b, c]\n");
  becomes("a: [" + word_of_120 + ",\n  {c: d,\n e: f}]\n", "a:\n  - " + word_of_120 + "\n  - {c: d, e: f}\n");
  becomes("{a: b,\n\nc: d}\n", "{a: b, c: d}\n");
  becomes("a: [ # why\n  b, # c\n  # d\n  c\n  # e\n] # f\n", "a: # why\n  - b # c\n  # d\n  - c\n  # e\n# f\n");
}

TEST_CASE("every comment stays in its place", "[layout]") {
  becomes("# first\n\n# second\na: b # third\n  # of c\nc: d\n# last\n",
          "# first\n\n# second\na: b # third\n# of c\nc: d\n# last\n");
  becomes("a:\n- b: c\n  # of b\n\n  # of b too\n # of a\n# of d\nd: e\n",
          "a:\n  - b: c\n    # of b\n\n    # of b too\n  # of a\n# of d\nd: e\n");
  becomes("a:\n- b\n# of c, though the list begins here\nc: d\n",
          "a:\n  - b\n# of c, though the list begins here\nc: d\n");
  stays("a:   # three blanks\n  - b\n  - # dash\n    c: d\n  -\n    # own\n    e: f\n");
  stays("a: # between\n  b\nc:\n  # between\n  d\n");
  becomes("a: [ # one\n# two\n] # three\n", "a: [] # one\n# two\n# three\n");
  becomes("a: >- # head\n    b\nc: |\n  # text\n # none\n", "a: >- # head\n  b\nc: |\n  # text\n# none\n");
  becomes("a: \"b\n  c\" # d\n", "a: b c # d\n");
  stays("# only a comment\n");
  becomes("a: b #\ttabs\t\n", "a: b #\ttabs\n");
}

TEST_CASE("blank lines stay, at most one; none begins or ends the file", "[layout]") {
  becomes("\n\na: b\n\n\n\nc:\n\n  - d\n  \n\n  - e\n\n\n", "a: b\n\nc:\n\n  - d\n\n  - e\n");
  becomes("", "");
  becomes("  \n\n", "");
}

TEST_CASE("quotes stay where a reader of YAML could need them, and are double", "[layout]") {
  becomes("a: \"plain words, no\"\nb: \"plain words\"\n", "a: \"plain words, no\"\nb: plain words\n");
  becomes("a: 'x: y'\nb: 'it''s'\nc: 'say \"x\"'\n", "a: \"x: y\"\nb: it's\nc: 'say \"x\"'\n");
  for (const char* kept :
       {"NO", "on", "Null", "3E001", "010121", "1e3", "a?", "a#b", "2025-04-09", "", " a", "a ", "-"}) {
    stays("a: \"" + std::string(kept) + "\"\n");
  }
  stays("a: \"say \\\"x\\\"\"\n");
  stays("NO: 3E001\n");
}

TEST_CASE("text over several lines without a head is joined, or folded where it is long", "[layout]") {
  becomes("a: b\n  c\n", "a: b c\n");
  becomes("a: " + word_of_120 + "\n  c\n", "a: >-\n  " + word_of_120 + "\n  c\n");
  becomes("a: 'b\n\n  c'\n", "a: \"b\\nc\"\n");
  becomes("a: '" + word_of_120 + "\n\n  c'\n", "a: >-\n  " + word_of_120 + "\n\n  c\n");
}

TEST_CASE("block texts are indented anew and keep their lines", "[layout]") {
  becomes("a: |\n      b\n        c\n\n      d\n\n\ne: >\n f\n  g\n", "a: |\n  b\n    c\n\n  d\n\ne: >\n  f\n   g\n");
  becomes("a: |4\n      b\n    c\n", "a: |2\n    b\n  c\n");
  becomes("a: |+\n b\n\n\nc: d\n", "a: |+\n  b\n\n\nc: d\n");
  becomes("a: |\n  b", "a: |-\n  b\n");
  becomes("a: |-\nb: >\n\n\nc: |+\n\n", "a: |-\nb: >\n\nc: |+\n\n");
  stays("a: |\n  trailing blank \n");
}

TEST_CASE("folded text keeps its breaks where its lines fit, else it is folded anew", "[layout]") {
  stays("a: >-\n  One sentence.\n  Another one.\n");
  becomes("a: >-\n  b\n  c " + word_of_120 + "\n  d\n", "a: >-\n  b c\n  " + word_of_120 + "\n  d\n");
  const std::string accents =
      "é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é";
  stays("a: >-\n  " + accents + "\n  b\n");
  stays("a: >-\n  b\n    " + word_of_120 + " c\n");
}

TEST_CASE("line ends are LF, marks of the document stay, a byte-order mark goes", "[layout]") {
  becomes("a: b\r\nc: |\r\n  d\r\n  e\r\n", "a: b\nc: |\n  d\n  e\n");
  becomes(
      "\xEF\xBB\xBF"
      "a: b",
      "a: b\n");
  becomes("# c\n%YAML 1.2\n---   # d\na: b\n...\n# e\n", "# c\n%YAML 1.2\n---   # d\na: b\n# e\n");
}

TEST_CASE("a file that is no YAML has no layout, one whose names are nowhere has", "[layout]") {
  CHECK(laid_out("a: [b\n") == "IF010");
  CHECK(laid_out("a: b\na: c\n") == "IF012");
  CHECK(laid_out("a: &x b\n") == "IF013");
  becomes("events: [{id: e,date: yesterday,impose: nothing}]\n",
          "events: [{id: e, date: yesterday, impose: nothing}]\n");
}

TEST_CASE("a layout that would not say the same is refused", "[layout]") {
  CHECK(laid_out("---\n|+\n% a\n") == "IF019");  // The parser reads no text here, but would where it is indented.
}
