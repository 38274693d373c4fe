#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/render/diagnostics.h"

namespace inforce::render_json {
namespace {

using Json = nlohmann::ordered_json;

std::string_view word_for(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

void add_place(Json& object, const Sources& sources, const std::optional<Label>& label) {
  if (!label) {
    for (const char* key : {"file", "line", "column", "end_line", "end_column"}) object[key] = nullptr;
    return;
  }
  const Place begin = sources.begin_of(label->span);
  const Place end = sources.end_of(label->span);
  object["file"] = std::string(begin.path);
  object["line"] = begin.line;
  object["column"] = begin.column;
  object["end_line"] = end.line;
  object["end_column"] = end.column;
}

Json json_of(const Diagnostic& one, const Sources& sources) {
  Json object;
  object["code"] = to_string(one.code);
  object["severity"] = word_for(one.severity);
  add_place(object, sources, one.primary);
  object["message"] = one.message;
  object["help"] = one.help.empty() ? Json(nullptr) : Json(one.help);
  object["related"] = Json::array();
  for (const Label& label : one.related) {
    Json related;
    add_place(related, sources, label);
    related["message"] = label.words;
    object["related"].push_back(std::move(related));
  }
  return object;
}

}  // namespace

std::string diagnostics_json(std::span<const Diagnostic> diagnostics, const Sources& sources) {
  Json list = Json::array();
  for (const Diagnostic& one : diagnostics) list.push_back(json_of(one, sources));
  const auto count = [&](Severity severity) {
    return std::count_if(diagnostics.begin(), diagnostics.end(),
                         [&](const Diagnostic& one) { return one.severity == severity; });
  };
  Json object;
  object["diagnostics"] = std::move(list);
  object["errors"] = count(Severity::error);
  object["warnings"] = count(Severity::warning);
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_json
