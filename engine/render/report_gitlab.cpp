#include <nlohmann/json.hpp>

#include "engine/render/report.h"
#include "engine/render/report_findings.h"

namespace inforce::render_report {

namespace {

using Json = nlohmann::ordered_json;

/// An error keeps the whole rule set from being used.
std::string_view weight_of(Severity severity) {
  if (severity == Severity::error) return "critical";
  return severity == Severity::warning ? "minor" : "info";
}

}  // namespace

std::string gitlab(const CheckReport& report, const Sources& sources, const ReportSetting& setting) {
  Json list = Json::array();
  for (const auto& entry : entries_of(report.found, report.suppressed, sources, setting)) {
    if (entry.suppressed != nullptr) continue;
    const Diagnostic& one = *entry.diagnostic;
    const auto region = one.primary ? region_of(shown_span(one.primary->span, sources), sources) : Region{};
    Json object;
    object["description"] = to_string(one.code) + ": " + sentences_of(one);
    object["check_name"] = to_string(one.code);
    object["fingerprint"] = entry.fingerprint;
    object["severity"] = weight_of(one.severity);
    object["location"]["path"] = path_of(one, report, sources, setting);
    object["location"]["lines"] = {{"begin", region.line}, {"end", region.end_line}};
    list.push_back(std::move(object));
  }
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_report
