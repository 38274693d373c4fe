#include "engine/render/evidence_check.h"

#include <algorithm>
#include <set>

#include "engine/calendar/zone.h"
#include "engine/model/sha256.h"
#include "engine/render/canonical_json.h"
#include "engine/render/certificate_differences.h"
#include "engine/render/workbook.h"
#include "inforce/inforce.h"

namespace inforce::render_evidence {

namespace {

using Kind = FileFault::Kind;

constexpr std::size_t shown_before = 30;
constexpr std::size_t shown_in_all = 200;
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

bool inside_character(char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U; }

/// The line that `at` lies in, cut to what is around that place.
std::string line_around(std::string_view text, std::size_t at) {
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  auto begin = before == std::string_view::npos ? 0 : before + 1;
  const auto end = std::min(text.find('\n', std::min(at, text.size())), text.size());
  std::string line;
  if (at > begin + shown_before) {
    begin = at - shown_before;
    while (begin < at && inside_character(text[begin])) ++begin;
    line = ellipsis;
  }
  auto last = std::min(end, begin + shown_in_all);
  while (last > begin && last < end && inside_character(text[last])) --last;
  line += text.substr(begin, last - begin);
  return last < end ? line.append(ellipsis) : line;
}

Mismatch first_mismatch(const std::string& path, std::string_view was, std::string_view is) {
  const auto both = std::min(was.size(), is.size());
  const auto differ = std::mismatch(was.begin(), was.begin() + static_cast<std::ptrdiff_t>(both), is.begin());
  const auto at = static_cast<std::size_t>(differ.first - was.begin());
  Mismatch found{path, at + 1, 0, {}, {}};
  const auto is_text = [](std::string_view text) { return text.find('\0') == std::string_view::npos; };
  if (!is_text(was) || !is_text(is)) return found;
  found.line = static_cast<std::size_t>(std::count(was.begin(), differ.first, '\n')) + 1;
  found.was = line_around(was, at);
  found.is = line_around(is, at);
  return found;
}

const std::string* text_of(const Texts& texts, std::string_view path) {
  const auto found = texts.find(path);
  return found == texts.end() ? nullptr : &found->second;
}

/// Whether the sums know this manifest: else it is the one that was altered.
bool names_sum_of(const std::string& sums, const std::string& manifest) {
  const auto line = model::sha256_hex(manifest) + "  " + std::string(manifest_path) + "\n";
  return sums.find(line) != std::string::npos;
}

}  // namespace

std::vector<FileFault> file_faults(const Manifest& manifest, const Texts& texts,
                                   const std::vector<std::string>& present) {
  std::map<std::string, Kind> found;
  const std::set<std::string_view> there(present.begin(), present.end());
  std::set<std::string_view> named{manifest_path, sums_path};
  for (const auto& file : manifest.files) {
    named.insert(file.path);
    const auto* text = text_of(texts, file.path);
    const bool intact = text != nullptr && text->size() == file.size && model::sha256_hex(*text) == file.sha256;
    if (!intact) found[file.path] = there.contains(file.path) ? Kind::altered : Kind::missing;
  }
  for (const auto& path : present) {
    if (!named.contains(path)) found[path] = Kind::extra;
  }
  const auto* own = text_of(texts, manifest_path);
  const auto* sums = text_of(texts, sums_path);
  if (sums == nullptr) {
    found[std::string(sums_path)] = there.contains(sums_path) ? Kind::altered : Kind::missing;
  } else if (own != nullptr && *sums != sums_text(manifest.files, *own)) {
    found[std::string(names_sum_of(*sums, *own) ? sums_path : manifest_path)] = Kind::altered;
  }
  std::vector<FileFault> faults;
  faults.reserve(found.size());
  for (const auto& [path, kind] : found) faults.push_back({kind, path});
  return faults;
}

std::vector<OtherVersion> other_versions(const Manifest& manifest) {
  std::vector<OtherVersion> others;
  const auto compare = [&](const char* of, const std::string& was, const std::string& is) {
    if (was != is) others.push_back({of, was, is});
  };
  compare("engine", manifest.engine, version());
  compare("tzdata", manifest.tzdata, calendar::tzdata_version());
  compare("workbooks", manifest.workbooks, workbook::library_versions());
  return others;
}

Verification answer_differences(const std::string& was, const std::string& is) {
  Verification found;
  found.outcome = was == is ? Verification::Outcome::same : Verification::Outcome::differs;
  if (was == is) return found;
  const auto canonical = render_json::canonical_json(was);
  if (!canonical.ok() || !canonical.text.starts_with('{')) {
    found.why = canonical.ok() ? "it is JSON, and no report" : canonical.error;
    return found;
  }
  render_json::compare(was, is,
                       {"question", "verdicts", "measures", "events", "changes", "coverage", "sources", "lanes"},
                       {"rules", "engine", "tzdata"}, found);
  return found;
}

void compare_with(std::span<const PackFile> now, const Texts& texts, PackCheck& check) {
  for (const auto& file : now) {
    const auto* was = text_of(texts, file.path);
    if (was == nullptr || file.path == sums_path) continue;  // The sums follow from the others.
    check.answers_compared = check.answers_compared || file.path == json_report;
    if (*was == file.text) continue;
    check.mismatches.push_back(first_mismatch(file.path, *was, file.text));
    if (file.path == json_report) check.answer = answer_differences(*was, file.text);
  }
}

}  // namespace inforce::render_evidence
