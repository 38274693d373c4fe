// Sessions of random edits and random questions: whatever is typed and asked, there is an answer, and in the end the
// editor sees what check sees.
#include <array>
#include <random>

#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"

using namespace inforce;
using namespace inforce::test;

namespace {

const std::string path = "/w/rules/a.yaml";

class Typist {
 public:
  explicit Typist(unsigned seed) : random_(seed), client_(Files{{path, small_rules()}}) {
    client_.start();
    client_.open(path, text_);
  }

  void type() {
    constexpr std::array<const char*, 16> pieces{"\n",          "  ", "- ", ": ", "{",         "}",
                                                 "[",           "]",  "\"", "#",  "events:\n", "\xF0\x9F\x98\x80",
                                                 "<<<<<<< a\n", "\t", ",",  "|\n"};
    const auto from = below(text_.size() + 1);
    const auto length = std::min<std::size_t>(below(12), text_.size() - from);
    // A range that ends within a character would make what no client can send.
    if ((from < text_.size() && continues(from)) || (from + length < text_.size() && continues(from + length))) return;
    const auto start = place(from);
    const auto end = place(from + length);
    const std::string piece = below(3) == 0 ? "" : pieces[below(pieces.size())];
    text_.replace(from, length, piece);
    client_.tell("textDocument/didChange",
                 {{"textDocument", {{"uri", "file://" + path}, {"version", ++version_}}},
                  {"contentChanges", {{{"range", {{"start", start}, {"end", end}}}, {"text", piece}}}}});
  }

  void ask() {
    constexpr std::array<const char*, 10> methods{"hover",          "completion",  "definition",    "references",
                                                  "documentSymbol", "rename",      "prepareRename", "inlayHint",
                                                  "codeAction",     "documentLink"};
    const json whole{{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 999}, {"character", 0}}}};
    const json params{{"textDocument", {{"uri", "file://" + path}}},
                      {"position", {{"line", below(70)}, {"character", below(60)}}},
                      {"range", whole},
                      {"context", json::object()},
                      {"newName", "fresh-name"}};
    const auto answer = client_.ask(std::string("textDocument/") + methods[below(methods.size())], params);
    REQUIRE((answer.contains("result") || answer.contains("error")));
    if (answer.contains("error")) CHECK(answer["error"]["code"] == -32803);
  }

  /// As many findings, with the same codes, as a check of the text alone.
  void compare() {
    client_.settle();
    Sources sources;
    const auto found = findings_of(*memory_files({{path, text_}}), {"/w/rules"}, sources);
    std::vector<std::string> expected;
    for (const auto& each : found.found) expected.push_back(to_string(each.code));
    std::vector<std::string> seen;
    for (const auto& each : client_.published["file://" + path]) seen.push_back(each["code"].get<std::string>());
    CHECK(seen == expected);
  }

  [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  [[nodiscard]] bool continues(std::size_t at) const {
    return (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
  }

  /// In UTF-16.
  [[nodiscard]] json place(std::size_t offset) const {
    std::size_t line = 0;
    std::size_t character = 0;
    for (std::size_t i = 0; i < offset; ++i) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte == '\n') {
        ++line;
        character = 0;
      } else if (!continues(i)) {
        character += byte >= 0xF0U ? 2 : 1;
      }
    }
    return {{"line", line}, {"character", character}};
  }

  std::minstd_rand random_;
  std::string text_ = small_rules();
  int version_ = 1;
  Client client_;
};

}  // namespace

TEST_CASE("random edits and questions leave the server with the text of the editor") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    Typist typist(seed);
    for (int i = 0; i < 60; ++i) {
      typist.type();
      if (typist.below(3) == 0) typist.ask();
    }
    typist.compare();
  }
}

TEST_CASE("bytes of a session changed at random are answered or end it") {
  std::minstd_rand random(3);
  const std::vector<std::string> session{
      R"({"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///w/rules/a.yaml"},"position":{"line":30,"character":9}}})",
      R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///w/rules/a.yaml","version":2},"contentChanges":[{"range":{"start":{"line":3,"character":4},"end":{"line":4,"character":1}},"text":"x"}]}})",
      R"({"jsonrpc":"2.0","id":2,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"file:///w/rules/a.yaml"},"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}},"context":{"only":["quickfix"]}}})",
      R"({"jsonrpc":"2.0","method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[{"uri":"file:///v","name":"v"}],"removed":[]}}})"};
  for (int round = 0; round < 300; ++round) {
    Client client(Files{{path, small_rules()}});
    client.start();
    client.open(path, small_rules());
    for (auto text : session) {
      for (int i = 0; i < 3; ++i) text[random() % text.size()] = static_cast<char>(random() % 256);
      client.send(text);
      client.settle();
    }
    CHECK(client.ask("workspace/symbol", {{"query", "chip"}}).contains("result"));
  }
}
