#include "engine/lint/selection.h"

#include "tests/support/catch.h"
#include "tests/unit/lint/checkup.h"

using namespace inforce;
using namespace inforce::test;

namespace {

FindingRule ignoring(std::string codes, std::string paths = {}) {
  return {std::move(codes), std::move(paths), false, std::nullopt};
}
FindingRule selecting(std::string codes) { return {std::move(codes), {}, true, std::nullopt}; }
FindingRule as(std::string codes, Severity severity) { return {std::move(codes), {}, std::nullopt, severity}; }

}  // namespace

TEST_CASE("words for codes", "[lint]") {
  CHECK(lint::means("IF805", Code{805}));
  CHECK(lint::means("if805", Code{805}));
  CHECK(lint::means("scope_always_met", Code{805}));
  CHECK(lint::means("IF8", Code{805}));
  CHECK(lint::means("IF80", Code{805}));
  CHECK(lint::means("all", Code{805}));
  CHECK_FALSE(lint::means("IF80", Code{860}));
  CHECK_FALSE(lint::means("IF", Code{805}));
  CHECK_FALSE(lint::means("", Code{805}));
  CHECK_FALSE(lint::means("IF8055", Code{805}));
}

TEST_CASE("what is wrong with words for codes", "[lint]") {
  CHECK_FALSE(lint::fault_in_codes("IF8", true));
  CHECK_FALSE(lint::fault_in_codes("all", true));
  CHECK_FALSE(lint::fault_in_codes("IF301", false));
  const auto unknown = lint::fault_in_codes("IF8055", false);
  REQUIRE(unknown);
  CHECK(unknown->message == "no diagnostic has the code `IF8055`");
  CHECK(unknown->help == "did you mean `IF805`?");
  CHECK(to_string(unknown->code) == "IF604");
  CHECK(to_string(lint::fault_in_codes("bad_condition", true)->code) == "IF609");
  CHECK(lint::fault_in_codes("IF3", true)->message ==
        "all codes that begin with `IF3` are errors of the files, which always count");
  CHECK(lint::fault_in_codes("\xFF\n", true)->code == Code{604});
}

TEST_CASE("the last rule that speaks of a finding decides", "[lint]") {
  CHECK(Checkup(doubtful()).codes() == Lines{"IF805"});
  CHECK(Checkup(doubtful(), settings_with({ignoring("IF8")})).codes() == Lines{});
  CHECK(Checkup(doubtful(), settings_with({ignoring("all"), selecting("IF805")})).codes() == Lines{"IF805"});
  CHECK(Checkup(doubtful(), settings_with({selecting("IF805"), ignoring("all")})).codes() == Lines{});
  CHECK(Checkup(doubtful(), settings_with({ignoring("IF805"), as("IF805", Severity::error)})).codes() == Lines{});
}

TEST_CASE("severity is given by code, and the gate goes by it", "[lint]") {
  auto settings = settings_with({as("IF8", Severity::note), as("scope_always_met", Severity::error)});
  CHECK(Checkup(doubtful(), settings).report.count(Severity::error) == 1);
  CHECK(Checkup(doubtful(), settings).report.gate_closed);
  settings.rules.pop_back();
  CHECK(Checkup(doubtful(), settings).report.count(Severity::note) == 1);
  CHECK_FALSE(Checkup(doubtful(), settings).report.gate_closed);
  settings.fail_on = Severity::warning;
  CHECK_FALSE(Checkup(doubtful(), settings).report.gate_closed);
  settings.fail_on = Severity::note;
  CHECK(Checkup(doubtful(), settings).report.gate_closed);
  settings.fail_on = std::nullopt;
  CHECK_FALSE(Checkup("inforce: 2\n", settings).report.gate_closed);
}

TEST_CASE("rules speak of the files that their glob fits", "[lint]") {
  const Files files{{"rules/us/a.yaml", doubtful()}};
  CHECK(Checkup(files, settings_with({ignoring("IF805", "rules/us/**")})).codes() == Lines{});
  CHECK(Checkup(files, settings_with({ignoring("IF805", "rules/*.yaml")})).codes() == Lines{"IF805"});
  auto below = settings_with({ignoring("IF805", "us/*")});
  below.working_folder = "/project";
  below.folder = "/project/rules";
  CHECK(Checkup(files, below).codes() == Lines{});
  below.folder = "/project";
  CHECK(Checkup(files, below).codes() == Lines{"IF805"});
}

TEST_CASE("no setting touches an error", "[lint]") {
  const auto settings = settings_with({ignoring("all"), as("all", Severity::note)});
  const Checkup checkup("inforce: 2\n", settings);
  CHECK(checkup.codes() == Lines{"IF101"});
  CHECK(checkup.report.count(Severity::error) == 1);
  CHECK(checkup.report.gate_closed);
}
