#include "tests/support/catch.h"
#include "tests/unit/lint/checkup.h"

using namespace inforce;
using namespace inforce::test;

namespace {

CheckSettings with_baseline(std::vector<BaselineEntry> entries, bool renewed = false) {
  auto settings = settings_with();
  settings.working_folder = "/law";
  settings.baseline = Baseline{std::move(entries), "/law", renewed};
  return settings;
}

std::vector<BaselineEntry> baseline_of(const Files& files) { return Checkup(files, with_baseline({})).report.baseline; }

const Files two{{"a.yaml", doubtful()}, {"b.yaml", "inforce: 1\n"}};

}  // namespace

TEST_CASE("what is in the baseline does not count", "[lint]") {
  const auto entries = baseline_of(two);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].code == "IF805");
  CHECK(entries[0].path == "a.yaml");
  CHECK(entries[0].message == "every case meets this scope");
  CHECK(entries[0].fingerprint.size() == 64);
  const Checkup checkup(two, with_baseline(entries));
  CHECK(checkup.codes() == Lines{});
  CHECK(checkup.suppressed() == Lines{"IF805 in the baseline"});
  CHECK(checkup.report.baseline.size() == 1);
}

TEST_CASE("the baseline knows a finding whose line has moved", "[lint]") {
  const Files moved{{"a.yaml", "# one\n# two\n" + doubtful()}};
  CHECK(Checkup(moved, with_baseline(baseline_of(two))).codes() == Lines{});
}

TEST_CASE("the baseline knows a file by its path from the baseline's folder", "[lint]") {
  auto settings = with_baseline(baseline_of(two));
  settings.working_folder = "/law/sub";
  CHECK(Checkup(Files{{"../a.yaml", doubtful()}}, settings, {"../a.yaml"}).codes() == Lines{});
  CHECK(Checkup(Files{{"a.yaml", doubtful()}}, settings).codes() == Lines{"IF805"});
}

TEST_CASE("a new finding beside those of the baseline counts", "[lint]") {
  auto text = doubtful();
  text.replace(text.find("d != CN}}"), 9, "d != CN},\n  n: {title: N, kind: guidance}}");
  CHECK(Checkup(Files{{"a.yaml", text}}, with_baseline(baseline_of(two))).codes() == Lines{"IF867", "IF805", "IF802"});
}

TEST_CASE("entries that nothing fits are said, of the files that are looked at", "[lint]") {
  const auto entries = baseline_of({{"rules/a.yaml", doubtful()}, {"b.yaml", "inforce: 1\n"}});
  const Files clean{{"rules/a.yaml", "inforce: 1\n"}, {"b.yaml", "inforce: 1\n"}};
  CHECK(Checkup(clean, with_baseline(entries)).found() ==
        Lines{"IF867 the baseline keeps IF805 in `rules/a.yaml`, which is found no more"});
  CHECK(Checkup(clean, with_baseline(entries), {"rules"}).codes() == Lines{"IF867"});
  const Checkup other(clean, with_baseline(entries), {"b.yaml"});
  CHECK(other.codes() == Lines{});
  CHECK(other.report.baseline.size() == 1);
  auto settings = with_baseline(entries);
  settings.rules = {{"IF867", {}, false, std::nullopt}};
  CHECK(Checkup(clean, settings).codes() == Lines{});
}

TEST_CASE("a baseline that is renewed takes what counts and drops what is gone", "[lint]") {
  auto old = baseline_of(two);
  old.push_back({std::string(64, 'a'), "IF804", "a.yaml", "gone", std::nullopt});
  const Checkup checkup(two, with_baseline(old, true));
  CHECK(checkup.codes() == Lines{});
  CHECK(checkup.suppressed() == Lines{"IF805 in the baseline"});
  REQUIRE(checkup.report.baseline.size() == 1);
  CHECK(checkup.report.baseline[0].code == "IF805");
}

TEST_CASE("errors are in no baseline, and leave it as it is", "[lint]") {
  const Files broken{{"a.yaml", doubtful()}, {"b.yaml", "inforce: 2\n"}};
  const Checkup checkup(broken, with_baseline(baseline_of(two), true));
  CHECK(checkup.codes() == Lines{"IF101"});
  CHECK(checkup.report.gate_closed);
  REQUIRE(checkup.report.baseline.size() == 1);
  CHECK(checkup.report.baseline[0].code == "IF805");
}

TEST_CASE("what a comment suppresses or a setting leaves out is in no baseline", "[lint]") {
  CHECK(baseline_of({{"a.yaml", doubtful(" # inforce: ignore[IF805] reason: x")}}).empty());
  auto settings = with_baseline({});
  settings.rules = {{"IF805", {}, false, std::nullopt}};
  CHECK(Checkup(two, settings).report.baseline.empty());
}
