// Ways out of findings: what `check` knows to mend, and a comment that says why a finding is left as it is.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/requests.h"

namespace inforce::lsp {

namespace {

bool meet(const Range& a, const Range& b) { return a.start <= b.end && b.start <= a.end; }

Json edits_of(Workspace& workspace, const RuleSet& set, const std::vector<Edit>& edits) {
  Json changes = Json::object();
  for (const auto& edit : edits) {
    const auto uri = workspace.uri(std::string(set.sources.path(edit.span.file)));
    changes[uri].push_back({{"range", to_json(workspace.range(set.sources, edit.span))}, {"newText", edit.text}});
  }
  return {{"changes", std::move(changes)}};
}

Json fixing(Workspace& workspace, const RuleSet& set, const Diagnostic& diagnostic) {
  Json action = {{"title", diagnostic.fix->title},
                 {"kind", "quickfix"},
                 {"isPreferred", diagnostic.fix->safe},
                 {"edit", edits_of(workspace, set, diagnostic.fix->edits)}};
  if (!diagnostic.fix->safe) action["title"] = diagnostic.fix->title + " (answers may change)";
  return action;
}

/// A comment of its own before the line, indented like it. Errors cannot be left as they are.
Json leaving(Workspace& workspace, const RuleSet& set, const Diagnostic& diagnostic) {
  const auto code = to_string(diagnostic.code);
  const auto begin = set.sources.begin_of(diagnostic.primary->span);
  const auto line = set.sources.line(diagnostic.primary->span.file, begin.line);
  const auto indent = line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
  const auto number = begin.line - 1;
  const Range at{{number, 0}, {number, 0}};
  const auto comment = std::string(indent) + "# inforce: ignore[" + code + "] reason: \n";
  Json changes = Json::object();
  changes[workspace.uri(std::string(set.sources.path(diagnostic.primary->span.file)))] = {
      {{"range", to_json(at)}, {"newText", comment}}};
  return {{"title", "leave " + code + " as it is, with a reason"},
          {"kind", "quickfix"},
          {"edit", {{"changes", std::move(changes)}}}};
}

bool wants_quickfix(const Json& params) {
  const auto context = params.find("context");
  if (context == params.end() || !context->is_object() || !context->contains("only")) return true;
  const auto& only = context->at("only");
  return std::any_of(only.begin(), only.end(), [](const Json& kind) {
    return kind.is_string() && std::string_view("quickfix").starts_with(kind.get_ref<const std::string&>());
  });
}

}  // namespace

Json code_action(Session& session, const Json& params) {
  auto& workspace = session.workspace;
  const auto range = range_in(params.at("range"));
  const auto target = document_of(workspace, params);
  Json actions = Json::array();
  if (target.set == nullptr || !wants_quickfix(params)) return actions;
  const auto& set = *target.set;
  Json comments = Json::array();
  for (const auto& diagnostic : set.report.found) {
    if (!diagnostic.primary || set.sources.path(diagnostic.primary->span.file) != target.document->path) continue;
    if (!meet(workspace.range(set.sources, diagnostic.primary->span), range)) continue;
    if (diagnostic.fix) actions.push_back(fixing(workspace, set, diagnostic));
    if (diagnostic.severity != Severity::error) comments.push_back(leaving(workspace, set, diagnostic));
  }
  for (auto& comment : comments) actions.push_back(std::move(comment));
  return actions;
}

}  // namespace inforce::lsp
