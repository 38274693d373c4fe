// The command as the program has it: over two streams, with the settings and the code of `inforce check`.
#include <sstream>

#include "tests/support/catch.h"
#include "tests/unit/cli/lsp_client.h"
#include "tools/inforce/environment.h"
#include "tools/inforce/lsp/transport.h"

using namespace inforce;
using namespace inforce::test;

namespace {

struct Ran {
  int status = 0;
  std::string out;
  std::string err;
};

Ran run(const std::vector<std::string>& words, const FileReader& files, std::istream* in) {
  std::ostringstream out;
  std::ostringstream err;
  cli::Environment environment{out, err, files, [] { return Date(std::chrono::days{20'000}); }, {}, "/w", ""};
  environment.in = in;
  const int status = cli::run(words, environment);
  return {status, out.str(), err.str()};
}

std::string framed(const json& message) {
  std::ostringstream out;
  lsp::write_frame(out, message.dump());
  return out.str();
}

/// A session in which one file is opened: what was published, by URI.
std::map<std::string, json> published(const FileReader& files, const std::string& path) {
  const json open{{"uri", "file://" + path}, {"languageId", "yaml"}, {"version", 1}, {"text", files.read(path).text}};
  std::istringstream in(
      framed({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "initialize"}, {"params", Client::options()}}) +
      framed({{"jsonrpc", "2.0"}, {"method", "textDocument/didOpen"}, {"params", {{"textDocument", open}}}}));
  const auto served = run({"lsp", "--stdio"}, files, &in);
  CHECK(served.status == 1);  // Without `shutdown`.
  CHECK(served.err.empty());
  std::map<std::string, json> found;
  std::istringstream out(served.out);
  for (auto frame = lsp::read_frame(out); frame.kind == lsp::Frame::Kind::message; frame = lsp::read_frame(out)) {
    const auto message = json::parse(frame.text);
    if (message.value("method", "") == "window/showMessage") found["message"] = message["params"]["message"];
    if (message.value("method", "") != "textDocument/publishDiagnostics") continue;
    found[message["params"]["uri"].get<std::string>()] = message["params"]["diagnostics"];
  }
  return found;
}

}  // namespace

TEST_CASE("the command publishes what the command check prints") {
  auto text = small_rules();
  text.insert(text.find("  list-ban:"), "  never: {title: Never imposed, kind: prohibition}\n");
  const auto files = memory_files({{"/w/rules/a.yaml", text}, {"/w/rules/b.yaml", "inforce: 1\nx: 1\n"}});
  std::vector<std::string> seen;
  for (const auto& [uri, list] : published(*files, "/w/rules/a.yaml")) {
    for (const auto& each : list) seen.push_back(uri.substr(7) + " " + each["code"].get<std::string>());
  }
  const auto checked = json::parse(run({"check", "/w/rules", "--json"}, *files, nullptr).out);
  std::vector<std::string> expected;
  for (const auto& each : checked["diagnostics"]) {
    expected.push_back(each["file"].get<std::string>() + " " + each["code"].get<std::string>());
  }
  CHECK_FALSE(expected.empty());
  CHECK(seen == expected);
}

TEST_CASE("settings and comments count as they do for check") {
  auto text = small_rules();
  text.insert(text.find("  list-ban:"), "  never: {title: Never imposed, kind: prohibition}\n");
  const auto codes = [&](const std::string& rules, const std::string& settings) {
    const auto files = memory_files({{"/w/rules/a.yaml", rules}, {"/w/inforce.toml", settings}});
    return published(*files, "/w/rules/a.yaml");
  };
  const std::string uri = "file:///w/rules/a.yaml";
  REQUIRE(codes(text, "")[uri].size() == 1);
  CHECK(codes(text, "[check.severity]\nIF802 = \"error\"\n")[uri][0]["severity"] == 1);
  CHECK(codes(text, "[check]\nignore = [\"IF802\"]\n")[uri].empty());
  auto left = text;
  left.insert(left.find("  never:"), "  # inforce: ignore[IF802] reason: it is to come\n");
  CHECK(codes(left, "")[uri].empty());
  const auto wrong = codes(text, "[check]\nignored = 1\n");
  CHECK(wrong.at(uri).size() == 1);
  CHECK(wrong.at("message").get<std::string>().find("ignored") != std::string::npos);
}

TEST_CASE("the rules that settings name are the rules, and an unused comment is told so") {
  const auto files = memory_files({{"/w/law/a.yaml", "inforce: 1\n# inforce: ignore[IF804] reason: none\nx-a: 1\n"},
                                   {"/w/law/b.yaml", "inforce: 1\n# inforce: ignore[IF805] reason: none\nx-b: 1\n"},
                                   {"/w/rules/c.yaml", "inforce: 2\n"},
                                   {"/w/inforce.toml", "[check]\nrules = [\"law\"]\n"}});
  const auto found = published(*files, "/w/law/a.yaml");
  CHECK(found.count("file:///w/law/b.yaml") == 1);
  CHECK(found.count("file:///w/rules/c.yaml") == 0);
  REQUIRE(found.at("file:///w/law/a.yaml").size() == 1);
  CHECK(found.at("file:///w/law/a.yaml")[0]["code"] == "IF864");
  CHECK(found.at("file:///w/law/a.yaml")[0]["tags"] == json{1});
}

TEST_CASE("without a standard input there is nothing to serve") {
  const auto ran = run({"lsp"}, *memory_files({}), nullptr);
  CHECK(ran.status == 2);
  CHECK(ran.err.find("there is no standard input") != std::string::npos);
}
