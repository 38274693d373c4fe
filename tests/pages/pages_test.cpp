// Each diagnostic has its page, and each page is true: the wrong block gives that code on the marked lines and prints
// what the page says, the right block gives nothing. INFORCE_ACCEPT=1 writes what is printed into the pages.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "engine/diagnostics/report.h"
#include "inforce/inforce.h"
#include "tests/pages/page.h"
#include "tests/support/catch.h"
#include "tests/support/expect.h"

using namespace inforce;
using namespace inforce::test;
namespace fs = std::filesystem;

namespace {

// What no YAML text on a page can show: the disk, bytes that are no text, questions, the command line.
const std::set<std::string> shown_on_the_console{"IF001", "IF002", "IF003", "IF004", "IF006", "IF019", "IF120",
                                                 "IF601", "IF602", "IF603", "IF604", "IF605", "IF606", "IF607",
                                                 "IF608", "IF609", "IF610", "IF611", "IF865", "IF867", "IF868"};

fs::path folder() { return fs::path(INFORCE_SOURCE_DIR) / "engine/diagnostics/codes"; }

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// What `inforce check` finds in one file.
struct Checkup {
  explicit Checkup(const std::string& text) {
    const std::vector<std::string> roots{"rules.yaml"};
    CheckSettings settings;
    settings.today = std::chrono::sys_days{std::chrono::year{2025} / 9 / 1};
    found = check(*memory_files({{"rules.yaml", text}}), roots, settings, sources).found;
  }

  [[nodiscard]] std::string printed() const { return render(found, sources, {}); }

  [[nodiscard]] std::vector<std::uint32_t> lines() const {
    std::set<std::uint32_t> numbers;
    for (const Diagnostic& one : found) numbers.insert(one.primary ? sources.begin_of(one.primary->span).line : 0);
    return {numbers.begin(), numbers.end()};
  }

  Sources sources;
  std::vector<Diagnostic> found;
};

void accept(const fs::path& path, std::string page, const Block& prints, const std::string& printed) {
  page.replace(prints.begin, prints.text.size(), printed);
  std::ofstream(path, std::ios::binary) << page;
}

void check_wrong_block(const fs::path& path, const std::string& page, const std::string& code) {
  const auto wrong = block(page, "Wrong");
  const auto prints = block(page, "Prints");
  REQUIRE(wrong);
  REQUIRE(prints);
  CHECK(wrong->language == "yaml");
  CHECK(prints->language == "text");
  const Checkup checkup(wrong->text);
  INFO(checkup.printed());
  for (const std::string& seen : codes_of(checkup.found)) CHECK(seen == code);
  CHECK_FALSE(checkup.found.empty());
  CHECK(checkup.lines() == marked_lines(wrong->text, code));
  if (std::getenv("INFORCE_ACCEPT") != nullptr) {
    accept(path, page, *prints, checkup.printed());
  } else {
    CHECK(checkup.printed() == prints->text);
  }
}

void check_right_block(const std::string& page) {
  const auto right = block(page, "Right");
  REQUIRE(right);
  CHECK(right->language == "yaml");
  CHECK(Checkup(right->text).printed().empty());
}

void check_related(const std::string& page, const std::string& code) {
  const std::string related = section(page, "Related");
  const std::regex pattern("IF[0-9]{3}");
  for (std::sregex_iterator next(related.begin(), related.end(), pattern), end; next != end; ++next) {
    INFO(next->str());
    CHECK(find_code(next->str()));
    CHECK(next->str() != code);
  }
}

}  // namespace

TEST_CASE("each diagnostic has a page and each page a diagnostic", "[pages]") {
  std::set<std::string> listed;
  for (const CodeInfo& info : all_codes()) listed.insert(to_string(info.code) + ".md");
  std::set<std::string> written;
  for (const auto& entry : fs::directory_iterator(folder())) written.insert(entry.path().filename().string());
  std::vector<std::string> apart;
  std::set_symmetric_difference(listed.begin(), listed.end(), written.begin(), written.end(),
                                std::back_inserter(apart));
  CHECK(apart == std::vector<std::string>{});
}

TEST_CASE("each page has its form", "[pages]") {
  const std::vector<std::string> form{"Wrong", "Prints", "Right", "Why", "Related"};
  for (const CodeInfo& info : all_codes()) {
    const std::string code = to_string(info.code);
    const std::string page = read(folder() / (code + ".md"));
    if (page.empty()) continue;
    INFO(code);
    CHECK(page.starts_with("# " + code + " " + std::string(info.title) + "\n\n"));
    CHECK(headings(page) == form);
    for (const std::string& heading : form) CHECK(section(page, heading).size() > 1);
    check_related(page, code);
    CHECK(std::count(page.begin(), page.end(), '\n') <= 100);
  }
}

TEST_CASE("the program holds the pages", "[pages]") {
  for (const CodeInfo& info : all_codes()) {
    INFO(to_string(info.code));
    CHECK(info.page == read(folder() / (to_string(info.code) + ".md")));
  }
}

TEST_CASE("what a page shows is what is printed", "[pages]") {
  for (const CodeInfo& info : all_codes()) {
    const std::string code = to_string(info.code);
    const fs::path path = folder() / (code + ".md");
    const std::string page = read(path);
    if (page.empty() || shown_on_the_console.contains(code)) continue;
    DYNAMIC_SECTION(code) {
      check_wrong_block(path, page, code);
      check_right_block(page);
    }
  }
}

TEST_CASE("what is shown on the console is a session", "[pages]") {
  for (const std::string& code : shown_on_the_console) {
    INFO(code);
    const std::string page = read(folder() / (code + ".md"));
    const auto wrong = block(page, "Wrong");
    const auto right = block(page, "Right");
    REQUIRE(wrong);
    REQUIRE(right);
    CHECK(wrong->language == "console");
    CHECK(right->language == "console");
    CHECK(wrong->text.starts_with("$ "));
    CHECK(right->text.starts_with("$ "));
  }
}
