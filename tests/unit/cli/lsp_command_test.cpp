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

}  // namespace

TEST_CASE("the command publishes what the command check prints") {
  auto text = small_rules();
  text.insert(text.find("  list-ban:"), "  never: {title: Never imposed, kind: prohibition}\n");
  const auto files = memory_files({{"/w/rules/a.yaml", text}, {"/w/rules/b.yaml", "inforce: 1\nx: 1\n"}});
  const json open{{"uri", "file:///w/rules/a.yaml"}, {"languageId", "yaml"}, {"version", 1}, {"text", text}};
  std::istringstream in(
      framed({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "initialize"}, {"params", Client::options()}}) +
      framed({{"jsonrpc", "2.0"}, {"method", "textDocument/didOpen"}, {"params", {{"textDocument", open}}}}));
  const auto served = run({"lsp", "--stdio"}, *files, &in);
  CHECK(served.status == 1);  // Without `shutdown`.
  CHECK(served.err.empty());
  std::vector<std::string> seen;
  std::istringstream out(served.out);
  for (auto frame = lsp::read_frame(out); frame.kind == lsp::Frame::Kind::message; frame = lsp::read_frame(out)) {
    const auto message = json::parse(frame.text);
    if (message.value("method", "") != "textDocument/publishDiagnostics") continue;
    for (const auto& each : message["params"]["diagnostics"]) {
      seen.push_back(message["params"]["uri"].get<std::string>().substr(7) + " " + each["code"].get<std::string>());
    }
  }
  const auto checked = json::parse(run({"check", "/w/rules", "--json"}, *files, nullptr).out);
  std::vector<std::string> expected;
  for (const auto& each : checked["diagnostics"]) {
    expected.push_back(each["file"].get<std::string>() + " " + each["code"].get<std::string>());
  }
  CHECK_FALSE(expected.empty());
  CHECK(seen == expected);
}

TEST_CASE("without a standard input there is nothing to serve") {
  const auto ran = run({"lsp"}, *memory_files({}), nullptr);
  CHECK(ran.status == 2);
  CHECK(ran.err.find("there is no standard input") != std::string::npos);
}
