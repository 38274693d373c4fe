// What is offered while a file is written, and ways out of findings.
#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"
#include "tools/inforce/lsp/cursor.h"

using namespace inforce;
using namespace inforce::test;

namespace {

const std::string path = "/w/rules/b.yaml";

/// What is offered at `|` in a second file beside the small rules.
std::vector<std::string> offered(const std::string& text) {
  Client client({{"/w/rules/a.yaml", small_rules()}});
  client.start();
  const auto at = text.find('|');
  REQUIRE(at != std::string::npos);
  const auto typed = text.substr(0, at) + text.substr(at + 1);
  client.open(path, typed);
  const json about{{"textDocument", {{"uri", "file://" + path}}}, {"position", Client::position(typed, at)}};
  std::vector<std::string> labels;
  const auto list = client.result("textDocument/completion", about);
  if (list.is_null()) return labels;
  for (const auto& each : list["items"]) labels.push_back(each["label"].get<std::string>());
  return labels;
}

bool offers(const std::string& text, const std::string& label) {
  const auto labels = offered(text);
  INFO(text);
  INFO(json(labels).dump());
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

std::vector<std::string> path_at(const std::string& text) {
  const auto at = text.find('|');
  return lsp::cursor_at(text.substr(0, at) + text.substr(at + 1), at).path;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the place of the cursor by indentation and brackets") {
  CHECK(path_at("|") == Words{});
  CHECK(path_at("events:\n  - id: a\n    |") == Words{"events"});
  CHECK(path_at("events:\n- id: a\n  |") == Words{"events"});
  CHECK(path_at("events:\n  - id: a\n    effects:\n      - impose: m\n        be|") == Words{"events", "effects"});
  CHECK(path_at("events:\n  - id: a\n    effects:\n    - impose: m\n      be|") == Words{"events", "effects"});
  CHECK(path_at("sources:\n  a:\n    title: A\n  b:\n    |") == Words{"sources", "b"});
  CHECK(path_at("sources:\n  a: {title: A, |}") == Words{"sources", "a"});
  CHECK(path_at("events:\n  - {id: a, effects: [{impose: m, |") == Words{"events", "effects"});
  CHECK(path_at("events:\n  - id: a\n    sources: [x,\n      y|") == Words{"events", "sources"});
  CHECK(path_at("tests:\n  - with: {item: X, |}") == Words{"tests", "with"});
  CHECK(path_at("# a: [\nevents:\n  - title: \"a: {b\"\n    |") == Words{"events"});
}

TEST_CASE("any text and any place in it has a cursor") {
  std::uint32_t seed = 7;
  const std::string letters = "ab:-[]{},#'\"\n\n   \t\r|>\xC3\x80";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += letters[(seed = seed * 1664525U + 1013904223U) / 65536U % letters.size()];
    for (std::size_t at = 0; at <= text.size() + 1; at += 7) (void)lsp::cursor_at(text, at);
  }
}

TEST_CASE("keys of the record, but for those that are there") {
  CHECK(offers("inf|", "inforce"));
  CHECK_FALSE(offers("inforce: 1\n|", "inforce"));
  CHECK(offers("inforce: 1\nevents:\n  - id: a\n    |\n    title: T\n", "published"));
  CHECK_FALSE(offers("inforce: 1\nevents:\n  - id: a\n    |\n    title: T\n", "title"));
  CHECK(offers("inforce: 1\nevents:\n  - id: a\n    effects:\n      - |", "impose"));
  CHECK(offers("inforce: 1\nevents:\n  - id: a\n    effects: [{impose: list-ban, |}]", "before"));
  CHECK(offers("inforce: 1\ndefaults:\n  |", "time_zone"));
  CHECK(offers("inforce: 1\ntests:\n  - name: a\n    expect: {|", "may_apply"));
  CHECK(offers("inforce: 1\ntests:\n  - name: a\n    with: {|", "destination"));
  CHECK(offers("inforce: 1\nevents:\n  - effects:\n      - amend: list-ban\n        |", "end_user"));
  CHECK(offered("inforce: 1\nsources:\n  a:\n    # tit|").empty());
}

TEST_CASE("words, flags, countries and zones") {
  CHECK(offered("inforce: 1\nsources:\n  a:\n    kind: |") ==
        Words{"filing", "gazette", "official", "press", "regulation"});
  CHECK(offered("inforce: 1\nevents:\n  - retroactive: |") == Words{"false", "true"});
  CHECK(offers("inforce: 1\ndefaults:\n  jurisdiction: |", "JP"));
  CHECK(offers("inforce: 1\ndefaults: {time_zone: Amer|}", "America/New_York"));
  CHECK(offers("inforce: 1\nrestrictions:\n  a:\n    kind: |", "prohibition"));
}

TEST_CASE("names of the kind that the key takes") {
  const std::string event = "inforce: 1\nevents:\n  - id: a\n    ";
  CHECK(offers(event + "sources: [|]", "notice"));
  CHECK(offers(event + "sources:\n      - |", "notice"));
  CHECK(offers(event + "after: [|", "removal"));
  CHECK(offers(event + "authority: |", "office"));
  CHECK(offers(event + "calendar: |", "days"));
  CHECK(offers(event + "effects:\n      - impose: |", "chip-licence"));
  CHECK_FALSE(offers(event + "effects:\n      - impose: |", "list"));
  CHECK(offered(event + "effects:\n      - enlist: |") == Words{"list"});
  CHECK(offers(event + "effects:\n      - impose: list/|", "list/acme"));
  CHECK(offers(event + "effects:\n      - delist: list\n        members: [|", "acme"));
  CHECK(offers(event + "effects:\n      - delist: list\n        members:\n          - |", "acme"));
  CHECK(offers(event + "effects: [{delist: list, members: [|", "acme"));
  CHECK(offered("inforce: 1\nauthorizations:\n  a:\n    releases: [|") == Words{"chip-licence", "list-ban"});
  CHECK(offers("inforce: 1\ngroups:\n  a: {attribute: |", "end_user"));
  CHECK(offers("inforce: 1\ntests:\n  - expect: {applies: [|", "list-ban"));
  CHECK(offers("inforce: 1\ntests:\n  - with: {end_user: |", "acme"));
  CHECK(offers("inforce: 1\ntests:\n  - with: {item: |", "X1"));
}

TEST_CASE("dates: own dates, those of events, units, calendars") {
  const std::string event = "inforce: 1\nevents:\n  - id: a\n    ";
  CHECK(offers(event + "effective: |", "published"));
  CHECK(offers(event + "effective: |", "rule"));
  CHECK_FALSE(offers(event + "effective: |", "effective"));
  CHECK(offers(event + "effective: rule.|", "rule.published"));
  CHECK(offers(event + "effective: rule.published + 30 |", "business days"));
  CHECK(offers(event + "effective: rule.published + 30 business days of |", "days"));
}

TEST_CASE("scopes: attributes, operators, values, groups, items") {
  const std::string scope = "inforce: 1\nrestrictions:\n  a:\n    scope: ";
  CHECK(offers(scope + "|", "destination"));
  CHECK(offers(scope + "item = X1 and |", "destination"));
  CHECK(offers(scope + "item |", "in group("));
  CHECK(offers(scope + "item = |", "X1"));
  CHECK(offers(scope + "destination in (CN, |", "JP"));
  CHECK(offers(scope + "destination in (CN, MO) |", "and"));
  CHECK(offers(scope + "end_user in group(|", "list"));
  CHECK(offers(scope + "(item = X1 or |", "destination"));
}

TEST_CASE("what is typed of a word is replaced, whole") {
  Client client({{"/w/rules/a.yaml", small_rules()}});
  client.start();
  const std::string typed = "inforce: 1\nevents:\n  - id: a\n    after: [remo";
  client.open(path, typed);
  const auto list = client.result("textDocument/completion", {{"textDocument", {{"uri", "file://" + path}}},
                                                              {"position", Client::position(typed, typed.size())}});
  CHECK(list["items"][0]["textEdit"]["range"]["start"] == Client::position(typed, typed.size() - 4));
  CHECK(list["isIncomplete"] == false);
}

TEST_CASE("a warning can be left as it is, with a reason in a comment before it") {
  auto text = small_rules();
  text.insert(text.find("  list-ban:"), "  never: {title: Never imposed, kind: prohibition}\n");
  Client client({{path, text}});
  client.start();
  client.open(path, text);
  REQUIRE(client.published["file://" + path].size() == 1);
  const auto range = client.published["file://" + path][0]["range"];
  const json about{{"textDocument", {{"uri", "file://" + path}}}, {"range", range}, {"context", json::object()}};
  const auto actions = client.result("textDocument/codeAction", about);
  REQUIRE(actions.size() == 1);
  CHECK(actions[0]["title"] == "leave IF802 as it is, with a reason");
  CHECK(client.edited(actions[0]["edit"], path, text).find("  # inforce: ignore[IF802] reason: \n  never:") !=
        std::string::npos);
  auto other = about;
  other["context"]["only"] = {"refactor"};
  CHECK(client.result("textDocument/codeAction", other).empty());
}

TEST_CASE("a document is laid out as `fmt` lays it out; what is no YAML is left alone") {
  Client client({});
  client.start();
  const auto ask = [&] {
    return client.result("textDocument/formatting", {{"textDocument", {{"uri", "file://" + path}}}});
  };
  client.open(path, "inforce:   1  # kept\ngroups: {}\n\n\n\nx-a: 'b'\n");
  const auto edits = ask();
  REQUIRE(edits.size() == 1);
  CHECK(edits[0]["newText"] == "inforce: 1  # kept\ngroups: {}\n\nx-a: b\n");
  CHECK(edits[0]["range"]["end"] == json{{"line", 6}, {"character", 0}});
  client.change(path, edits[0]["newText"], 2);
  CHECK(ask() == json::array());
  client.change(path, "inforce: [1\n", 3);
  CHECK(ask() == json::array());
}
