#include "engine/lint/selection.h"

#include <algorithm>
#include <vector>

#include "engine/diagnostics/report.h"
#include "engine/lint/paths.h"

namespace inforce::lint {
namespace {

constexpr std::string_view all_of_them = "all";

std::string capitals(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

const CodeInfo* info_of(Code code) {
  const auto codes = all_codes();
  const auto info = std::lower_bound(codes.begin(), codes.end(), code,
                                     [](const CodeInfo& each, Code sought) { return each.code < sought; });
  return info != codes.end() && info->code == code ? &*info : nullptr;
}

// `IF8`, `IF80`: the beginning of codes, and less than one.
bool is_beginning(std::string_view words) {
  if (words.size() < 3 || words.size() > 4 || !capitals(words).starts_with("IF")) return false;
  return std::all_of(words.begin() + 2, words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool means(std::string_view words, Code code) {
  if (words == all_of_them) return true;
  const std::string seen = capitals(words);
  if (is_beginning(words)) return to_string(code).starts_with(seen);
  const CodeInfo* info = info_of(code);
  return seen == to_string(code) || (info != nullptr && seen == capitals(info->name));
}

std::size_t exactness(std::string_view words) {
  if (words == all_of_them) return 0;
  return is_beginning(words) ? words.size() - 2 : 3;
}

bool always_counts(Code code) {
  const CodeInfo* info = info_of(code);
  return info != nullptr && info->severity == Severity::error;
}

std::string nearest_code(std::string_view seen) {
  std::vector<std::string> texts;
  for (const CodeInfo& info : all_codes()) texts.push_back(to_string(info.code));
  std::vector<std::string_view> candidates(texts.begin(), texts.end());
  for (const CodeInfo& info : all_codes()) candidates.push_back(info.name);
  return diagnostics::did_you_mean(seen, candidates);
}

std::optional<Diagnostic> fault_in_codes(std::string_view words, bool touching) {
  const auto codes = all_codes();
  const auto meant = [&](const CodeInfo& info) { return means(words, info.code); };
  const auto free = [&](const CodeInfo& info) { return means(words, info.code) && info.severity != Severity::error; };
  const std::string seen = "`" + std::string(words) + "`";
  if (std::none_of(codes.begin(), codes.end(), meant)) {
    return diagnostics::make(codes::unknown_code, "no diagnostic has the code " + seen, nearest_code(words));
  }
  if (touching && std::none_of(codes.begin(), codes.end(), free)) {
    const bool one = exactness(words) == 3;
    return diagnostics::make(codes::error_always_counts,
                             one ? seen + " is an error of the files, which always counts"
                                 : "all codes that begin with " + seen + " are errors of the files, which always count",
                             "mend what it says, or leave the file out of the rules");
  }
  return std::nullopt;
}

std::optional<Severity> severity_named(std::string_view word) {
  if (word == "error") return Severity::error;
  if (word == "warning") return Severity::warning;
  if (word == "note") return Severity::note;
  return std::nullopt;
}

bool select(std::span<const FindingRule> rules, std::string_view path, Diagnostic& diagnostic) {
  bool counts = true;
  for (const FindingRule& rule : rules) {
    if (!means(rule.codes, diagnostic.code)) continue;
    if (!rule.paths.empty() && !glob_matches(rule.paths, path)) continue;
    counts = rule.counts.value_or(counts);
    diagnostic.severity = rule.severity.value_or(diagnostic.severity);
  }
  return counts;
}

}  // namespace inforce::lint
