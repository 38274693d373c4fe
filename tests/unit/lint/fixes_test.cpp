#include "engine/lint/fixes.h"

#include "tests/support/catch.h"
#include "tests/support/expect.h"

using namespace inforce;
using namespace inforce::test;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

const std::string head =
    "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC}\n"
    "vocabulary: {item: {type: code, title: Item}}\n"
    "sources: {note: {title: A note, publisher: P, kind: gazette}}\n";

std::string with_event(const std::string& fields) {
  return head + "restrictions: {ban: {title: A ban, kind: prohibition, scope: 'item = x'}}\nevents:\n" +
         "  - {id: e, title: E, sources: [note], effects: [{impose: ban}], " + fields + "}\n";
}

lint::Fixed fixed(const Files& files, bool unsafe, const std::set<std::string>& paths = {}) {
  const auto reader = memory_files(files);
  const std::vector<std::string> roots{"."};
  const lint::Look look = [&](const FileReader& over, Sources& sources) { return check(over, roots, {}, sources); };
  return lint::make_fixes(*reader, look, Sources{}, paths, unsafe);
}

std::string fixed_text(const std::string& text, bool unsafe = false) {
  const auto result = fixed({{"a.yaml", text}}, unsafe);
  return result.texts.empty() ? text : result.texts.at("a.yaml");
}

void becomes(const std::string& before, const std::string& after, bool unsafe = false) {
  INFO(before);
  CHECK(fixed_text(before, unsafe) == after);
  if (unsafe) CHECK(fixed_text(before, false) == before);
}

}  // namespace

TEST_CASE("what a program can be sure of is fixed", "[fixes]") {
  becomes(with_event("date: [2025-01-01..2025-01-03]"), with_event("date: \"[2025-01-01..2025-01-03]\""));
  becomes(with_event("date: 2025-1-3"), with_event("date: 2025-01-03"));
  becomes(with_event("date: 2025/01/03"), with_event("date: 2025-01-03"));
  becomes(with_event("date: 20250103"), with_event("date: 2025-01-03"));
  becomes(with_event("date: 2025-01-03, after: [,]"), with_event("date: 2025-01-03, after: []"));
  becomes(with_event("date: \"2025-01-03\"") + "tests: []# none\n",
          with_event("date: \"2025-01-03\"") + "tests: [] # none\n");
}

TEST_CASE("a value that stands twice goes with its comma", "[fixes]") {
  const auto scoped = [](const std::string& scope) {
    return head + "restrictions: {ban: {title: A ban, kind: prohibition, scope: \"item in (" + scope + ")\"}}\n" +
           "events:\n  - {id: e, title: E, date: 2025-01-01, sources: [note], effects: [{impose: ban}]}\n";
  };
  becomes(scoped("a, b, a"), scoped("a, b"));
  becomes(scoped("a, a ,  a, b"), scoped("a, b"));
}

TEST_CASE("what a person has to agree to is fixed on request alone", "[fixes]") {
  becomes(with_event("date: 2025-01-01, efective: 2025-02-01"), with_event("date: 2025-01-01, effective: 2025-02-01"),
          true);
  becomes(with_event("date: 2025-01-01, evidence: \"oficial\""), with_event("date: 2025-01-01, evidence: \"official\""),
          true);
  becomes(with_event("date: 2025-31-10"), with_event("date: 2025-10-31"), true);
  becomes(with_event("date: 13.10.2025"), with_event("date: 2025-10-13"), true);
  becomes(with_event("date: 9 April 2025"), with_event("date: 2025-04-09"), true);
  becomes(with_event("date: 2025-01-01, after: [f]") + "  - {id: ff, title: F, date: 2025-01-01, sources: [note]}\n",
          with_event("date: 2025-01-01, after: [ff]") + "  - {id: ff, title: F, date: 2025-01-01, sources: [note]}\n",
          true);
}

TEST_CASE("what has two readings is not fixed", "[fixes]") {
  becomes(with_event("date: 03/04/2025"), with_event("date: 03/04/2025"), true);
}

TEST_CASE("a fix that would break a file is not made, and others are", "[fixes]") {
  const std::string twice = "date: 2025-01-01, dat: 2025-01-01";  // Written right, the key would stand twice.
  const auto result = fixed({{"a.yaml", with_event(twice)}}, true);
  CHECK(result.texts.empty());
  CHECK(result.count == 0);
  CHECK(codes_of(result.report.found) == std::vector<std::string>{"IF103"});
  becomes(with_event(twice + ", efective: 2025-02-01"), with_event(twice + ", effective: 2025-02-01"), true);
}

TEST_CASE("one fix may bring another to light; both are made and counted", "[fixes]") {
  const auto result = fixed({{"a.yaml", with_event("date: 2025-1-1, after: [,], filed: 2025-1-1")}}, false);
  CHECK(result.texts.at("a.yaml") == with_event("date: 2025-01-01, after: [], filed: 2025-01-01"));
  CHECK(result.count == 3);
  CHECK(result.report.found.empty());
  CHECK(result.report.timeline.has_value());
}

TEST_CASE("outside of a fix every byte stays, and so do other files", "[fixes]") {
  const std::string odd = "\xEF\xBB\xBF# first\r\n" + with_event("date:   2025-1-1  ") + "\r\n\r\n# é last  \r\n";
  std::string expected = odd;
  expected.replace(expected.find("2025-1-1"), 8, "2025-01-01");
  CHECK(fixed_text(odd) == expected);
  const Files files{{"a.yaml", with_event("date: 2025-1-1")}, {"b.yaml", "inforce: 1\ndefaults: {regime: [r}\n"}};
  CHECK(fixed(files, false).texts.count("b.yaml") == 0);
  CHECK(fixed(files, false).texts.count("a.yaml") == 1);
  CHECK(fixed(files, false, {"b.yaml"}).texts.empty());
}

TEST_CASE("a word is offered only for the place where it is marked", "[fixes]") {
  Sources sources;
  const FileId file = sources.add("a.yaml", "key: \"valeu\"\n");
  Diagnostic one{{301}, Severity::error, "there is no `valeu`", Label{{file, 5, 12}, ""}, {}, "did you mean `value`?"};
  Diagnostic elsewhere = one;
  elsewhere.primary->span = {file, 0, 3};
  Diagnostic advice = one;
  advice.help = "write it out";
  std::vector<Diagnostic> found{one, elsewhere, advice};
  lint::offer_words(found, sources);
  REQUIRE(found[0].fix);
  CHECK_FALSE(found[0].fix->safe);
  CHECK(found[0].fix->title == "write `value` for `valeu`");
  CHECK(found[0].fix->edits.front().span == Span{file, 6, 11});
  CHECK_FALSE(found[1].fix);
  CHECK_FALSE(found[2].fix);
}
