#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/render/report.h"
#include "engine/render/report_findings.h"
#include "inforce/inforce.h"

namespace inforce::render_report {

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(Severity severity) {
  if (severity == Severity::error) return "ERROR";
  return severity == Severity::warning ? "WARNING" : "INFO";
}

Json range_of(const Region& region) {
  Json range;
  range["start"] = {{"line", region.line}, {"column", region.column}};
  range["end"] = {{"line", region.end_line}, {"column", region.end_column}};
  return range;
}

/// Suggestions are taken one by one, but a fix is all of its edits: they become one, with the text between them.
Json suggestion_of(const Fix& fix, const Sources& sources) {
  auto edits = fix.edits;
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
  Edit whole = edits.front();
  for (auto edit = edits.begin() + 1; edit != edits.end(); ++edit) {
    whole.text += sources.text({whole.span.file, whole.span.end, edit->span.begin});
    whole.text += edit->text;
    whole.span.end = edit->span.end;
  }
  return {{"range", range_of(byte_region_of(whole.span, sources))}, {"text", whole.text}};
}

Json related_of(const Label& label, const Sources& sources, const ReportSetting& setting) {
  Json location;
  location["path"] = path_of(sources.path(label.span.file), setting);
  location["range"] = range_of(byte_region_of(label.span, sources));
  return {{"message", label.words}, {"location", std::move(location)}};
}

Json json_of(const Diagnostic& one, const CheckReport& report, const Sources& sources, const ReportSetting& setting) {
  Json object;
  object["message"] = sentences_of(one);
  object["location"]["path"] = path_of(one, report, sources, setting);
  if (one.primary)
    object["location"]["range"] = range_of(byte_region_of(shown_span(one.primary->span, sources), sources));
  object["severity"] = word(one.severity);
  object["code"]["value"] = to_string(one.code);
  const auto address = page_address(one.code, setting.pages);
  if (!address.empty()) object["code"]["url"] = address;
  if (one.fix && !one.fix->edits.empty()) object["suggestions"] = Json::array({suggestion_of(*one.fix, sources)});
  for (const auto& label : one.related) object["related_locations"].push_back(related_of(label, sources, setting));
  return object;
}

}  // namespace

std::string rdjson(const CheckReport& report, const Sources& sources, const ReportSetting& setting) {
  Json object;
  object["source"]["name"] = "inforce";
  if (!setting.pages.empty()) object["source"]["url"] = setting.pages;
  const auto worst = worst_first(report);
  if (!worst.empty()) object["severity"] = word(worst.front()->severity);
  object["diagnostics"] = Json::array();
  for (const auto& one : report.found) object["diagnostics"].push_back(json_of(one, report, sources, setting));
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_report
