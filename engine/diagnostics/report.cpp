#include "engine/diagnostics/report.h"

#include <algorithm>
#include <tuple>

namespace inforce::diagnostics {
namespace {

Severity severity_of(Code code) {
  for (const CodeInfo& info : all_codes()) {
    if (info.code == code) return info.severity;
  }
  assert(false && "a code that codes.def does not list");
  return Severity::error;
}

}  // namespace

Diagnostic make(Code code, std::string message, Span at, std::string help) {
  return {code, severity_of(code), std::move(message), Label{at, {}}, {}, std::move(help)};
}

Diagnostic make(Code code, std::string message, std::string help) {
  return {code, severity_of(code), std::move(message), std::nullopt, {}, std::move(help)};
}

void sort(std::vector<Diagnostic>& found, const Sources& sources) {
  const auto key = [&](const Diagnostic& one) {
    const Span at = one.primary ? one.primary->span : Span{};
    const std::string_view path = one.primary ? sources.path(at.file) : std::string_view{};
    return std::tuple(one.primary.has_value(), path, at, one.code, std::string_view(one.message));
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto repeated = std::unique(found.begin(), found.end(),
                                    [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); });
  found.erase(repeated, found.end());
}

bool has_errors(std::span<const Diagnostic> found) {
  return std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.severity == Severity::error; });
}

}  // namespace inforce::diagnostics
