#include "tools/inforce/lsp/diagnostics.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

namespace {

/// `Error`, `Warning` and `Information` of the protocol.
int severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::note:
      break;
  }
  return 3;
}

/// Codes of what nothing uses are called so; editors show it faded.
bool is_unnecessary(Code code) {
  const auto info = find_code(to_string(code));
  return info && (info->name.starts_with("unused_") || info->name.ends_with("_unused"));
}

std::string message_of(const Diagnostic& diagnostic) {
  auto message = diagnostic.message;
  if (diagnostic.primary && !diagnostic.primary->words.empty()) message += "\n" + diagnostic.primary->words;
  if (!diagnostic.help.empty()) message += "\nhelp: " + diagnostic.help;
  return message;
}

Json related_of(Workspace& workspace, const RuleSet& set, const Diagnostic& diagnostic) {
  Json related = Json::array();
  for (const auto& label : diagnostic.related) {
    const Json place = {{"uri", workspace.uri(absolute_path(set.settings_folder, set.sources.path(label.span.file)))},
                        {"range", to_json(workspace.range(set.sources, label.span))}};
    related.push_back({{"location", place}, {"message", label.words.empty() ? "see also" : label.words}});
  }
  return related;
}

Json encoded(Workspace& workspace, const RuleSet& set, const Diagnostic& diagnostic) {
  const auto code = to_string(diagnostic.code);
  const auto range = diagnostic.primary ? workspace.range(set.sources, diagnostic.primary->span) : Range{};
  Json json = {{"range", to_json(range)},
               {"severity", severity_of(diagnostic.severity)},
               {"code", code},
               {"source", "inforce"},
               {"message", message_of(diagnostic)}};
  if (!workspace.wishes.page_base.empty()) {
    json["codeDescription"] = {{"href", workspace.wishes.page_base + code + ".md"}};
  }
  if (is_unnecessary(diagnostic.code)) json["tags"] = {1};
  if (!diagnostic.related.empty()) json["relatedInformation"] = related_of(workspace, set, diagnostic);
  return json;
}

/// By path. What has no place is told of the first file that is open.
std::map<std::string, std::vector<const Diagnostic*>> by_file(const Workspace& workspace, const RuleSet& set) {
  std::map<std::string, std::vector<const Diagnostic*>> found;
  for (const auto& path : set.report.files) found[path];
  std::string open;
  for (const auto& [path, document] : workspace.documents) {
    if (open.empty() && found.count(path) != 0) open = path;
  }
  if (open.empty() && !found.empty()) open = found.begin()->first;
  for (const auto& diagnostic : set.report.found) {
    // Settings and baselines are named from the folder that they are for.
    const auto path =
        diagnostic.primary ? absolute_path(set.settings_folder, set.sources.path(diagnostic.primary->span.file)) : open;
    if (!path.empty()) found[path].push_back(&diagnostic);
  }
  return found;
}

Json list_of(Workspace& workspace, const RuleSet& set, std::vector<const Diagnostic*> found) {
  const auto all = found.size();
  if (all > most_shown) {
    std::stable_partition(found.begin(), found.end(),
                          [](const auto* each) { return each->severity == Severity::error; });
    found.resize(most_shown);
  }
  Json list = Json::array();
  for (const auto* diagnostic : found) list.push_back(encoded(workspace, set, *diagnostic));
  if (all > most_shown) {
    list.push_back({{"range", to_json(Range{})},
                    {"severity", severity_of(Severity::note)},
                    {"source", "inforce"},
                    {"message", std::to_string(all - most_shown) + " more findings; `inforce check` lists all"}});
  }
  return list;
}

}  // namespace

void check_and_publish(Workspace& workspace, RuleSet& set, const Notify& notify) {
  workspace.checked(set);
  if (!set.report.problem.empty() && set.report.problem != set.problem_told) {
    notify("window/showMessage", {{"type", 1}, {"message", set.report.problem}});
  }
  set.problem_told = set.report.problem;
  std::map<std::string, std::string> published;
  for (const auto& [path, found] : by_file(workspace, set)) {
    const auto uri = workspace.uri(path);
    Json params = {{"uri", uri}, {"diagnostics", list_of(workspace, set, found)}};
    const auto text = params["diagnostics"].dump(-1, ' ', false, Json::error_handler_t::replace);
    const auto open = workspace.documents.find(path);
    if (open != workspace.documents.end()) params["version"] = open->second.version;
    const auto before = set.published.find(uri);
    const bool quiet = before == set.published.end() ? found.empty() && open == workspace.documents.end()
                                                     : before->second == text && open == workspace.documents.end();
    if (!quiet) notify("textDocument/publishDiagnostics", params);
    if (!quiet || before != set.published.end()) published.emplace(uri, text);
  }
  for (const auto& [uri, text] : set.published) {
    if (published.count(uri) != 0 || text == "[]") continue;
    notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
  }
  set.published = std::move(published);
}

void clear(const RuleSet& set, const Notify& notify) {
  for (const auto& [uri, text] : set.published) {
    if (text == "[]") continue;
    notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
  }
}

}  // namespace inforce::lsp
