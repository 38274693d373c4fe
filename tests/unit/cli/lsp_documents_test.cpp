// Texts as they are edited: offsets in three encodings, surrogate pairs, versions, and files of every kind.
#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"
#include "tools/inforce/lsp/positions.h"
#include "tools/inforce/lsp/uri.h"

using namespace inforce;
using namespace inforce::test;
using lsp::Encoding;
using lsp::LineTable;
using lsp::Position;

TEST_CASE("columns count in the units agreed upon") {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z\nb";  // a é € 😀 z
  const LineTable lines(text);
  CHECK(lines.position_of(text, 10, Encoding::utf8) == Position{0, 10});
  CHECK(lines.position_of(text, 10, Encoding::utf16) == Position{0, 5});
  CHECK(lines.position_of(text, 10, Encoding::utf32) == Position{0, 4});
  CHECK(lines.position_of(text, 12, Encoding::utf16) == Position{1, 0});
  for (const auto encoding : {Encoding::utf8, Encoding::utf16, Encoding::utf32}) {
    for (const std::size_t offset : {0U, 1U, 3U, 6U, 10U, 11U, 12U, 13U}) {
      CHECK(lines.offset_of(text, lines.position_of(text, offset, encoding), encoding) == offset);
    }
  }
  CHECK(lines.offset_of(text, {0, 4}, Encoding::utf16) == 6);  // Within the pair: before it.
  CHECK(lines.offset_of(text, {0, 99}, Encoding::utf16) == 11);
  CHECK(lines.offset_of(text, {9, 0}, Encoding::utf16) == text.size());
}

TEST_CASE("offsets inside a character, out of order and of bytes that are no UTF-8") {
  const std::string text = "\xF0\x9F\x98\x80\xFF\xC3x";
  const LineTable lines(text);
  CHECK(lines.position_of(text, 6, Encoding::utf16) == Position{0, 4});
  CHECK(lines.position_of(text, 2, Encoding::utf16) == Position{0, 0});
  CHECK(lines.position_of(text, 5, Encoding::utf16) == Position{0, 3});
}

TEST_CASE("lines end with LF, CR or both") {
  const std::string text = "a\r\nb\rc\n";
  const LineTable lines(text);
  CHECK(lines.lines() == 4);
  CHECK(lines.line(text, 0) == "a");
  CHECK(lines.line(text, 1) == "b");
  CHECK(lines.offset_of(text, {0, 5}, Encoding::utf16) == 1);
  CHECK(lines.position_of(text, 5, Encoding::utf16) == Position{2, 0});
}

TEST_CASE("paths and URIs") {
  CHECK(lsp::path_of("file:///a%20b/c%C3%A9.yaml") == "/a b/c\xC3\xA9.yaml");
  CHECK(lsp::path_of("file://localhost/a/./b/../c") == "/a/c");
  CHECK(lsp::path_of("file:///a%2") == "/a%2");
  CHECK_FALSE(lsp::path_of("untitled:Untitled-1"));
  CHECK_FALSE(lsp::path_of("file:///a%00b"));
  CHECK_FALSE(lsp::path_of("file://server/a"));
  CHECK(lsp::uri_of("/a b/c\xC3\xA9#.yaml") == "file:///a%20b/c%C3%A9%23.yaml");
  CHECK(lsp::lies_below("/a/b", "/a"));
  CHECK_FALSE(lsp::lies_below("/ab", "/a"));
  CHECK(lsp::absolute_path("/a/b", "../c/") == "/a/c");
}

TEST_CASE("edits in the middle, with characters of two units, and several in one change") {
  Client client(Files{{"/w/rules/a.yaml", "inforce: 1\n"}});
  client.start();
  client.open("/w/rules/a.yaml", "inforce: 1\nx-note: \xF0\x9F\x98\x80 end\n");
  CHECK(client.published["file:///w/rules/a.yaml"].empty());
  const auto range = [](int from_line, int from, int to_line, int to) {
    return json{{"start", {{"line", from_line}, {"character", from}}}, {"end", {{"line", to_line}, {"character", to}}}};
  };
  // After the pair comes `!`, and then the first line is made wrong.
  client.tell(
      "textDocument/didChange",
      {{"textDocument", {{"uri", "file:///w/rules/a.yaml"}, {"version", 2}}},
       {"contentChanges",
        {{{"range", range(1, 10, 1, 10)}, {"text", "!"}}, {{"range", range(0, 9, 0, 10)}, {"text", "2\nx: 1"}}}}});
  client.settle();
  const auto found = client.published["file:///w/rules/a.yaml"];
  REQUIRE(found.size() == 2);
  CHECK(found[0]["code"] == "IF101");
  CHECK(found[1]["code"] == "IF103");
  CHECK(found[1]["range"] == range(1, 0, 1, 1));
}

TEST_CASE("a change to an older version is not taken in; a broken one changes nothing") {
  Client client({});
  client.start();
  client.open("/w/rules.yaml", "inforce: 2\n", 5);
  const auto before = client.published["file:///w/rules.yaml"];
  REQUIRE(before.size() == 1);
  client.change("/w/rules.yaml", "inforce: 1\n", 4);
  CHECK(client.published["file:///w/rules.yaml"] == before);
  client.tell("textDocument/didChange", {{"textDocument", {{"uri", "file:///w/rules.yaml"}, {"version", 6}}},
                                         {"contentChanges", {{{"text", "inforce: 1\n"}}, {{"text", 17}}}}});
  client.settle();
  CHECK(client.published["file:///w/rules.yaml"] == before);
  client.change("/w/rules.yaml", "inforce: 1\n", 7);
  CHECK(client.published["file:///w/rules.yaml"].empty());
}

TEST_CASE("positions agreed upon as UTF-8 or UTF-32") {
  for (const auto& [encoding, column] : {std::pair("utf-8", 12), std::pair("utf-16", 10), std::pair("utf-32", 9)}) {
    Client client({});
    auto options = Client::options();
    options["capabilities"]["general"]["positionEncodings"] = {"ebcdic", encoding};
    client.start(options);
    client.open("/w/rules.yaml", "inforce: 1\nx-a: {\xF0\x9F\x98\x80: 1, b: &a 1}\n");
    const auto found = client.published["file:///w/rules.yaml"];
    REQUIRE(found.size() == 1);
    CHECK(found[0]["code"] == "IF013");
    CHECK(found[0]["range"]["start"]["character"] == column + 6);
  }
}

TEST_CASE("a byte-order mark counts where the editor counts it") {
  Client client({});
  client.start();
  client.open("/w/rules.yaml", "\xEF\xBB\xBFinforce: 2\n");
  const auto found = client.published["file:///w/rules.yaml"];
  REQUIRE(found.size() == 1);
  CHECK(found[0]["range"]["start"]["character"] == 10);
}
