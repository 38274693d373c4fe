#include "engine/lint/fingerprint.h"

#include <map>

#include "engine/model/sha256.h"
#include "inforce/check.h"

namespace inforce {
namespace lint {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string identity(const Diagnostic& one, const Sources& sources, const Naming& name_of) {
  std::string text = to_string(one.code) + '\n';
  if (!one.primary) return text + one.message;
  const Place place = sources.begin_of(one.primary->span);
  text += name_of(place.path) + '\n';
  text += trimmed(sources.line(one.primary->span.file, place.line));
  return text + '\n' + std::string(sources.text(one.primary->span));
}

}  // namespace

std::vector<std::string> fingerprints(std::span<const Diagnostic> found, const Sources& sources,
                                      const Naming& name_of) {
  std::map<std::string, std::size_t> seen;
  std::vector<std::string> sums;
  for (const Diagnostic& one : found) {
    std::string text = identity(one, sources, name_of);
    const std::size_t before = seen[text]++;
    sums.push_back(model::sha256_hex(text + '\n' + std::to_string(before)));
  }
  return sums;
}

}  // namespace lint

std::vector<std::string> fingerprints(std::span<const Diagnostic> found, const Sources& sources) {
  return lint::fingerprints(found, sources, [](std::string_view path) { return std::string(path); });
}

}  // namespace inforce
