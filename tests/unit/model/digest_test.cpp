// The digest: what changes it, and what does not (S27).
#include <algorithm>
#include <fstream>
#include <sstream>

#include "engine/model/rulebook.h"
#include "inforce/rulebook.h"
#include "tests/support/catch.h"
#include "tests/support/expect.h"

namespace inforce::test {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string example() {
  std::ifstream file(std::string(INFORCE_SOURCE_DIR) + "/tests/unit/check/fixtures/example.yaml");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The digest, or what was found where the rules do not load.
std::string digest_of(Files files) {
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto rules = load(*memory_files(std::move(files)), roots, sources);
  return rules ? rules->digest() : brief(sources, rules.diagnostics()).front();
}
std::string digest_of(std::string text) { return digest_of(Files{{"rules.yaml", std::move(text)}}); }

std::string replaced(std::string text, const std::string& seen, const std::string& by) {
  const std::size_t at = text.find(seen);
  REQUIRE(at != std::string::npos);
  return text.replace(at, seen.size(), by);
}

/// The text in blocks, each beginning with a line of which `begins` is true; the first is what stands before them.
template <class Begins>
std::vector<std::string> blocks(const std::string& text, Begins begins) {
  std::vector<std::string> found(1);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (begins(line)) found.emplace_back();
    found.back() += line + "\n";
  }
  return found;
}

std::vector<std::string> sections(const std::string& text) {
  return blocks(text, [](const std::string& line) { return !line.empty() && line[0] >= 'a' && line[0] <= 'z'; });
}

std::string reversed_records(const std::string& section) {
  auto parts = blocks(section, [](const std::string& line) {
    return line.size() > 2 && line.starts_with("  ") && line[2] != ' ' && line[2] != '#';
  });
  std::reverse(parts.begin() + 1, parts.end());
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

}  // namespace

TEST_CASE("model digest: SHA-256 in hexadecimal, alike in every run") {
  const std::string digest = digest_of(example());
  CHECK(digest.size() == 7 + 64);
  CHECK(digest.starts_with("sha256:"));
  CHECK(digest.find_first_not_of("0123456789abcdef", 7) == std::string::npos);
  CHECK(digest == digest_of(example()));
}

TEST_CASE("model digest: files, their names and the order of records change nothing") {
  const std::string digest = digest_of(example());
  CHECK(digest_of(Files{{"other/name.yml", example()}}) == digest);
  const auto parts = sections(example());
  std::string defaults;
  for (const std::string& part : parts) {
    if (part.starts_with("defaults")) defaults = part;
  }
  REQUIRE_FALSE(defaults.empty());
  Files files;
  std::string backwards;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].starts_with("defaults") || parts[i].starts_with("inforce")) continue;
    files.emplace_back("part-" + std::to_string(90 - i) + ".yaml",
                       "inforce: 1\n" + defaults + reversed_records(parts[i]));
    backwards = reversed_records(parts[i]) + backwards;
  }
  REQUIRE(files.size() > 8);
  CHECK(digest_of(files) == digest);
  CHECK(digest_of(backwards + reversed_records(defaults) + "inforce: 1\n") == digest);
}

TEST_CASE("model digest: spelling that has no meaning changes nothing") {
  const std::string text = example();
  const std::string digest = digest_of(text);
  const std::vector<std::pair<std::string, std::string>> spellings = {
      {"inforce: 1\n", "# A comment\ninforce: 1   # and one more\n\n"},
      {"effective: published + 1 day", "effective: published+1 days"},
      {"range_km: 12.50", "range_km: 1.25e1"},
      {"title: Annex IV, attribute: end_user", "attribute: end_user, title: \"Annex IV\""},
      {"scope: range_km >= 10", "scope: (range_km>=10)"},
      {"sources: [oj-2021-17, press-7]", "sources: [press-7, oj-2021-17]"},
      {"weekend: [Sat, Sun]", "weekend: [Sunday, Sat]"},
      {"item: [6A005, 6A995]", "item: [6A995, 6A005]"},
      {"          - zeta\n          - {id: acme, names: [ACME Optics, AO], policy: denial, note: Sole producer}\n",
       "          - {note: Sole producer, id: acme, policy: denial, names: [ACME Optics, AO]}\n          - zeta\n"},
      {"    evidence: reported\n", "    evidence: reported\n    x-found-by: someone\n"},
      {"    forbids: Late reports\n", "    forbids: Late reports\n    jurisdiction: EU\n"},
      {"expect: {verdict: notify}", "expect: {verdict: clear}"},
  };
  for (const auto& [seen, by] : spellings) {
    INFO(by);
    CHECK(digest_of(replaced(text, seen, by)) == digest);
  }
}

TEST_CASE("model digest: every value counts") {
  const std::string text = example();
  const std::string digest = digest_of(text);
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"regime: eu-optics", "regime: eu-other"},
      {"time_zone: Europe/Brussels", "time_zone: Europe/Oslo"},
      {"jurisdiction: EU\n", "jurisdiction: UN\n"},
      {"  authority: eu-council", "  authority: no-dta"},
      {"name: Council of the European Union", "name: Council"},
      {"note: Not a member state", "note: Elsewhere"},
      {"publisher: Publications Office", "publisher: Office"},
      {"date: 2021-03-02\n", "date: 2021-03-03\n"},
      {"kind: gazette", "kind: official"},
      {"cite: OJ L 17", "cite: OJ L 18"},
      {"url: https://example.org/oj/17", "url: https://example.org/oj/18"},
      {"quote: It shall enter into force on", "quote: It enters into force on"},
      {"from: 2021-01-01", "from: 2021-01-02"},
      {"reviewed: 2024-12-31", "reviewed: 2024-12-30"},
      {"review_every: 90 days", "review_every: 30 days"},
      {"scope: item under 6A and", "scope: item under 6B and"},
      {"range_km: {type: number, unit: km}", "range_km: {type: number, unit: m}"},
      {"signed: {type: date}", "signed: {type: date, title: Signed on}"},
      {"destination: {type: country}", "destination: {type: code}"},
      {"destination: {type: country}", "destination: {type: country, also: [XK]}"},
      {"item: {type: code, title", "item: {type: code, values: [6A002.a, 6A005, 6A995], title"},
      {"title: Detector, range_km: 12.5", "title: Detector, range_km: 13"},
      {"title: Annex IV", "title: Annex V"},
      {"eu-optics-rules: {title: The Regulation, kind: licence-requirement}",
       "eu-optics-rules: {title: The Regulation, kind: prohibition}"},
      {"basis: Article 2", "basis: Article 3"},
      {"requires: A report within 30 days", "requires: A report within 20 days"},
      {"forbids: Late reports", "forbids: No reports"},
      {"note: Reports go to", "note: Papers go to"},
      {"releases: [eu-optics-rules]", "releases: [eu-optics-art-2]"},
      {"    part_of: eu-optics-rules\n    requires", "    requires"},
      {"date: \"2021-02?\"", "date: \"2021-02~\""},
      {"evidence: reported", "evidence: official"},
      {"effective: published + 1 day", "effective: published + 2 days"},
      {"after: [eu-statement]", "after: []"},
      {"sources: [oj-2021-17, press-7]", "sources: [oj-2021-17]"},
      {"policy: case-by-case", "policy: denial"},
      {"compliance: effective + 10 business", "compliance: effective + 11 business"},
      {"(round down), next business day", "(round up), next business day"},
      {"names: [ACME Optics, AO]", "names: [ACME Optics, OA]"},
      {"note: Sole producer", "note: One producer"},
      {"          - zeta\n", "          - zeta\n          - eta\n"},
      {"    known: 2021-04-02\n", "    known: 2021-04-03\n"},
      {"reason: corrected", "reason: annulled"},
      {"retroactive: true", "retroactive: false"},
      {"supersedes: [eu-optics-error]", "supersedes: []"},
      {"scope: item = 6A002.a, repeat", "scope: item = 6A002.b, repeat"},
      {"{extend: eu-annex/acme, what: suspension, ", "{extend: eu-annex/acme, "},
      {"before: 2023-01-01", "through: 2023-01-01"},
      {"{suspend: eu-annex/acme", "{suspend: eu-annex/zeta"},
      {"range: [2020, 2025]", "range: [2020, 2026]"},
      {"weekend: [Sat, Sun]", "weekend: [Fri, Sat]"},
      {"on: last Mon of May", "on: last Tue of May"},
      {"since: 2021, through", "since: 2022, through"},
      {"observed: next-weekday", "observed: nearest-weekday"},
      {"closed: [2021-04-02]", "closed: [2021-04-06]"},
      {"open: [2021-04-03]", "open: []"},
  };
  for (const auto& [seen, by] : changes) {
    INFO(by);
    const std::string other = digest_of(replaced(text, seen, by));
    CHECK(other.starts_with("sha256:"));
    CHECK(other != digest);
  }
}

TEST_CASE("model digest: the calendar of a business day counts") {
  const std::string head =
      "inforce: 1\ndefaults: {time_zone: UTC}\ncalendars:\n  a: {range: [2000, 2001], weekend: [Sun]}\n"
      "  b: {range: [2000, 2001], weekend: [Sun]}\nevents:\n  - {id: e, title: E, date: 2000-01-01, sources: [], ";
  CHECK(digest_of(head + "effective: date + 1 business day of a}\n") !=
        digest_of(head + "effective: date + 1 business day of b}\n"));
  CHECK(digest_of(head + "calendar: a, effective: date + 1 business day}\n") !=
        digest_of(head + "calendar: b, effective: date + 1 business day}\n"));
}

}  // namespace inforce::test
