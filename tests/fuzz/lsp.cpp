// Any messages, with tabs between them, and any bytes: the language server answers, and goes on.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "inforce/inforce.h"
#include "tools/inforce/lsp/serve.h"
#include "tools/inforce/lsp/server.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace inforce;
  const std::string text(data, data + size);
  const auto disk = memory_files({{"/w/rules/a.yaml", text}});
  const auto host = [&] {
    const auto check = [](const FileReader& files, const std::vector<std::string>& roots, const std::string& /*folder*/,
                          Sources& sources) {
      auto report = inforce::check(files, roots, {}, sources);
      return lsp::Findings{std::move(report.found), std::move(report.files), std::move(report.timeline), {}};
    };
    const auto none = [](const std::string& /*folder*/) { return std::vector<std::string>{}; };
    return lsp::Host{*disk, [] { return Date(std::chrono::days{20'000}); }, "/w", "0.0.0", check, none, none};
  };
  lsp::Server server(host(), [](const std::string& answer) {
    if (answer.empty()) std::abort();
  });
  server.accept(std::string_view(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"rootUri":"file:///w"}})"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line, '\t') && !server.exit_status();) {
    server.accept(std::string_view(line));
    while (server.step()) {
    }
  }
  std::istringstream in(text);
  std::ostringstream out;
  return lsp::serve(in, out, host()) > 1 ? (std::abort(), 0) : 0;
}
