#include "engine/lint/suppressions.h"

#include <algorithm>
#include <set>

#include "engine/diagnostics/report.h"

namespace inforce::lint {
namespace {

using Used = std::set<std::pair<const Suppression*, std::size_t>>;

std::string in_words(const std::vector<std::string>& codes) {
  std::string text;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (i > 0) text += i + 1 == codes.size() ? " or " : ", ";
    text += "`" + codes[i] + "`";
  }
  return text;
}

// The comment without the codes that nothing needs: gone, where none is left.
Fix without(const Suppression& one, const std::vector<std::string>& kept) {
  if (kept.empty()) return {"delete the comment", true, {{one.deletion, {}}}};
  std::string list;
  for (const std::string& code : kept) list += (list.empty() ? "" : ", ") + code;
  return {"leave only `" + list + "` in the brackets", true, {{one.list, list}}};
}

std::optional<Diagnostic> unused(const Suppression& one, const Used& used, const Sources& sources) {
  std::vector<std::string> idle;
  std::vector<std::string> kept;
  Span where = one.list;
  for (std::size_t i = 0; i < one.codes.size(); ++i) {
    const ListedCode& listed = one.codes[i];
    const bool needed = !listed.code || used.contains({&one, i});
    (needed ? kept : idle).emplace_back(sources.text(listed.span));
    if (!needed) where = idle.size() == 1 ? listed.span : one.list;
  }
  if (idle.empty()) return std::nullopt;
  Diagnostic diagnostic = diagnostics::make(
      codes::unused_suppression, "no " + in_words(idle) + " is found on line " + std::to_string(one.line),
      kept.empty() ? one.span : where, kept.empty() ? "delete the comment" : "take it out of the brackets");
  diagnostic.fix = without(one, kept);
  return diagnostic;
}

Diagnostic expired(const Suppression& one) {
  return diagnostics::make(codes::expired_suppression,
                           "the suppression has expired: its last day was " + to_string(*one.until), one.until_span,
                           "mend what it hid, or decide anew and write a later day");
}

}  // namespace

Suppressions::Suppressions(const Sources& sources, std::span<const FileId> files, std::optional<Date> today,
                           std::vector<Diagnostic>& found)
    : sources_(sources), today_(today) {
  for (const FileId file : files) {
    for (Suppression& one : read_suppressions(sources, file, found)) {
      comments_.emplace(Line{file, one.line}, std::move(one));
    }
  }
}

std::vector<Suppressions::Hit> Suppressions::naming(const Diagnostic& finding) const {
  std::vector<Hit> hits;
  if (comments_.empty() || !finding.primary || finding.severity == Severity::error) return hits;
  const Span at = finding.primary->span;
  const auto [first, last] = comments_.equal_range({at.file, sources_.begin_of(at).line});
  for (auto next = first; next != last; ++next) {
    const auto& codes = next->second.codes;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (codes[i].code == finding.code) hits.push_back({&next->second, i});
    }
  }
  return hits;
}

const Suppression* Suppressions::suppressing(const Diagnostic& finding) const {
  for (const Hit& hit : naming(finding)) {
    if (!has_expired(*hit.comment)) return hit.comment;
  }
  return nullptr;
}

void Suppressions::complain(std::span<const Diagnostic> all, std::vector<Diagnostic>& found) const {
  Used used;
  for (const Diagnostic& finding : all) {
    const Suppression* living = suppressing(finding);
    for (const Hit& hit : naming(finding)) {
      if (living == nullptr || hit.comment == living) used.insert({hit.comment, hit.code});
    }
  }
  for (const auto& each : comments_) {
    const Suppression& one = each.second;
    if (auto diagnostic = unused(one, used, sources_)) found.push_back(std::move(*diagnostic));
    const bool hides = std::any_of(used.begin(), used.end(), [&](const auto& hit) { return hit.first == &one; });
    if (hides && has_expired(one)) found.push_back(expired(one));
  }
}

}  // namespace inforce::lint
