#include "engine/render/evidence.h"

#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/diagnostics/report.h"
#include "engine/model/sha256.h"
#include "engine/render/timeline_json.h"
#include "engine/render/workbook.h"
#include "inforce/inforce.h"

namespace inforce::render_evidence {

namespace {

using Json = nlohmann::ordered_json;

/// The reports of a pack; each must follow from the report alone.
constexpr std::array<std::pair<std::string_view, TimelineFormat>, 6> reports{{{"report.csv", TimelineFormat::csv},
                                                                              {"report.html", TimelineFormat::html},
                                                                              {"report.ics", TimelineFormat::ics},
                                                                              {json_report, TimelineFormat::json},
                                                                              {"report.md", TimelineFormat::md},
                                                                              {"report.xlsx", TimelineFormat::xlsx}}};

std::vector<Diagnostic> no_pack(const std::string& why) { return {diagnostics::make(codes::not_a_pack, why)}; }

/// Only what was said; the spelling is that of the question of a certificate.
Json question_of(const PackQuestion& question) {
  const auto& about = question.about;
  Json said;
  said["definition"] = question.definition.empty() ? Json(nullptr) : Json(question.definition);
  said["ids"] = question.ids;
  if (about.on) said["on"] = to_string(*about.on);
  if (about.known) said["known"] = to_string(*about.known);
  if (about.from) said["from"] = to_string(*about.from);
  if (about.through) said["through"] = to_string(*about.through);
  for (const auto& [name, values] : about.facts) said["with"][name] = values;
  for (const auto& assumption : about.assume) said["assume"].push_back(to_string(assumption));
  if (!about.without.empty()) said["without"] = about.without;
  if (about.official_only) said["evidence"] = "official";
  if (!about.jurisdictions.empty()) said["jurisdiction"] = about.jurisdictions;
  if (!about.regimes.empty()) said["regime"] = about.regimes;
  return said;
}

/// Throws where the question holds text that is not UTF-8.
std::string manifest_text(const TimelineReport& report, const PackParts& parts,
                          const std::vector<ManifestEntry>& files) {
  Json manifest{{"inforce", "evidence"}, {"format", manifest_format}};
  if (!parts.created.empty()) manifest["created"] = parts.created;
  manifest["title"] = report.request.title;
  manifest["question"] = question_of(parts.question);
  manifest["answered"] = Json::parse(render_timeline::question_json(report));
  manifest["rules"] = {{"digest", report.digest}};
  manifest["engine"] = {{"name", "inforce"}, {"version", report.engine_version}};
  manifest["tzdata"] = report.tzdata_version;
  manifest["workbooks"] = workbook::library_versions();
  manifest["files"] = Json::array();
  for (const auto& file : files) {
    manifest["files"].push_back({{"path", file.path}, {"size", file.size}, {"sha256", file.sha256}});
  }
  return manifest.dump(2) + "\n";
}

void add_reports(const TimelineReport& report, const std::vector<std::string>& wanted, std::vector<PackFile>& files) {
  for (const auto& [path, form] : reports) {
    const bool is_wanted = std::find(wanted.begin(), wanted.end(), path) != wanted.end();
    if (is_wanted) files.push_back({std::string(path), render(report, form, Style{})});
  }
}

/// Empty, or why these files are no pack.
std::vector<Diagnostic> faults_of(const std::vector<PackFile>& files) {
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (names_report(files[i].path) && files[i].text.empty()) {
      return {diagnostics::make(codes::unwritable_file,
                                "cannot write `" + files[i].path + "`: its temporary files cannot be written",
                                "`TMPDIR` names another folder for them")};
    }
    const auto why = path_fault(files[i].path);
    if (!why.empty()) {
      return {diagnostics::make(codes::pack_path, "`" + files[i].path + "` cannot stand in a pack: " + why)};
    }
    if (i > 0 && files[i].path == files[i - 1].path) return no_pack("two files of it would be `" + files[i].path + "`");
    size += files[i].text.size();
  }
  if (files.size() > most_files) return no_pack("it would hold more than " + std::to_string(most_files) + " files");
  if (size > largest_pack) return no_pack("it would be larger than " + std::to_string(largest_pack >> 20U) + " MiB");
  return {};
}

}  // namespace

std::vector<std::string> report_paths() {
  std::vector<std::string> paths;
  paths.reserve(reports.size());
  for (const auto& [path, form] : reports) paths.emplace_back(path);
  return paths;
}

bool names_report(std::string_view path) {
  return std::any_of(reports.begin(), reports.end(), [&](const auto& each) { return each.first == path; });
}

std::string sums_text(const std::vector<ManifestEntry>& files, std::string_view manifest) {
  std::set<std::pair<std::string_view, std::string>> sums{{manifest_path, model::sha256_hex(manifest)}};
  for (const auto& file : files) sums.emplace(file.path, file.sha256);
  std::string text;
  for (const auto& [path, sum] : sums) text.append(sum).append("  ").append(path).append("\n");
  return text;
}

Checked<std::vector<PackFile>> evidence_pack(const TimelineReport& report, PackParts parts) {
  auto files = std::move(parts.rules);
  add_reports(report, parts.reports, files);
  const auto by_path = [](const PackFile& a, const PackFile& b) { return a.path < b.path; };
  std::sort(files.begin(), files.end(), by_path);
  auto faults = faults_of(files);
  if (!faults.empty()) return faults;
  std::vector<ManifestEntry> entries;
  entries.reserve(files.size());
  for (const auto& file : files) entries.push_back({file.path, file.text.size(), model::sha256_hex(file.text)});
  std::string manifest;
  try {
    manifest = manifest_text(report, parts, entries);
  } catch (const Json::type_error&) {
    return no_pack("the question is not UTF-8, and cannot stand in a pack");
  }
  files.push_back({std::string(sums_path), sums_text(entries, manifest)});
  files.push_back({std::string(manifest_path), std::move(manifest)});
  std::sort(files.begin(), files.end(), by_path);
  return files;
}

}  // namespace inforce::render_evidence
