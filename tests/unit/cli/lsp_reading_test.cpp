// What is told of what the pointer rests on, and behind dates.
#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"

using namespace inforce;
using namespace inforce::test;

namespace {

const std::string path = "/w/rules/a.yaml";

struct Opened {
  explicit Opened(const std::string& text = small_rules()) : client({{path, text}}) {
    client.start();
    client.open(path, text);
  }
  std::string hover(const std::string& mark, std::size_t by = 1, std::size_t which = 0) {
    const auto told = client.result("textDocument/hover", client.at(path, mark, by, which));
    return told.is_null() ? std::string{} : told["contents"]["value"].get<std::string>();
  }
  /// `line: label`, from line 1.
  std::vector<std::string> hints() {
    const json whole{{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 9999}, {"character", 0}}}};
    std::vector<std::string> found;
    for (const auto& each :
         client.result("textDocument/inlayHint", {{"textDocument", {{"uri", "file://" + path}}}, {"range", whole}})) {
      found.push_back(std::to_string(each["position"]["line"].get<int>() + 1) + ": " +
                      each["label"].get<std::string>());
    }
    return found;
  }
  Client client;
};

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  CHECK(text.find(part) != std::string::npos);
  return true;
}

}  // namespace

TEST_CASE("a measure is told with its intervals") {
  Opened editor;
  const auto told = editor.hover("impose: chip-licence", 10);
  has(told, "**chip-licence** Chips need a licence");
  has(told, "kind: licence-requirement");
  has(told, "- in-force from 2022-10-21 through 2023-10-12\n");
  has(editor.hover("impose: list-ban", 10), "- in-force from 2022-10-21, no end");
}

TEST_CASE("a group is told with its members on the day of the event around, else today") {
  Opened editor;
  const auto then = editor.hover("enlist: list", 9);
  has(then, "2 members on 2022-10-21, the day of `rule`, of 2 ever");
  has(then, "- `other` Other Inc.");
  const auto later = editor.hover("delist: list", 9);
  has(later, "1 member on 2023-05-01, the day of `removal`");
  has(editor.hover("group(list)", 7), "1 member on 2024-10-04, today");
}

TEST_CASE("dates are told with what they come to") {
  Opened editor;
  has(editor.hover("published + 8 days", 3), "is **2022-10-21 Fri**");
  has(editor.hover("date: 2022-10-07", 8), "is **2022-10-07 Fri**");
  has(editor.hover("date: 2022-10-07", 8), "the event is known from 2022-10-07 Fri");
  auto text = small_rules();
  text.replace(text.find("2023-05-01"), 10, "2023-05?");
  Opened inexact(text);
  const auto told = inexact.hover("date: 2023-05?", 8);
  has(told, "is one day from **2023-05-01 Mon** to **2023-05-31 Wed**; marked `?`");
  has(told, "known from 2023-05-31 Wed");
}

TEST_CASE("sources, authorities, attributes, regimes, calendars, items, members, countries, events") {
  Opened editor;
  has(editor.hover("sources: [notice]", 11), "<https://example.org/notice>");
  has(editor.hover("authority: office", 12), "**office** The Office");
  has(editor.hover("attribute: end_user", 13), "type: code");
  has(editor.hover("regime: chips", 9), "complete from 2022-01-01 through 2024-01-01");
  has(editor.hover("calendar: days", 11), "years 2020 to 2030");
  has(editor.hover("item = X1", 8), "**X1** The X1 chip");
  has(editor.hover("destination in (CN", 16), "**CN** China");
  has(editor.hover("end_user: acme", 11), "**list/acme** acme");
  has(editor.hover("after: [rule]", 9), "- impose `chip-licence`");
}

TEST_CASE("keys and codes are told with what they mean") {
  Opened editor(small_rules() + "# as IF804 says\n");
  has(editor.hover("published: 2022", 2), "**published** of an event\n\nWhen it was printed in the gazette.");
  has(editor.hover("kind: gazette", 1), "- `gazette`");
  has(editor.hover("IF804", 2), "**IF804** scope that no case meets");
  CHECK(editor.hover("# as", 0).empty());
}

TEST_CASE("what was last known is told while the file is half typed") {
  Opened editor;
  editor.client.change(path, small_rules() + "x-a: [list-ban", 2);
  has(editor.hover("[list-ban", 4, 0), "list-ban");
  has(editor.hover("impose: chip-licence", 10), "Chips need a licence");
}

TEST_CASE("behind dates stand weekdays, what expressions come to, and last days") {
  Opened editor;
  CHECK(editor.hints() == std::vector<std::string>{"12: Sat", "12: Mon", "33: Fri", "34: Thu", "35: = 2022-10-21 Fri",
                                                   "39: = 2023-10-13 Fri, last day 2023-10-12 Thu", "45: Mon",
                                                   "57: Sun"});
}

TEST_CASE("hints stay while something else is wrong, and can be switched off") {
  Opened editor;
  const auto before = editor.hints();
  editor.client.change(path, "x-a: 1\n" + small_rules() + "y: 1\n", 2);
  CHECK(editor.hints().size() == before.size());
  editor.client.tell("workspace/didChangeConfiguration", {{"settings", {{"inforce", {{"inlayHints", false}}}}}});
  CHECK(editor.hints().empty());
}

TEST_CASE("a range of days that an expression comes to") {
  auto text = small_rules();
  text.replace(text.find("published: 2022-10-13"), 21, "published: 2022-10   ");
  Opened editor(text);
  const auto hints = editor.hints();
  CHECK(std::find(hints.begin(), hints.end(), "35: = 2022-10-09 Sun to 2022-11-08 Tue") != hints.end());
}
