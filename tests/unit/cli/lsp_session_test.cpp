// Messages in and out: the order of a session, what is refused and how, and bytes that are no messages.
#include <sstream>

#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"
#include "tools/inforce/lsp/serve.h"
#include "tools/inforce/lsp/transport.h"

using namespace inforce;
using namespace inforce::test;

namespace {

std::string framed(const std::string& text) {
  return "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
}

struct Served {
  int status = 0;
  std::vector<json> messages;
};

Served serve(const std::string& bytes) {
  const auto disk = memory_files({});
  std::istringstream in(bytes);
  std::ostringstream out;
  lsp::Host host{*disk,
                 [] { return Date(std::chrono::days{20'000}); },
                 "/w",
                 "0.0.0",
                 [](const FileReader& read, const std::vector<std::string>& roots, const std::string& /*folder*/,
                    Sources& sources) { return findings_of(read, roots, sources); },
                 [](const std::string& /*folder*/) { return std::vector<std::string>{}; },
                 [](const std::string& /*folder*/) { return std::vector<std::string>{}; }};
  Served served;
  served.status = lsp::serve(in, out, std::move(host));
  std::istringstream answers(out.str());
  for (auto frame = lsp::read_frame(answers); frame.kind == lsp::Frame::Kind::message;
       frame = lsp::read_frame(answers)) {
    served.messages.push_back(json::parse(frame.text));
  }
  return served;
}

const std::string initialize = framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
const std::string shut_down = framed(R"({"jsonrpc":"2.0","id":9,"method":"shutdown"})");
const std::string leave = framed(R"({"jsonrpc":"2.0","method":"exit"})");

}  // namespace

TEST_CASE("a session ends with 0 after shutdown and exit, else with 1") {
  CHECK(serve(initialize + shut_down + leave).status == 0);
  CHECK(serve(initialize + leave).status == 1);
  CHECK(serve(initialize + shut_down).status == 1);
  CHECK(serve("").status == 1);
}

TEST_CASE("the server says what it can do") {
  const auto served = serve(initialize + shut_down + leave);
  REQUIRE(served.messages.size() == 2);
  const auto& can = served.messages[0]["result"]["capabilities"];
  CHECK(can["positionEncoding"] == "utf-16");
  CHECK(can["textDocumentSync"]["change"] == 2);
  CHECK(served.messages[0]["result"]["serverInfo"]["name"] == "inforce");
  CHECK(served.messages[1]["id"] == 9);
  CHECK(served.messages[1]["result"].is_null());
}

TEST_CASE("what is not understood is refused, each with its number") {
  const auto refused = [](const std::string& text) {
    const auto served = serve(initialize + framed(text) + shut_down + leave);
    REQUIRE(served.messages.size() == 3);
    return served.messages[1]["error"]["code"].get<int>();
  };
  CHECK(refused("{") == -32700);
  CHECK(refused("\xFF\xFE") == -32700);
  CHECK(refused("[]") == -32600);
  CHECK(refused("17") == -32600);
  CHECK(refused(R"({"jsonrpc":"2.0","id":2})") == -32600);
  CHECK(refused(R"({"jsonrpc":"2.0","id":{},"method":"shutdown"})") == -32600);
  CHECK(refused(R"({"jsonrpc":"2.0","id":2,"method":"no/such"})") == -32601);
  CHECK(refused(R"({"jsonrpc":"2.0","id":2,"method":"textDocument/hover"})") == -32602);
  CHECK(refused(R"({"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":[1]})") == -32602);
  CHECK(refused(R"({"jsonrpc":"2.0","id":2,"method":"textDocument/hover",
    "params":{"textDocument":{"uri":"file:///w/a.yaml"},"position":{"line":-1,"character":0}}})") == -32602);
  CHECK(refused(R"({"jsonrpc":"2.0","id":2,"method":"initialize","params":{}})") == -32600);
}

TEST_CASE("nothing is answered before initialize, nor after shutdown") {
  const auto early = serve(framed(R"({"jsonrpc":"2.0","id":"a","method":"textDocument/hover"})") + leave);
  REQUIRE(early.messages.size() == 1);
  CHECK(early.messages[0]["error"]["code"] == -32002);
  CHECK(early.messages[0]["id"] == "a");
  const auto late =
      serve(initialize + shut_down + framed(R"({"jsonrpc":"2.0","id":3,"method":"textDocument/hover"})") + leave);
  REQUIRE(late.messages.size() == 3);
  CHECK(late.messages[2]["error"]["code"] == -32600);
  CHECK(late.status == 0);
}

TEST_CASE("JSON without end in depth or number is refused, not kept") {
  const auto deep = serve(initialize + framed(std::string(1'000'000, '[')) + leave);
  REQUIRE(deep.messages.size() == 2);
  CHECK(deep.messages[1].contains("error"));
  std::string many = "[0";
  for (int i = 0; i < 1'100'000; ++i) many += ",0";
  const auto wide = serve(initialize + framed(many + "]") + leave);
  REQUIRE(wide.messages.size() == 2);
  CHECK(wide.messages[1]["error"]["code"] == -32600);
}

TEST_CASE("headers that cannot be understood end the session with an error") {
  for (const auto* bytes : {"Content-Length: x\r\n\r\n{}", "no colon\r\n\r\n", "Content-Type: a\r\n\r\n{}",
                            "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                            "Content-Length: 99999999999999999999999999\r\n\r\n", "\r\n\r\n"}) {
    const auto served = serve(initialize + bytes);
    REQUIRE(served.messages.size() == 2);
    CHECK(served.messages[1]["error"]["code"] == -32700);
    CHECK(served.messages[1]["id"].is_null());
    CHECK(served.status == 1);
  }
  const auto long_header = serve(initialize + std::string(10'000'000, 'a'));
  REQUIRE(long_header.messages.size() == 2);
  CHECK(long_header.messages[1]["error"]["message"] == "the header is too long");
}

TEST_CASE("a message that is too long is skipped, and the next is read") {
  const std::string body(lsp::most_message_bytes + 1, ' ');
  const auto served = serve(initialize + framed(body) + shut_down + leave);
  REQUIRE(served.messages.size() == 3);
  CHECK(served.messages[1]["error"]["code"] == -32600);
  CHECK(served.status == 0);
}

TEST_CASE("a message that is cut off ends the session") {
  CHECK(serve(initialize + "Content-Length: 100\r\n\r\n{").status == 1);
  CHECK(serve(initialize + "Content-Len").status == 1);
}

TEST_CASE("header names have no case, and other headers are passed over") {
  const std::string text = R"({"jsonrpc":"2.0","id":1,"method":"shutdown"})";
  std::istringstream in("content-LENGTH:" + std::to_string(text.size()) +
                        "\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n" + text);
  CHECK(lsp::read_frame(in).text == text);
  CHECK(lsp::read_frame(in).kind == lsp::Frame::Kind::end);
}

TEST_CASE("a request that waits can be cancelled; one that is answered cannot") {
  Client client({{"/w/rules/a.yaml", small_rules()}});
  client.start();
  const auto params = json{{"query", "chip"}};
  client.send(json{{"jsonrpc", "2.0"}, {"id", 70}, {"method", "workspace/symbol"}, {"params", params}}.dump());
  client.send(json{{"jsonrpc", "2.0"}, {"id", 71}, {"method", "workspace/symbol"}, {"params", params}}.dump());
  client.tell("$/cancelRequest", {{"id", 70}});
  client.settle();
  client.tell("$/cancelRequest", {{"id", 71}});
  client.tell("$/cancelRequest", {{"id", "no such"}});
  client.settle();
  CHECK(client.error(70)["code"] == -32800);
  CHECK(client.error(71).is_null());
}

TEST_CASE("notifications that are not understood are passed over") {
  Client client({{"/w/rules/a.yaml", small_rules()}});
  client.start();
  client.tell("$/setTrace", {{"value", "off"}});
  client.tell("no/such", 17);
  client.tell("textDocument/didChange", {{"textDocument", {{"uri", "file:///w/rules/none.yaml"}}}});
  client.send(R"({"jsonrpc":"2.0","id":5,"result":null})");
  client.settle();
  CHECK(client.result("workspace/symbol", {{"query", "none of these"}}).empty());
}
