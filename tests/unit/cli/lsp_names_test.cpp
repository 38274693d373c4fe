// Names: where they are defined and used, and how they are changed.
#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"

using namespace inforce;
using namespace inforce::test;

namespace {

const std::string path = "/w/rules/a.yaml";

/// Lines, from 1, of a list of locations or highlights.
std::vector<int> lines(const json& places) {
  std::vector<int> found;
  for (const auto& each : places) found.push_back(each["range"]["start"]["line"].get<int>() + 1);
  return found;
}

int line_of(const std::string& mark, std::size_t which = 0) {
  const auto text = small_rules();
  auto at = text.find(mark);
  for (std::size_t i = 0; i < which; ++i) at = text.find(mark, at + 1);
  return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
}

json with_name(json params, const std::string& name) {
  params["newName"] = name;
  return params;
}

json references(Client& client, json params) {
  params["context"]["includeDeclaration"] = true;
  return client.result("textDocument/references", params);
}

}  // namespace

TEST_CASE("definitions of all kinds of names") {
  Client client({{path, small_rules()}});
  client.start();
  client.open(path, small_rules());
  const auto defined = [&](const std::string& mark, std::size_t by) {
    return lines(client.result("textDocument/definition", client.at(path, mark, by)));
  };
  CHECK(defined("impose: chip-licence", 9) == std::vector{line_of("  chip-licence:")});
  CHECK(defined("sources: [notice]", 11) == std::vector{line_of("  notice:")});
  CHECK(defined("authority: office", 11) == std::vector{line_of("  office:")});
  CHECK(defined("regime: chips", 9) == std::vector{line_of("  chips:")});
  CHECK(defined("calendar: days", 10) == std::vector{line_of("  days:")});
  CHECK(defined("attribute: end_user", 12) == std::vector{line_of("  end_user:")});
  CHECK(defined("group(list)", 6) == std::vector{line_of("  list:")});
  CHECK(defined("group(list)", 10) == std::vector{line_of("  list:")});
  CHECK(defined("rule.published", 1) == std::vector{line_of("- id: rule")});
  CHECK(defined("after: [rule]", 9) == std::vector{line_of("- id: rule")});
  CHECK(defined("scope: item = X1", 14) == std::vector{line_of("  X1:")});
  CHECK(defined("end_user: acme", 10) == std::vector{line_of("members: [acme")});
  CHECK(defined("applies: [chip", 10) == std::vector{line_of("  chip-licence:")});
  CHECK(client.result("textDocument/definition", client.at(path, "A notice")).is_null());
}

TEST_CASE("references and highlights") {
  Client client({{path, small_rules()}});
  client.start();
  client.open(path, small_rules());
  CHECK(lines(references(client, client.at(path, "- id: rule", 7))) ==
        std::vector{line_of("- id: rule"), line_of("rule.published"), line_of("after: [rule]")});
  CHECK(lines(client.result("textDocument/documentHighlight", client.at(path, "  list-ban:", 4))) ==
        std::vector{line_of("  list-ban:"), line_of("impose: list-ban"), line_of("applies: [chip-licence, list-ban")});
  CHECK(lines(references(client, client.at(path, "delist: list", 9))).size() == 4);
}

TEST_CASE("a name is changed wherever it is written, and nothing else is") {
  struct Case {
    std::string mark, name, old, put;
    std::size_t by;
  };
  const std::vector<Case> cases{{"impose: chip-licence", "chips-2", "chip-licence", "chips-2", 9},
                                {"  - id: rule", "first.rule", "", "", 9},
                                {"group(list)", "entity-list", "", "", 7},
                                {"X1: {title", "X1000", "", "", 1},
                                {"end_user: {type", "party", "end_user", "party", 3},
                                {"end_user: acme", "acme-inc", "acme", "acme-inc", 11}};
  for (const auto& each : cases) {
    INFO(each.mark);
    Client client({{path, small_rules()}});
    client.start();
    client.open(path, small_rules());
    const auto before = client.result("workspace/symbol", {{"query", ""}});
    const auto edit = client.result("textDocument/rename", with_name(client.at(path, each.mark, each.by), each.name));
    const auto text = client.edited(edit, path, small_rules());
    CHECK(text != small_rules());
    if (!each.old.empty() && each.old != "acme") CHECK(text.find(each.old) == std::string::npos);
    client.change(path, text, 2);
    CHECK(client.published["file://" + path].empty());
    CHECK(client.result("workspace/symbol", {{"query", ""}}).size() == before.size());
  }
}

TEST_CASE("a name is changed in the files that use it") {
  const std::string user =
      "inforce: 1\ndefaults: {time_zone: UTC, jurisdiction: US}\nevents:\n"
      "  - {id: later, title: L, date: rule.published + 3 days, sources: [notice],\n"
      "     effects: [{lift: list-ban}, {amend: list/acme, policy: denial}]}\n";
  Client client({{path, small_rules()}, {"/w/rules/b.yaml", user}});
  client.start();
  client.open(path, small_rules());
  const auto edit = client.result("textDocument/rename", with_name(client.at(path, "  - id: rule", 9), "r2"));
  CHECK(client.edited(edit, "/w/rules/b.yaml", user).find("date: r2.published + 3 days") != std::string::npos);
  const auto group = client.result("textDocument/rename", with_name(client.at(path, "group(list)", 7), "black"));
  CHECK(client.edited(group, "/w/rules/b.yaml", user).find("amend: black/acme") != std::string::npos);
  const auto member = client.result("textDocument/rename", with_name(client.at(path, "members: [acme", 11), "acme-2"));
  CHECK(client.edited(member, "/w/rules/b.yaml", user).find("amend: list/acme-2") != std::string::npos);
}

TEST_CASE("what cannot be a name, is one already, or is none is refused") {
  Client client({{path, small_rules()}});
  client.start();
  client.open(path, small_rules());
  const auto refused = [&](const std::string& mark, std::size_t by, const std::string& name) {
    const auto answer = client.ask("textDocument/rename", with_name(client.at(path, mark, by), name));
    return answer.contains("error") ? answer["error"]["message"].get<std::string>() : std::string{};
  };
  CHECK(refused("impose: chip-licence", 9, "Chip Licence").find("not well formed") != std::string::npos);
  CHECK(refused("impose: chip-licence", 9, "null").find("not well formed") != std::string::npos);
  CHECK(refused("impose: chip-licence", 9, "list-ban") == "`list-ban` is another measure already");
  CHECK(refused("impose: chip-licence", 9, "list") == "`list` is another measure already");
  CHECK(refused("destination in (CN", 16, "XX") == "`CN` is the code of a country");
  CHECK(refused("  item: {type", 3, "thing") == "`item` is known to the engine by this name");
  CHECK(refused("  end_user: {type", 3, "members") == "`members` is a key of an effect already");
  CHECK(refused("A notice", 1, "x") == "no name stands here");
  CHECK(client.ask("textDocument/prepareRename", client.at(path, "A notice")).contains("error"));
  CHECK(client.result("textDocument/prepareRename", client.at(path, "group(list)", 7))["placeholder"] == "list");
  client.open("/w/rules/broken.yaml", "inforce: 1\nevents: [");
  CHECK(refused("impose: chip-licence", 9, "other").find("cannot be read as YAML") != std::string::npos);
}

TEST_CASE("the outline of a file, also while it is half typed") {
  Client client({{path, small_rules()}});
  client.start();
  client.open(path, small_rules());
  const json about{{"textDocument", {{"uri", "file://" + path}}}};
  const auto outline = client.result("textDocument/documentSymbol", about);
  CHECK(outline.size() == 12);
  CHECK(outline[7]["name"] == "groups");
  CHECK(outline[9]["children"][1]["name"] == "removal");
  CHECK(outline[9]["children"][1]["detail"] == "Other is removed");
  client.change(path, small_rules() + "tests: [", 2);
  CHECK(client.result("textDocument/documentSymbol", about) == outline);
}

TEST_CASE("links are those of sources") {
  Client client({{path, small_rules()}});
  client.start();
  client.open(path, small_rules());
  const auto links = client.result("textDocument/documentLink", {{"textDocument", {{"uri", "file://" + path}}}});
  REQUIRE(links.size() == 1);
  CHECK(links[0]["target"] == "https://example.org/notice");
  CHECK(links[0]["range"]["start"] == Client::position(small_rules(), small_rules().find("https://")));
}
