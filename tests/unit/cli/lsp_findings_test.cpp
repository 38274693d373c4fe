// What the editor is told is what `inforce check` finds: over the corpus, over broken files, and as files change.
#include <set>

#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"

using namespace inforce;
using namespace inforce::test;

namespace {

/// `IF103 3:1-3:7 error message`, with lines and columns from 1 as `inforce check --json` has them.
std::string line(const json& found) {
  const auto place = [](const json& at) {
    return std::to_string(at["line"].get<int>() + 1) + ":" + std::to_string(at["character"].get<int>() + 1);
  };
  const auto& range = found["range"];
  const std::vector<std::string> severities{"", "error", "warning", "note"};
  auto message = found["message"].get<std::string>();
  message = message.substr(0, message.find('\n'));
  return found["code"].get<std::string>() + " " + place(range["start"]) + "-" + place(range["end"]) + " " +
         severities.at(found["severity"].get<std::size_t>()) + " " + message;
}

std::string line_of_check(const json& found) {
  const auto number = [&](const char* key) { return std::to_string(found[key].get<int>()); };
  return found["code"].get<std::string>() + " " + number("line") + ":" + number("column") + "-" + number("end_line") +
         ":" + number("end_column") + " " + found["severity"].get<std::string>() + " " +
         found["message"].get<std::string>();
}

using Lines = std::map<std::string, std::vector<std::string>>;

/// By path, as `check --json` shows it.
Lines check_lines(const FileReader& files, const std::string& root) {
  Sources sources;
  const auto found = findings_of(files, {root}, sources);
  Style style;
  style.format = Format::json;
  Lines lines;
  const auto shown = json::parse(render(found.found, sources, style));
  for (const auto& each : shown["diagnostics"]) {
    lines[each["file"].get<std::string>()].push_back(line_of_check(each));
  }
  return lines;
}

Lines published_lines(const Client& client) {
  Lines lines;
  for (const auto& [uri, list] : client.published) {
    for (const auto& each : list) lines[uri.substr(7)].push_back(line(each));
  }
  return lines;
}

/// No client can send what is no UTF-8: such a file stays on the disk.
bool can_be_sent(const std::string& text) { return text.find('\xFF') == std::string::npos; }

/// Opens every file, so that all that is found is published with its columns in characters.
void check_same(const Files& files) {
  Client client(files);
  auto options = Client::options();
  options["capabilities"]["general"]["positionEncodings"] = {"utf-32"};
  client.start(options);
  for (const auto& [path, text] : files) {
    if (can_be_sent(text)) client.open_unsettled(path, text);
  }
  client.settle();
  CHECK(published_lines(client) == check_lines(*memory_files(files), "/w/rules"));
}

Files corpus() {
  Files files;
  const auto disk = disk_files();
  const std::string top = INFORCE_SOURCE_DIR;
  for (const auto& path : disk->list(top + "/rules").paths) {
    files.emplace_back("/w" + path.substr(top.size()), disk->read(path).text);
  }
  return files;
}

}  // namespace

TEST_CASE("over the corpus the editor sees what check sees") {
  const auto files = corpus();
  REQUIRE(files.size() > 20);
  check_same(files);
}

TEST_CASE("over a corpus of which one word in each file is wrong") {
  auto files = corpus();
  std::size_t broken = 0;
  for (auto& [path, text] : files) {
    const auto at = text.find("sources: [");
    if (at == std::string::npos) continue;
    text.insert(at + 10, "no-such-source, ");
    ++broken;
  }
  REQUIRE(broken > 10);
  check_same(files);
}

TEST_CASE("over files of every broken kind") {
  const std::vector<std::string> texts{
      "",
      "inforce: 1",
      "inforce: 1\nevents:\n  - id: a\n    ti",
      "inforce: 1\n<<<<<<< HEAD\nevents: []\n=======\nevents: [\n>>>>>>> b\n",
      std::string("inforce: 1\n\0\x01\xFF\xFE", 14),
      "inforce: 1\r\nevents: 17\r\n",
      "\xEF\xBB\xBFinforce: 1\nx: 1\n",
      "inforce: 1\nsources:\n  s: {title: \xF0\x9F\x98\x80, publisher: \xC3\xA9, kind: nothing}\n",
      "- a\n- b\n",
      "inforce: 1\nevents: [{id: a, title: \"not closed\n",
      "inforce: 1\nrestrictions: {a: {title: A, kind: prohibition, scope: item = }}\n",
      "{{{{{{[[[[[[",
      "inforce: 1\nevents:\n  - {id: e, title: E, date: 2025-31-10, sources: []}\n",
  };
  for (const auto& text : texts) {
    INFO(text);
    if (can_be_sent(text)) check_same({{"/w/rules/a.yaml", text}});
    check_same({{"/w/rules/a.yaml", text}, {"/w/rules/b.yaml", small_rules()}});
  }
}

TEST_CASE("a finding has its severity, its source, the way out, and related places") {
  Client client({});
  client.start();
  client.open("/w/a.yaml", small_rules() + "x-a: 1\nrestrictionz:\n  a: 1\n");
  const auto found = client.published["file:///w/a.yaml"];
  REQUIRE_FALSE(found.empty());
  CHECK(found[0]["source"] == "inforce");
  CHECK(found[0]["message"].get<std::string>().find("\nhelp: did you mean `restrictions`?") != std::string::npos);
  CHECK_FALSE(found[0].contains("codeDescription"));

  client.change("/w/a.yaml", small_rules() + "items:\n", 2);
  const auto twice = client.published["file:///w/a.yaml"];
  REQUIRE_FALSE(twice.empty());
  CHECK(twice[0]["code"] == "IF012");
  REQUIRE(twice[0]["relatedInformation"].size() == 1);
  CHECK(twice[0]["relatedInformation"][0]["location"]["range"]["start"]["line"] == 16);
}

TEST_CASE("pages of codes are linked where the client says where they stand") {
  Client client({});
  auto options = Client::options();
  options["initializationOptions"]["pages"] = "https://example.org/codes";
  client.start(options);
  client.open("/w/a.yaml", "inforce: 2\n");
  CHECK(client.published["file:///w/a.yaml"][0]["codeDescription"]["href"] == "https://example.org/codes/IF101.md");
}

TEST_CASE("an error in one file is told of in another, and cleared when it is mended") {
  const std::string user =
      "inforce: 1\ndefaults: {time_zone: UTC, jurisdiction: US}\nevents:\n"
      "  - {id: later, title: L, date: 2024-01-01, sources: [notice], effects: [{lift: list-ban}]}\n";
  Client client({{"/w/rules/a.yaml", small_rules()}, {"/w/rules/b.yaml", user}});
  client.start();
  auto changed = small_rules();
  client.open("/w/rules/a.yaml", changed);
  CHECK(client.published.count("file:///w/rules/b.yaml") == 0);
  for (auto at = changed.find("list-ban"); at != std::string::npos; at = changed.find("list-ban")) {
    changed.replace(at, 8, "other-ban");
  }
  client.change("/w/rules/a.yaml", changed, 2);
  REQUIRE(client.published["file:///w/rules/b.yaml"].size() == 1);
  CHECK(client.published["file:///w/rules/b.yaml"][0]["code"] == "IF301");
  client.change("/w/rules/a.yaml", small_rules(), 3);
  CHECK(client.published["file:///w/rules/b.yaml"].empty());
}

TEST_CASE("changes that come together are checked once, and published with the last version") {
  Client client({{"/w/rules/a.yaml", small_rules()}});
  client.start();
  client.open("/w/rules/a.yaml", small_rules());
  const auto before = client.told.size();
  for (int version = 2; version < 6; ++version) {
    client.tell("textDocument/didChange", {{"textDocument", {{"uri", "file:///w/rules/a.yaml"}, {"version", version}}},
                                           {"contentChanges", {{{"text", "inforce: " + std::to_string(version)}}}}});
  }
  client.settle();
  REQUIRE(client.told.size() == before + 1);
  CHECK(client.told.back()["params"]["version"] == 5);
}

TEST_CASE("a closed document is what the disk has") {
  Client client({{"/w/rules/a.yaml", small_rules()}});
  client.start();
  client.open("/w/rules/a.yaml", "inforce: 2\n");
  CHECK(client.published["file:///w/rules/a.yaml"].size() == 1);
  client.tell("textDocument/didClose", {{"textDocument", {{"uri", "file:///w/rules/a.yaml"}}}});
  client.settle();
  CHECK(client.published["file:///w/rules/a.yaml"].empty());
}

TEST_CASE("a file that is no rule file is left alone, until it says that it is one") {
  Client client({});
  client.start();
  client.open("/w/compose.yaml", "services: {}\n");
  CHECK(client.published.empty());
  CHECK(client.result("textDocument/documentSymbol", {{"textDocument", {{"uri", "file:///w/compose.yaml"}}}}).empty());
  client.open("/w/rules.yaml", "inforce: 2\n");
  CHECK(client.published.size() == 1);
  client.change("/w/compose.yaml", "inforce: 2\n", 2);
  CHECK(client.published["file:///w/compose.yaml"].size() == 1);
}

TEST_CASE("rules are the nearest folder of that name; others are checked with those beside them") {
  const std::string wrong = "inforce: 2\n";
  Client client({{"/w/rules/a.yaml", wrong},
                 {"/w/drafts/one.yaml", wrong},
                 {"/w/drafts/two.yaml", wrong},
                 {"/w/drafts/deeper/three.yaml", wrong},
                 {"/w/drafts/compose.yaml", "services: {}\n"}});
  client.start();
  client.open("/w/drafts/one.yaml", wrong);
  CHECK(client.published.size() == 2);
  CHECK(client.published.count("file:///w/drafts/two.yaml") == 1);
  client.open("/w/rules/a.yaml", wrong);
  CHECK(client.published.size() == 3);
  client.tell("textDocument/didClose", {{"textDocument", {{"uri", "file:///w/drafts/one.yaml"}}}});
  client.settle();
  CHECK(client.published["file:///w/drafts/two.yaml"].empty());
}

TEST_CASE("a folder of rules of which nothing is saved yet is one") {
  Client client({});
  client.start();
  client.open("/w/drafts.yaml", "inforce: 2\n");
  client.open("/w/rules/new.yaml", "");
  REQUIRE(client.published["file:///w/rules/new.yaml"].size() == 1);
  CHECK(client.published["file:///w/rules/new.yaml"][0]["code"] == "IF101");
  CHECK(client.published["file:///w/drafts.yaml"].size() == 1);
}

TEST_CASE("rules that the client names are the rules") {
  Client client(Files{{"/w/mine/a.yaml", "inforce: 2\n"}, {"/w/rules/b.yaml", "inforce: 2\n"}});
  auto options = Client::options();
  options["initializationOptions"]["rules"] = "mine";
  client.start(options);
  client.open("/w/mine/a.yaml", "inforce: 2\n");
  CHECK(client.published.size() == 1);
  client.tell("workspace/didChangeConfiguration", {{"settings", {{"inforce", {{"rules", {"rules"}}}}}}});
  client.settle();
  CHECK(client.published.count("file:///w/rules/b.yaml") == 0);  // Nothing of it is open.
  client.open("/w/rules/b.yaml", "inforce: 2\n");
  CHECK(client.published["file:///w/rules/b.yaml"].size() == 1);
}

TEST_CASE("a definition of a report is checked with the rules that it rests on") {
  Client client({{"/w/rules/a.yaml", small_rules()}});
  client.start();
  client.open("/w/stories/timeline.yaml", "inforce: 1\ntimeline: {title: T, measures: [chip-licence, list-bann]}\n");
  const auto found = client.published["file:///w/stories/timeline.yaml"];
  REQUIRE(found.size() == 1);
  CHECK(found[0]["code"] == "IF301");
}

TEST_CASE("more findings than an editor can show are counted") {
  std::string text = "inforce: 1\n";
  for (int i = 0; i < 3000; ++i) text += "y" + std::to_string(i) + ": 1\n";
  Client client({});
  client.start();
  client.open("/w/a.yaml", text);
  const auto found = client.published["file:///w/a.yaml"];
  CHECK(found.size() == 2001);
  CHECK(found.back()["message"].get<std::string>().starts_with("1000 more findings"));
}
