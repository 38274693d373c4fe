// What `timeline` does by where its output goes.
#include <sstream>

#include "tests/support/catch.h"
#include "tools/inforce/environment.h"

using namespace inforce;

namespace {

struct Said {
  int status = 0;
  std::string out;
  std::string err;
  std::string written;
};

Said said_to(bool terminal, std::vector<std::string> more) {
  const auto files =
      memory_files({{"rules/a.yaml",
                     "inforce: 1\n"
                     "defaults: {jurisdiction: US, time_zone: UTC}\n"
                     "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
                     "restrictions: {m: {title: Measure m, kind: prohibition}}\n"
                     "events:\n"
                     "  - {id: e, title: E, date: 2025-01-01, sources: [s], effects: [{impose: m}]}\n"}});
  std::ostringstream out;
  std::ostringstream err;
  Said said;
  cli::Environment environment{out, err, *files, [] { return Date{}; }, {}, "/work", ""};
  environment.out_is_terminal = terminal;
  environment.write = [&](const std::string&, std::string_view text) {
    said.written = text;
    return std::string{};
  };
  std::vector<std::string> words{"timeline", "m", "--rules", "rules"};
  words.insert(words.end(), more.begin(), more.end());
  said.status = cli::run(words, environment);
  said.out = out.str();
  said.err = err.str();
  return said;
}

}  // namespace

TEST_CASE("a workbook is never written to a terminal") {
  for (const auto& more : {std::vector<std::string>{"--format", "xlsx"}, {"--format", "xlsx", "-o", "-"}}) {
    const auto said = said_to(true, more);
    CHECK(said.status == cli::no_answer);
    CHECK(said.out.empty());
    CHECK_THAT(said.err, ContainsSubstring("a workbook is no text for a terminal"));
    CHECK_THAT(said.err, ContainsSubstring("name a file with `-o`, or write into a pipe"));
  }
  CHECK(said_to(true, {"--format", "md"}).status == cli::answered);
}

TEST_CASE("a workbook goes into a pipe or a file as it is") {
  const auto piped = said_to(false, {"--format", "xlsx"});
  CHECK(piped.status == cli::answered);
  CHECK(piped.out.starts_with("PK"));
  CHECK(piped.err.empty());
  const auto kept = said_to(true, {"--format", "xlsx", "-o", "m.xlsx"});
  CHECK(kept.status == cli::answered);
  CHECK(kept.out.empty());
  CHECK(kept.written == piped.out);
}
