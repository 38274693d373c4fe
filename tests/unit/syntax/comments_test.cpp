#include "engine/syntax/comments.h"

#include "tests/support/catch.h"
#include "tests/unit/syntax/yaml_support.h"

using namespace inforce;
using namespace inforce::test;

namespace {

// `2:4 # words`, and `2:1 alone # words` where nothing else stands on the line.
std::vector<std::string> comments_in(const std::string& text) {
  const Parsed parsed(text);
  INFO(text);
  REQUIRE(parsed.node);
  std::vector<std::string> lines;
  for (const auto& comment : syntax::comments(parsed.sources, FileId{0}, *parsed.node)) {
    const Place at = parsed.sources.begin_of(comment.span);
    lines.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + (comment.alone ? " alone " : " ") +
                    parsed.text(comment.span));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("comments stand alone or behind something", "[syntax]") {
  CHECK(comments_in("# one\na: 1 # two\n\n  # three\nb: [x, # four\n  y] #\n") ==
        Lines{"1:1 alone # one", "2:6 # two", "4:3 alone # three", "5:8 # four", "6:6 #"});
  CHECK(comments_in("a: # one\n  b: 1\n") == Lines{"1:4 # one"});
  CHECK(comments_in("- # one\n  a: 1\n") == Lines{"1:3 # one"});
}

TEST_CASE("what is quoted or a word is no comment", "[syntax]") {
  CHECK(comments_in("a: 'x # y' # z\n") == Lines{"1:12 # z"});
  CHECK(comments_in("a: \"x \\\" # y\" # z\n") == Lines{"1:15 # z"});
  CHECK(comments_in("a: 'x\n  # y\n  z' # w\n") == Lines{"3:6 # w"});
  CHECK(comments_in("'# k': x#y\n\"# l\": it's # z\n") == Lines{"2:13 # z"});
  CHECK(comments_in("a: x 'y # z'\n") == Lines{"1:9 # z'"});
  CHECK(comments_in("a: ~ # z\nb: # w\n") == Lines{"1:6 # z", "2:4 # w"});
}

TEST_CASE("a block text has no comments but in its head", "[syntax]") {
  CHECK(comments_in("a: | # head\n  # text\n  text\n # after\nb: 1\n") == Lines{"1:6 # head", "4:2 alone # after"});
  CHECK(comments_in("a:\n  - b: >-\n      # text\n\n      # more\n    # after\n    c: 1 # z\n") ==
        Lines{"6:5 alone # after", "7:10 # z"});
  CHECK(comments_in("a: |2\n    # text\n  # text\n# after\n") == Lines{"4:1 alone # after"});
  CHECK(comments_in("- |\n # text\n- |\n# after\n") == Lines{"4:1 alone # after"});
  CHECK(comments_in("a: |\n  # text") == Lines{});
}

TEST_CASE("line ends of all kinds end a comment", "[syntax]") {
  CHECK(comments_in("a: 1 # x\r\n# y\r\n") == Lines{"1:6 # x", "2:1 alone # y"});
  CHECK(comments_in("a: 1 # x") == Lines{"1:6 # x"});
  CHECK(comments_in("\xEF\xBB\xBF# x\na: 1\n") == Lines{"1:1 alone # x"});
  CHECK(comments_in("# x") == Lines{"1:1 alone # x"});
}
