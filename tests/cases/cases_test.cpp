// Runs the sessions of tests/cases/**/*.md, of timelines/*/questions.md and of the README. INFORCE_ACCEPT=1 rewrites
// what is expected, INFORCE_ACCEPT=on/ only on pages whose path has these words.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/cases/session.h"
#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;
using namespace inforce::cases;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> pages_below(const fs::path& folder, bool (*wanted)(const fs::path&)) {
  std::vector<fs::path> pages;
  if (!fs::exists(folder)) return pages;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && wanted(entry.path())) pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

std::vector<fs::path> all_pages() {
  const fs::path root{INFORCE_SOURCE_DIR};
  auto pages = pages_below(root / "tests" / "cases", [](const fs::path& path) {
    return path.extension() == ".md" && path.filename() != "README.md";
  });
  const auto questions =
      pages_below(root / "timelines", [](const fs::path& path) { return path.filename() == "questions.md"; });
  pages.insert(pages.end(), questions.begin(), questions.end());
  pages.push_back(root / "README.md");
  return pages;
}

void accept(const fs::path& path, const Page& page) {
  const auto text = accepted(page);
  std::ofstream(path, std::ios::binary) << text;
}

/// `1` accepts what all pages say, other words what those pages say whose path has them.
bool is_accepted(const std::filesystem::path& path, std::string_view words) {
  return words == "1" || (!words.empty() && path.string().find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("sessions say what is expected") {
  const char* accepted = std::getenv("INFORCE_ACCEPT");
  const auto pages = all_pages();
  REQUIRE(!pages.empty());
  for (const auto& path : pages) {
    const auto page = read_page(text_of(path));
    const bool accepting = accepted != nullptr && is_accepted(path, accepted);
    if (accepting) accept(path, page);
    const auto now = accepting ? read_page(text_of(path)) : page;
    CHECK(!now.steps.empty());
    Written written;
    for (const auto& step : now.steps) {
      const auto said = said_to(step, written);
      INFO(path.string() << ":" << step.line << "\n$ " << step.command << "\nsaid:\n"
                         << said << "\nexpected:\n"
                         << step.expected);
      CHECK(matches(step.expected, said));
    }
  }
}

TEST_CASE("a line of three dots stands for any number of lines") {
  CHECK(matches("a\n...\nc\n", "a\nb\nb\nc\n"));
  CHECK(matches("a\n...\nc\n", "a\nc\n"));
  CHECK(matches("...\n", ""));
  CHECK(!matches("a\n...\nc\n", "a\nb\n"));
  CHECK(!matches("a\n", "a\nb\n"));
  CHECK(!matches("a\nb\n", "a\n"));
}

TEST_CASE("a page gives files to the sessions after them") {
  const auto page =
      read_page("```yaml file=a.yaml\ninforce: 1\n```\n\n```console\n$ inforce check a.yaml\nok\n[exit 1]\n```\n");
  REQUIRE(page.steps.size() == 1);
  CHECK(page.steps.front().command == "inforce check a.yaml");
  CHECK(page.steps.front().expected == "ok\n[exit 1]\n");
  CHECK(page.steps.front().files.at("a.yaml") == "inforce: 1\n");
}
