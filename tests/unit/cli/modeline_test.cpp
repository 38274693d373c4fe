#include "tools/inforce/modeline.h"

#include <sstream>

#include "tests/support/catch.h"

using namespace inforce;
using namespace inforce::cli;

namespace {

using Held = std::vector<std::pair<std::string, std::string>>;

struct World {
  explicit World(Held held) : files(memory_files(std::move(held))) {}
  std::ostringstream out;
  std::ostringstream err;
  std::unique_ptr<FileReader> files;
  Environment environment{out, err, *files, [] { return Date{}; }, {}, "/law/rules", ""};
};

std::string line_for(const std::string& path, const std::string& schema) {
  return modeline(path, schema, World(Held{}).environment);
}

}  // namespace

TEST_CASE("both forms of the line are known, as comments alone", "[modeline]") {
  CHECK(has_modeline("a: b\n  #yaml-language-server: $schema=x.json\r\n"));
  CHECK(has_modeline("# $schema: x.json\n"));
  CHECK_FALSE(has_modeline("# yaml-language-server: disable\n"));
  CHECK_FALSE(has_modeline("$schema: x.json\n"));
  CHECK_FALSE(has_modeline(""));
}

TEST_CASE("the path is counted from the folder of the rule file", "[modeline]") {
  CHECK(line_for("us/a.yaml", "inforce.schema.json") == "# yaml-language-server: $schema=../inforce.schema.json\n");
  CHECK(line_for("./us/a.yaml", "us/s.json") == "# yaml-language-server: $schema=s.json\n");
  CHECK(line_for("/law/rules/us/a.yaml", "s.json") == "# yaml-language-server: $schema=../s.json\n");
  CHECK(line_for("a.yaml", "/etc/s.json") == "# yaml-language-server: $schema=../../etc/s.json\n");
  CHECK(line_for("a.yaml", "https://example.org/s.json") ==
        "# yaml-language-server: $schema=https://example.org/s.json\n");
}

TEST_CASE("the nearest schema is beside the file or above it", "[modeline]") {
  const World both(Held{{"us/inforce.schema.json", "{}"}, {"inforce.schema.json", "{}"}});
  CHECK(schema_near("us/a.yaml", both.environment) == "us/inforce.schema.json");
  CHECK(schema_near("cn/x/a.yaml", both.environment) == "inforce.schema.json");
  const World above(Held{{"../inforce.schema.json", "{}"}});
  CHECK(schema_near("us/a.yaml", above.environment) == "../inforce.schema.json");
  CHECK_FALSE(schema_near("us/a.yaml", World(Held{}).environment));
}
