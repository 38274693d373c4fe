// Whatever is laid out says the same, comment for comment, and laid out again stays as it is: over the corpus, the
// public YAML test suite where it is at hand, and texts put together at random.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <nlohmann/json.hpp>

#include "engine/syntax/comments.h"
#include "tests/support/catch.h"
#include "tests/unit/syntax/layout_support.h"

using namespace inforce;
using namespace inforce::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> comments_in(const Parsed& parsed) {
  std::vector<std::string> words;
  for (const auto& comment : syntax::comments(parsed.sources, FileId{0}, *parsed.node)) {
    std::string text = parsed.text(comment.span);
    text.erase(text.find_last_not_of(" \t") + 1);
    words.push_back(text);
  }
  return words;
}

// Whether the text has a layout. A refusal must be the parser's, but for the few texts that are called `strange`.
bool check_layout(const std::string& text, bool strange = false) {
  INFO(text);
  const Parsed before(text);
  const std::string once = laid_out(text);
  if (!before.node || !before.found.empty()) {
    CHECK(once.starts_with("IF0"));
    return false;
  }
  if (strange && once == "IF019") return false;
  const Parsed after(once);
  REQUIRE(after.node);
  CHECK(after.found.empty());
  CHECK(shape(*before.node) == shape(*after.node));
  CHECK(comments_in(before) == comments_in(after));
  CHECK(laid_out(once) == once);
  CHECK((once.empty() || once.back() == '\n'));
  return true;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the corpus and the timelines are laid out", "[layout]") {
  int files = 0;
  for (const char* folder : {"rules", "timelines"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(INFORCE_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".yaml") continue;
      INFO(entry.path());
      const std::string text = read(entry.path());
      CHECK(check_layout(text));
      ++files;
    }
  }
  CHECK(files > 30);
}

TEST_CASE("the documents of the YAML test suite that are read can be laid out", "[layout]") {
  const char* folder = std::getenv("INFORCE_EXAMPLES");
  const fs::path examples = folder != nullptr ? fs::path(folder) : fs::path(INFORCE_SOURCE_DIR) / "../shared/examples";
  std::ifstream in(examples / "yaml-test-suite.jsonl");
  if (!in) {
    WARN("skipped: the YAML test suite is not at hand (set INFORCE_EXAMPLES)");
    return;
  }
  int laid = 0;
  for (std::string line; std::getline(in, line);) {
    const auto test = nlohmann::json::parse(line);
    laid += check_layout(test["yaml"].get<std::string>(), test["must_fail"].get<bool>()) ? 1 : 0;
  }
  CHECK(laid >= 190);
}

TEST_CASE("texts put together at random keep their meaning", "[layout]") {
  static const std::vector<std::string> parts{"a: ",
                                              "b:\n",
                                              "- ",
                                              "-\n",
                                              "\n",
                                              "\n",
                                              "\n  ",
                                              "\n    ",
                                              "\n\n",
                                              "  ",
                                              "{",
                                              "}",
                                              "[",
                                              "]",
                                              ", ",
                                              ",\n ",
                                              "word",
                                              "NO",
                                              "~",
                                              "'x y'",
                                              "\"q\"",
                                              " # c\n",
                                              "# d\n",
                                              "|\n",
                                              "  text\n",
                                              ">-\n",
                                              "|+\n",
                                              "\r\n",
                                              "é",
                                              "c: d",
                                              "\"two\n   lines\"",
                                              "{e: f}",
                                              "[g, h]",
                                              "\n- i: j\n",
                                              "\n  k: l\n"};
  std::mt19937 random(20250409);  // NOLINT(cert-msc51-cpp): the same texts each time
  int laid = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string text;
    for (auto count = 2 + random() % 12; count > 0; --count) text += parts[random() % parts.size()];
    laid += check_layout(text, text.find_first_of("|>") != std::string::npos) ? 1 : 0;
  }
  CHECK(laid > 2000);
}
