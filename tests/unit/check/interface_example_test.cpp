// The example of the interface description loads without an error, and so does one of our own.
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {
namespace {

std::optional<std::string> read(const std::string& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::optional<std::string> interface_page() {
  if (const char* folder = std::getenv("INFORCE_DESIGN")) return read(std::string(folder) + "/interface.md");
  return read(std::string(INFORCE_SOURCE_DIR) + "/../shared/design/interface.md");
}

std::string first_yaml_block(const std::string& page) {
  const std::string fence = "```yaml\n";
  const std::size_t begin = page.find(fence);
  if (begin == std::string::npos) return {};
  const std::size_t end = page.find("\n```", begin);
  return page.substr(begin + fence.size(), end - begin - fence.size() + 1);
}

}  // namespace

TEST_CASE("check interface example: it loads without an error") {
  const auto page = interface_page();
  if (!page) {
    WARN("the interface description is not there; skipped");
    return;
  }
  const std::string block = first_yaml_block(*page);
  REQUIRE(block.starts_with("inforce: 1"));
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto rules = load(*memory_files({{"example.yaml", block}}), roots, sources);
  CHECK(described(sources, rules.diagnostics()) ==
        Lines{"IF802 56:3-56:16 `us-huawei-tgl` is never imposed, so it is never in force",
              "help: impose it by an effect of an event"});
  REQUIRE(rules.ok());
  CHECK(rules->measures() ==
        std::vector<std::string_view>{"us-entity-list", "us-h20-licence", "us-huawei-licence", "us-huawei-tgl"});
  CHECK(rules->events() == std::vector<std::string_view>{"us-h20-letter", "us-huawei-listed"});
}

TEST_CASE("check interface example: a complete rule set loads without a finding") {
  const auto text = read(std::string(INFORCE_SOURCE_DIR) + "/tests/unit/check/fixtures/example.yaml");
  REQUIRE(text);
  CHECK(findings_in({{"example.yaml", *text}}) == Lines{});
}

}  // namespace inforce::test
