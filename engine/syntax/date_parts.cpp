#include "engine/syntax/date_parts.h"

#include <algorithm>
#include <array>

namespace inforce::syntax {
namespace {

constexpr std::size_t longest_quote = 60;

// The length of the well-formed UTF-8 sequence at the front of `text`, or zero.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return lead >= 0x20 && lead != 0x7f ? 1 : 0;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  if ((lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xed && byte(1) > 0x9f)) return 0;
  if ((lead == 0xf0 && byte(1) < 0x90) || (lead == 0xf4 && byte(1) > 0x8f)) return 0;
  return length;
}

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

}  // namespace

Span DateReport::span(TextRange at) const {
  return {where_.file, where_.begin + narrow(at.begin), where_.begin + narrow(at.end)};
}

std::string DateReport::quoted(TextRange at) const {
  std::string out = "`";
  for (std::string_view rest = text(at); !rest.empty();) {
    if (out.size() > longest_quote) {
      out += "…";
      break;
    }
    const std::size_t length = sequence_length(rest);
    if (length > 0 && rest.front() != '`') {
      out += rest.substr(0, length);
    } else {
      out += '?';
    }
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out + '`';
}

Diagnostic& DateReport::add(Code code, TextRange at, std::string message, std::string help) {
  return found_.emplace_back(diagnostics::make(code, std::move(message), span(at), std::move(help)));
}

bool is_event_date(std::string_view name) {
  static constexpr std::array<std::string_view, 6> names{"date",      "announced", "filed",
                                                         "published", "effective", "known"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace inforce::syntax
