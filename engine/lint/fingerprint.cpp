#include "engine/lint/fingerprint.h"

#include <map>

#include "engine/model/sha256.h"
#include "inforce/check.h"

namespace inforce {
namespace lint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

enum class Comments : bool { stay, go };

/// What a person would still call the same text: each run of blanks one.
std::string essence(std::string_view text, Comments comments) {
  std::string all;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (comments == Comments::go && quote == 0 && c == '#' && (i == 0 || is_blank(text[i - 1]))) break;
    if (quote == 0 ? c == '"' || c == '\'' : c == quote) quote = quote == 0 ? c : '\0';
    if (!is_blank(c)) {
      all += c;
    } else if (!all.empty() && all.back() != ' ') {
      all += ' ';
    }
  }
  while (!all.empty() && all.back() == ' ') all.pop_back();
  return all;
}

std::string identity(const Diagnostic& one, const Sources& sources, const Naming& name_of) {
  std::string text = to_string(one.code) + '\n';
  if (!one.primary) return text + one.message;
  const Place place = sources.begin_of(one.primary->span);
  text += name_of(place.path) + '\n';
  text += essence(sources.line(one.primary->span.file, place.line), Comments::go);
  return text + '\n' + essence(sources.text(one.primary->span), Comments::stay);
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
