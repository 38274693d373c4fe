#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/render/diagnostics.h"
#include "engine/render/report_findings.h"

namespace inforce {

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

namespace render_json {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

void add_place(Json& object, const Sources& sources, const std::optional<Label>& label) {
  if (!label) {
    for (const char* key : {"file", "line", "column", "end_line", "end_column"}) object[key] = nullptr;
    return;
  }
  const auto region = render_report::region_of(label->span, sources);
  object["file"] = std::string(sources.path(label->span.file));
  object["line"] = region.line;
  object["column"] = region.column;
  object["end_line"] = region.end_line;
  object["end_column"] = region.end_column;
}

Json json_of(const std::optional<Fix>& fix, const Sources& sources) {
  if (!fix) return nullptr;
  Json object;
  object["title"] = fix->title;
  object["safe"] = fix->safe;
  object["edits"] = Json::array();
  for (const Edit& edit : fix->edits) {
    Json one;
    add_place(one, sources, Label{edit.span, {}});
    one["text"] = edit.text;
    object["edits"].push_back(std::move(one));
  }
  return object;
}

Json json_of(const render_report::Entry& entry, const Sources& sources, const std::string& pages) {
  const Diagnostic& one = *entry.diagnostic;
  Json object;
  object["code"] = to_string(one.code);
  object["name"] = render_report::info_of(one.code).name;
  object["severity"] = word_for(one.severity);
  add_place(object, sources, one.primary);
  object["message"] = one.message;
  object["help"] = text_or_null(one.help);
  object["related"] = Json::array();
  for (const Label& label : one.related) {
    Json related;
    add_place(related, sources, label);
    related["message"] = label.words;
    object["related"].push_back(std::move(related));
  }
  object["fix"] = json_of(one.fix, sources);
  object["url"] = text_or_null(render_report::page_address(one.code, pages));
  object["fingerprint"] = entry.fingerprint;
  if (entry.suppressed != nullptr) {
    object["where"] = entry.suppressed->where == Suppressed::Where::in_source ? "comment" : "baseline";
    object["reason"] = text_or_null(entry.suppressed->reason);
  }
  return object;
}

}  // namespace

std::string diagnostics_json(std::span<const Diagnostic> found, std::span<const Suppressed> suppressed,
                             const Sources& sources, const ReportSetting& setting) {
  Json object;
  object["diagnostics"] = Json::array();
  object["suppressed"] = Json::array();
  for (const auto& entry : render_report::entries_of(found, suppressed, sources, setting)) {
    const char* list = entry.suppressed == nullptr ? "diagnostics" : "suppressed";
    object[list].push_back(json_of(entry, sources, setting.pages));
  }
  const auto count = [&](Severity severity) {
    return std::count_if(found.begin(), found.end(), [&](const Diagnostic& one) { return one.severity == severity; });
  };
  object["errors"] = count(Severity::error);
  object["warnings"] = count(Severity::warning);
  object["notes"] = count(Severity::note);
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace render_json
}  // namespace inforce
