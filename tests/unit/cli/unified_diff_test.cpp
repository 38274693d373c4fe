#include "tools/inforce/unified_diff.h"

#include <random>
#include <sstream>
#include <utility>

#include "tests/support/catch.h"

using inforce::cli::unified_diff;

namespace {

std::string numbered(int from, int to) {
  std::string text;
  for (int i = from; i <= to; ++i) text += std::to_string(i) + "\n";
  return text;
}

// The text after the patch, as a patching program would make it.
std::string patched(const std::string& before, const std::string& patch) {
  std::istringstream in(patch);
  std::string line;
  std::getline(in, line);
  std::getline(in, line);
  std::string after;
  std::size_t at = 0;
  const auto next = [&] {
    const std::size_t end = std::min(before.find('\n', at), before.size() - 1) + 1;
    const std::string one = before.substr(at, end - at);
    at = end;
    return one;
  };
  std::size_t read = 0;
  bool added = false;
  while (std::getline(in, line)) {
    const bool was_added = std::exchange(added, line.front() == '+');
    if (line.starts_with("@@ -")) {
      const std::string range = line.substr(4, line.find(' ', 4) - 4);
      const std::size_t count = range.find(",0") == std::string::npos ? 1 : 0;
      for (const std::size_t first = std::stoul(range); read + count < first; ++read) after += next();
    } else if (line.front() == '+') {
      after += line.substr(1) + "\n";
    } else if (line.front() == '\\') {
      if (was_added) after.pop_back();
    } else {
      const std::string old = next();
      ++read;
      CHECK(old.substr(0, old.find('\n')) == line.substr(1));
      if (line.front() == ' ') after += old;
    }
  }
  return after + before.substr(std::min(at, before.size()));
}

}  // namespace

TEST_CASE("what is alike has no difference", "[diff]") {
  CHECK(unified_diff("a", "", "").empty());
  CHECK(unified_diff("a", "x\n", "x\n").empty());
}

TEST_CASE("a change stands among three lines of its neighbours", "[diff]") {
  std::string after = numbered(1, 9);
  after.replace(after.find("5\n"), 2, "five\n5 1/2\n");
  CHECK(unified_diff("rules/a.yaml", numbered(1, 9), after) ==
        "--- rules/a.yaml\n+++ rules/a.yaml\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+5 1/2\n 6\n 7\n 8\n");
}

TEST_CASE("changes are apart where seven lines lie between, else together", "[diff]") {
  const auto hunks = [](const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("@@ -"); at != std::string::npos; at = text.find("@@ -", at + 1)) ++count;
    return count;
  };
  CHECK(hunks(unified_diff("a", "x\n" + numbered(1, 7) + "x\n", "y\n" + numbered(1, 7) + "y\n")) == 2);
  CHECK(hunks(unified_diff("a", "x\n" + numbered(1, 6) + "x\n", "y\n" + numbered(1, 6) + "y\n")) == 1);
}

TEST_CASE("ends of files are told", "[diff]") {
  CHECK(unified_diff("a", "", "x\n") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+x\n");
  CHECK(unified_diff("a", "x\n", "") == "--- a\n+++ a\n@@ -1 +0,0 @@\n-x\n");
  CHECK(unified_diff("a", "x", "x\n") == "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
}

TEST_CASE("a difference leads from the one text to the other", "[diff]") {
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same texts each time
  const auto text = [&] {
    std::string lines;
    for (auto count = random() % 30; count > 0; --count)
      lines += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
    if (random() % 4 == 0) lines += "end";
    return lines;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string before = text();
    const std::string after = text();
    const std::string patch = unified_diff("a", before, after);
    INFO(patch);
    CHECK((before == after ? before : patched(before, patch)) == after);
  }
}

TEST_CASE("texts with nothing in common are replaced", "[diff]") {
  const std::string before = numbered(1, 4000);
  const std::string after = numbered(10001, 14000);
  CHECK(patched(before, unified_diff("a", before, after)) == after);
}
