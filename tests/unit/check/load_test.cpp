// Files as one rule set: order, broken files, files that cannot be read.
#include "engine/model/rulebook.h"
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {
namespace {

class FailingFiles : public FileReader {
 public:
  [[nodiscard]] Listing list(const std::string& root) const override {
    if (root == "lost") return {{}, "no such file or folder"};
    return {{"t.yaml"}, {}};
  }
  [[nodiscard]] Content read(const std::string&) const override { return {{}, "permission denied"}; }
};

Lines found_by(const FileReader& files, const std::vector<std::string>& roots) {
  Sources sources;
  return described(sources, load(files, roots, sources).diagnostics());
}

}  // namespace

TEST_CASE("check load: the base rules have no finding") {
  CHECK(findings_in({{"base.yaml", base_rules()}}) == Lines{});
}

TEST_CASE("check load: no rule files") {
  CHECK(findings_in({}) == Lines{"IF002 no `.yaml` or `.yml` file is below `.`"});
  CHECK(found_by(*memory_files({}), {}) == Lines{"IF002 no folder of rule files was named"});
}

TEST_CASE("check load: a folder or a file that cannot be read") {
  CHECK(found_by(FailingFiles(), {"lost"}) == Lines{"IF001 cannot read `lost`: no such file or folder"});
  CHECK(found_by(FailingFiles(), {"."}) == Lines{"IF001 cannot read `t.yaml`: permission denied"});
}

TEST_CASE("check load: a file named by two roots is read once") {
  const auto files = memory_files({{"rules/base.yaml", base_rules()}});
  CHECK(found_by(*files, {"rules", "rules/base.yaml"}) == Lines{});
}

TEST_CASE("check load: errors of all files are reported in one run, in order") {
  const Lines found = findings_in({{"b.yaml", "inforce: 2\n"}, {"a.yaml", "inforce: 1\nrestriction: {}\n"}});
  CHECK(found == Lines{"IF103 2:1-2:12 a rule file has no key `restriction`", "help: did you mean `restrictions`?",
                       "IF101 1:10-1:11 the format version is `2`", "help: this engine reads `inforce: 1`"});
}

TEST_CASE("check load: a broken file hides no error and makes none") {
  const std::string other =
      "inforce: 1\n"
      "restrictions:\n"
      "  r: {title: R, kind: rule, authority: lost, scope: lost = x}\n"
      "events:\n"
      "  - {id: e, title: E, date: lost.date, sources: [lost], effects: [{impose: lost, lost: 1}, {lift: g/lost}]}\n";
  const Lines found = findings_in({{"broken.yaml", "inforce: 1\nrestrictions: {\n"}, {"other.yaml", other}});
  REQUIRE(found.size() > 2);
  CHECK(found.front().starts_with("IF0"));
  std::vector<std::string> codes;
  for (const std::string& line : found) {
    if (line.starts_with("IF") && !line.starts_with("IF0")) codes.push_back(line.substr(0, 5));
  }
  CHECK(codes == std::vector<std::string>{"IF801", "IF106"});
}

TEST_CASE("check load: ids may be defined in any file") {
  CHECK(findings_in({{"a.yaml",
                      "inforce: 1\ndefaults: {time_zone: UTC}\nevents:\n"
                      "  - {id: e, title: E, date: f.date + 1 day, sources: [s], effects: [{impose: r}]}\n"},
                     {"b.yaml",
                      "inforce: 1\ndefaults: {time_zone: UTC}\nsources: {s: {title: T, publisher: P, kind: press}}\n"
                      "restrictions: {r: {title: R, kind: inquiry}}\n"
                      "events:\n  - {id: f, title: F, date: 2020-01-01, sources: [s], after: [e]}\n"}}) == Lines{});
}

TEST_CASE("check load: defaults are those of their own file") {
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto rules =
      load(*memory_files({{"a.yaml",
                           "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC, evidence: reported, sources: []}\n"
                           "events:\n  - {id: a, title: A, date: 2020-01-01}\n"
                           "  - {id: b, title: B, date: 2020-01-01, jurisdiction: NO, evidence: official}\n"},
                          {"b.yaml",
                           "inforce: 1\ndefaults: {time_zone: UTC}\n"
                           "events:\n  - {id: c, title: C, date: 2020-01-01, sources: []}\n"}}),
           roots, sources);
  REQUIRE(rules.ok());
  const auto& events = rules->model().events;
  CHECK(events[0].jurisdiction == "US");
  CHECK(events[1].jurisdiction == "NO");
  CHECK(events[2].jurisdiction.empty());
  CHECK(events[0].evidence == model::Evidence::reported);
  CHECK(events[1].evidence == model::Evidence::official);
  CHECK(events[2].evidence == model::Evidence::official);
}

}  // namespace inforce::test
