// An editor in a test: it speaks with the server in process, by strings, with files in memory.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "inforce/inforce.h"
#include "tools/inforce/lsp/server.h"

namespace inforce::test {

using nlohmann::json;
using Files = std::vector<std::pair<std::string, std::string>>;

/// A small rule set with one of everything that has a name.
inline std::string small_rules() {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: America/New_York, authority: office, regime: chips, calendar: days}\n"
         "authorities:\n"
         "  office: {name: The Office}\n"
         "sources:\n"
         "  notice:\n"
         "    title: A notice\n"
         "    publisher: The gazette\n"
         "    kind: gazette\n"
         "    url: https://example.org/notice\n"
         "coverage:\n"
         "  chips: {title: Chips, from: 2022-01-01, reviewed: 2024-01-01}\n"
         "vocabulary:\n"
         "  item: {type: code, title: Product}\n"
         "  destination: {type: country, title: Where it goes}\n"
         "  end_user: {type: code, title: Who receives it}\n"
         "items:\n"
         "  X1: {title: The X1 chip}\n"
         "groups:\n"
         "  list: {title: The list, attribute: end_user}\n"
         "restrictions:\n"
         "  chip-licence:\n"
         "    title: Chips need a licence\n"
         "    kind: licence-requirement\n"
         "    scope: item = X1 and destination in (CN, MO)\n"
         "  list-ban:\n"
         "    title: Nothing to the list\n"
         "    kind: prohibition\n"
         "    scope: end_user in group(list)\n"
         "events:\n"
         "  - id: rule\n"
         "    title: Chips come under control\n"
         "    date: 2022-10-07\n"
         "    published: 2022-10-13\n"
         "    effective: published + 8 days\n"
         "    sources: [notice]\n"
         "    effects:\n"
         "      - impose: chip-licence\n"
         "        before: rule.published + 1 year\n"
         "      - impose: list-ban\n"
         "      - enlist: list\n"
         "        members: [acme, {id: other, names: [Other Inc.]}]\n"
         "  - id: removal\n"
         "    title: Other is removed\n"
         "    date: 2023-05-01\n"
         "    sources: [notice]\n"
         "    after: [rule]\n"
         "    effects:\n"
         "      - delist: list\n"
         "        members: [other]\n"
         "calendars:\n"
         "  days:\n"
         "    range: [2020, 2030]\n"
         "    weekend: [Sat, Sun]\n"
         "tests:\n"
         "  - name: acme is on the list\n"
         "    on: 2023-01-01\n"
         "    with: {item: X1, destination: CN, end_user: acme}\n"
         "    expect: {applies: [chip-licence, list-ban]}\n";
}

/// What `inforce check` finds, as the command has it without settings.
inline lsp::Findings findings_of(const FileReader& files, const std::vector<std::string>& roots, Sources& sources) {
  CheckSettings settings;
  settings.today = Date(std::chrono::days{20'000});
  auto report = check(files, roots, settings, sources);
  return {std::move(report.found), std::move(report.files), std::move(report.timeline), {}};
}

class Client {
 public:
  explicit Client(Files files, const std::string& folder = "/w")
      : disk_(memory_files(std::move(files))),
        server_(
            lsp::Host{*disk_, [] { return Date(std::chrono::days{20'000}); }, folder, "0.0.0",
                      [](const FileReader& read, const std::vector<std::string>& roots, const std::string& /*folder*/,
                         Sources& sources) { return findings_of(read, roots, sources); },
                      [](const std::string& /*folder*/) { return std::vector<std::string>{}; },
                      [this](const std::string& of) { return files_in(of); }},
            [this](const std::string& text) { receive(json::parse(text)); }) {}

  /// Initialized, with one workspace folder.
  static json options(const std::string& folder = "/w") {
    return {{"capabilities", json::object()}, {"workspaceFolders", {{{"uri", "file://" + folder}, {"name", "w"}}}}};
  }
  Client& start(const json& params = options()) {
    REQUIRE(ask("initialize", params).contains("result"));
    tell("initialized", json::object());
    return *this;
  }

  void tell(const std::string& method, const json& params) {
    server_.accept(json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
  }
  /// The whole answer, with `result` or `error`.
  json ask(const std::string& method, const json& params) {
    const int id = ++number_;
    server_.accept(json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump());
    settle();
    return answers_[id];
  }
  json result(const std::string& method, const json& params) {
    const auto answer = ask(method, params);
    INFO(answer.dump());
    REQUIRE(answer.contains("result"));
    return answer["result"];
  }
  void send(std::string_view text) { server_.accept(text); }
  void settle() {
    while (server_.step()) {
    }
  }

  void open(const std::string& path, const std::string& text, int version = 1) {
    open_unsettled(path, text, version);
    settle();
  }
  /// Leaves the server with work to do, as an editor does that opens many files at once.
  void open_unsettled(const std::string& path, const std::string& text, int version = 1) {
    texts_[path] = text;
    tell("textDocument/didOpen",
         {{"textDocument", {{"uri", "file://" + path}, {"languageId", "yaml"}, {"version", version}, {"text", text}}}});
  }
  void change(const std::string& path, const std::string& text, int version) {
    texts_[path] = text;
    tell("textDocument/didChange",
         {{"textDocument", {{"uri", "file://" + path}, {"version", version}}}, {"contentChanges", {{{"text", text}}}}});
    settle();
  }

  /// The parameters of a question about the place of `mark` in an open document, moved by `by` characters.
  [[nodiscard]] json at(const std::string& path, const std::string& mark, std::size_t by = 0,
                        std::size_t which = 0) const {
    const auto& text = texts_.at(path);
    auto offset = text.find(mark);
    for (std::size_t i = 0; i < which; ++i) offset = text.find(mark, offset + 1);
    REQUIRE(offset != std::string::npos);
    return {{"textDocument", {{"uri", "file://" + path}}}, {"position", position(text, offset + by)}};
  }
  static json position(const std::string& text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n') == std::string::npos ? 0 : before.rfind('\n') + 1;
    return {{"line", line}, {"character", offset - start}};
  }
  /// An open text with the edits of a `WorkspaceEdit` put in. Texts are ASCII.
  [[nodiscard]] std::string edited(const json& edit, const std::string& path, std::string text) const {
    auto edits = edit["changes"].value("file://" + path, json::array()).get<std::vector<json>>();
    const auto place = [&](const json& at) {
      std::size_t offset = 0;
      for (auto line = at["line"].get<int>(); line > 0; --line) offset = text.find('\n', offset) + 1;
      return offset + at["character"].get<std::size_t>();
    };
    std::sort(edits.begin(), edits.end(),
              [&](const json& a, const json& b) { return place(a["range"]["start"]) > place(b["range"]["start"]); });
    for (const auto& each : edits) {
      const auto begin = place(each["range"]["start"]);
      text.replace(begin, place(each["range"]["end"]) - begin, each["newText"].get<std::string>());
    }
    return text;
  }

  std::map<std::string, json> published;  ///< By URI, the last list.
  std::vector<json> told;                 ///< All notifications and requests of the server.
  [[nodiscard]] json error(int id) const { return answers_.at(id).value("error", json()); }
  [[nodiscard]] std::optional<int> exit_status() const { return server_.exit_status(); }

 private:
  void receive(const json& message) {
    if (!message.contains("method")) {
      answers_[message["id"].is_number() ? message["id"].get<int>() : -1] = message;
      return;
    }
    told.push_back(message);
    if (message["method"] == "textDocument/publishDiagnostics") {
      published[message["params"]["uri"].get<std::string>()] = message["params"]["diagnostics"];
    }
  }
  [[nodiscard]] std::vector<std::string> files_in(const std::string& folder) const {
    std::vector<std::string> found;
    for (const auto& path : disk_->list(folder).paths) {
      if (path.substr(0, path.rfind('/')) == folder) found.push_back(path);
    }
    return found;
  }

  std::unique_ptr<FileReader> disk_;
  lsp::Server server_;
  std::map<std::string, std::string> texts_;
  std::map<int, json> answers_;
  int number_ = 0;
};

}  // namespace inforce::test
