#include "engine/render/report_findings.h"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <numeric>
#include <tuple>

#include "engine/lint/fingerprint.h"
#include "engine/render/printable.h"
#include "engine/render/words.h"

namespace inforce::render_report {

namespace {

namespace fs = std::filesystem;

auto key_of(const Diagnostic& one, const Sources& sources) {
  const Span at = one.primary ? one.primary->span : Span{};
  const std::string_view path = one.primary ? sources.path(at.file) : std::string_view{};
  return std::tuple(one.primary.has_value(), path, at, one.code, std::string_view(one.message));
}

/// Bytes from the beginning of the line, from 1.
std::uint32_t byte_column(FileId file, std::uint32_t line, std::uint32_t offset, const Sources& sources) {
  const auto text = sources.line(file, line);
  if (text.empty()) return 1;
  const auto start = static_cast<std::uint32_t>(text.data() - sources.text(file).data());
  return offset < start ? 1 : offset - start + 1;
}

bool below(const fs::path& path, const fs::path& folder) {
  const auto relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

/// Without steps that lead nowhere, and without a slash at its end, which would count as one.
fs::path settled(const fs::path& text) {
  auto path = text.lexically_normal();
  return path.has_filename() || !path.has_relative_path() ? path : path.parent_path();
}

bool unreserved(char letter) {
  return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
         letter == '-' || letter == '.' || letter == '_' || letter == '~' || letter == '/';
}

}  // namespace

Region region_of(Span span, const Sources& sources) {
  const Place begin = sources.begin_of(span);
  const Place end = sources.end_of(span);
  return {begin.line, begin.column, end.line, end.column};
}

Region byte_region_of(Span span, const Sources& sources) {
  Region region = region_of(span, sources);
  region.column = byte_column(span.file, region.line, span.begin, sources);
  region.end_column = byte_column(span.file, region.end_line, span.end, sources);
  return region;
}

Span shown_span(Span span, const Sources& sources) {
  const auto kept = sources.text(span).find_last_not_of("\r\n");
  if (kept != std::string_view::npos) {
    span.end = span.begin + static_cast<std::uint32_t>(kept + 1);
    return span;
  }
  const auto text = sources.text(span.file);
  span.end = span.begin;
  if (span.begin < text.size() && text[span.begin] != '\r' && text[span.begin] != '\n') {
    std::size_t at = span.begin;
    (void)render_text::next_character(text, at);
    span.end = static_cast<std::uint32_t>(at);
    return span;
  }
  const auto continues = [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U; };
  while (span.begin > 0 && text[span.begin - 1] != '\r' && text[span.begin - 1] != '\n') {
    if (!continues(text[--span.begin])) break;
  }
  return span;
}

std::vector<Entry> entries_of(std::span<const Diagnostic> found, std::span<const Suppressed> suppressed,
                              const Sources& sources, const ReportSetting& setting) {
  std::vector<Entry> entries;
  for (const auto& one : found) entries.push_back({&one, nullptr, {}});
  for (const auto& one : suppressed) entries.push_back({&one.diagnostic, &one, {}});
  std::vector<Entry*> by_place;
  by_place.reserve(entries.size());
  for (auto& entry : entries) by_place.push_back(&entry);
  std::stable_sort(by_place.begin(), by_place.end(), [&](const Entry* a, const Entry* b) {
    return key_of(*a->diagnostic, sources) < key_of(*b->diagnostic, sources);
  });
  std::vector<Diagnostic> all;
  all.reserve(entries.size());
  for (const auto* entry : by_place) all.push_back(*entry->diagnostic);
  auto sums = lint::fingerprints(all, sources, [&](std::string_view path) { return path_of(path, setting); });
  for (std::size_t i = 0; i < by_place.size(); ++i) by_place[i]->fingerprint = std::move(sums[i]);
  return entries;
}

std::string justification(const Suppressed& one) {
  if (!one.reason.empty()) return one.reason;
  return one.where == Suppressed::Where::baseline ? "listed in the baseline" : "suppressed by a comment";
}

std::vector<const Diagnostic*> worst_first(const CheckReport& report) {
  std::vector<const Diagnostic*> found;
  for (const auto& one : report.found) found.push_back(&one);
  std::stable_sort(found.begin(), found.end(),
                   [](const Diagnostic* a, const Diagnostic* b) { return a->severity < b->severity; });
  return found;
}

std::string path_of(std::string_view path, const ReportSetting& setting) {
  if (setting.folder.empty()) return settled(path).string();
  const auto folder = settled(setting.folder);
  auto top = setting.top.empty() ? folder : settled(setting.top);
  if (!below(folder, top)) top = folder;
  const auto known = settled(folder / path);
  return below(known, top) ? known.lexically_relative(top).string() : known.string();
}

std::string path_of(const Diagnostic& one, const CheckReport& report, const Sources& sources,
                    const ReportSetting& setting) {
  if (one.primary) return path_of(sources.path(one.primary->span.file), setting);
  if (!report.files.empty()) return path_of(report.files.front(), setting);
  return path_of(setting.roots.empty() ? std::string_view(".") : std::string_view(setting.roots.front()), setting);
}

std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = !path.empty() && path.front() == '/' ? "file://" : "";
  for (const char letter : path) {
    if (unreserved(letter)) {
      uri += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 0xFU];
  }
  return uri;
}

const CodeInfo& info_of(Code code) {
  const auto codes = all_codes();
  const auto found = std::lower_bound(codes.begin(), codes.end(), code,
                                      [](const CodeInfo& info, Code wanted) { return info.code < wanted; });
  assert(found != codes.end() && found->code == code);
  return *found;
}

std::string page_address(Code code, const std::string& pages) {
  return pages.empty() ? std::string{} : pages + to_string(code) + ".md";
}

std::string sentence(std::string_view text) {
  std::string all(text);
  if (all.empty()) return all;
  if (all.front() >= 'a' && all.front() <= 'z') all.front() = static_cast<char>(all.front() - 'a' + 'A');
  const char last = all.back();
  return last == '.' || last == '?' || last == '!' ? all : all + '.';
}

std::string sentences_of(const Diagnostic& one) {
  return sentence(one.message) + (one.help.empty() ? "" : " " + sentence(one.help));
}

std::string totals(const CheckReport& report) {
  std::string text = render_text::count_of(report.count(Severity::error), "error") + ", " +
                     render_text::count_of(report.count(Severity::warning), "warning");
  const auto notes = report.count(Severity::note);
  if (notes > 0) text += ", " + render_text::count_of(notes, "note");
  return text + " in " + render_text::count_of(report.files.size(), "file");
}

}  // namespace inforce::render_report
