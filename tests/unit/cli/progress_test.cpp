#include "tools/inforce/progress.h"

#include <algorithm>
#include <sstream>

#include "tests/support/catch.h"

using namespace inforce;
using namespace inforce::cli;

namespace {

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  std::unique_ptr<FileReader> files = memory_files({{"rules/a.yaml", "x"}, {"rules/b.yaml", "x"}});
  Environment environment{out, err, *files, [] { return Date{}; }, {}, "/", ""};
  Arguments arguments;

  Terminal() { environment.err_is_terminal = true; }

  /// What is said of some work.
  std::string said() {
    {
      Progress progress(arguments, environment);
      const CountedFiles counted(*files, progress, "checking");
      (void)counted.list("rules");
      (void)counted.read("rules/a.yaml");
      (void)counted.read("rules/a.yaml");
      (void)counted.read("rules/b.yaml");
      progress.stage("compiling");
      progress.stage("compiling");
    }
    return err.str();
  }
};

}  // namespace

TEST_CASE("each stage takes the place of the one before, and the last one goes") {
  CHECK(Terminal().said() ==
        "reading 1 of 2 files ...\r\033[Kreading 2 of 2 files ...\r\033[Kchecking 2 files ..."
        "\r\033[Kcompiling ...\r\033[K");
}

TEST_CASE("nothing is said where nobody can see it go, or wants to") {
  Terminal file;
  file.environment.err_is_terminal = false;
  CHECK(file.said().empty());
  Terminal quiet;
  quiet.arguments.options["--quiet"] = {""};
  CHECK(quiet.said().empty());
  Terminal dumb;
  dumb.environment.variables["TERM"] = "dumb";
  CHECK(dumb.said().empty());
}

TEST_CASE("of many files only some are told") {
  Terminal terminal;
  {
    Progress progress(terminal.arguments, terminal.environment);
    for (std::size_t i = 1; i <= 10000; ++i) progress.count("reading", i, 10000, "files");
  }
  const auto text = terminal.err.str();
  CHECK(std::count(text.begin(), text.end(), '\r') == 101);
  CHECK(text.ends_with("reading 10000 of 10000 files ...\r\033[K"));
}

TEST_CASE("the line is gone before an error or an answer is said") {
  Terminal terminal;
  CHECK(run(std::vector<std::string>{"on", "2025-01-01", "--color", "never"}, terminal.environment) == no_answer);
  const auto text = terminal.err.str();
  INFO(text);
  const auto error = text.find("error[");
  REQUIRE(error != std::string::npos);
  CHECK(text.substr(0, error).ends_with("\r\033[K"));
  CHECK(text.find(" ...", error) == std::string::npos);
}
