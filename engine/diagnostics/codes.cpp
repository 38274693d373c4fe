#include <algorithm>

#include "engine/diagnostics/code_pages.h"
#include "engine/diagnostics/report.h"

namespace inforce {
namespace {

std::vector<CodeInfo> make_codes() {
  std::vector<CodeInfo> codes{
#define CODE(number, name, severity, title) \
  {Code{number}, #name, Severity::severity, title, diagnostics::page_text(number)},
#include "engine/diagnostics/codes.def"
#undef CODE
  };
  std::sort(codes.begin(), codes.end(), [](const CodeInfo& a, const CodeInfo& b) { return a.code < b.code; });
  return codes;
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

std::string to_string(Code code) {
  std::string digits = std::to_string(code.number);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return "IF" + digits;
}

std::span<const CodeInfo> all_codes() {
  static const std::vector<CodeInfo> codes = make_codes();
  return codes;
}

std::optional<CodeInfo> find_code(std::string_view text) {
  const std::string seen = lowered(text);
  for (const CodeInfo& info : all_codes()) {
    if (seen == info.name || seen == lowered(to_string(info.code))) return info;
  }
  return std::nullopt;
}

}  // namespace inforce
