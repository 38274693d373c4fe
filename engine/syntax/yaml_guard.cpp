#include "engine/syntax/yaml_guard.h"

#include <array>

#include "engine/diagnostics/report.h"

namespace inforce::syntax {
namespace {

constexpr std::size_t most_reports = 20;

struct Character {
  std::uint32_t value = 0;
  std::uint32_t bytes = 0;  // 0: not UTF-8
};

std::uint32_t expected_bytes(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

Character character_at(std::string_view text, std::size_t at) {
  static constexpr std::array<std::uint32_t, 5> lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
  static constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t bytes = expected_bytes(lead);
  if (bytes == 0 || at + bytes > text.size()) return {};
  std::uint32_t value = lead & lead_bits[bytes];
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (next & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least[bytes] || surrogate || value > 0x10FFFF) return {};
  return {value, bytes};
}

std::string hex(std::uint32_t value, std::size_t digits) {
  static constexpr std::string_view all = "0123456789ABCDEF";
  std::string text;
  while (value != 0 || text.size() < digits) {
    text.insert(text.begin(), all[value & 0xFU]);
    value >>= 4U;
  }
  return text;
}

bool is_control(std::uint32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// They make a line look as if it said something else.
bool turns_direction(std::uint32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

class Guard {
 public:
  Guard(const Sources& sources, FileId file, std::vector<Diagnostic>& found)
      : text_(sources.text(file)), file_(file), found_(found) {}

  bool passes() {
    const std::size_t before = found_.size();
    if (check_encoding()) {
      check_characters();
      check_lines();
    }
    return found_.size() == before;
  }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  bool check_encoding() {
    if (text_.starts_with("\xFE\xFF") || text_.starts_with("\xFF\xFE")) {
      found_.push_back(diagnostics::make(codes::not_utf8, "the file is UTF-16 text", span(0, 2), "save it as UTF-8"));
      return false;
    }
    for (std::size_t at = 0; at < text_.size();) {
      const Character seen = character_at(text_, at);
      if (seen.bytes == 0) {
        const std::string byte = hex(static_cast<unsigned char>(text_[at]), 2);
        found_.push_back(diagnostics::make(codes::not_utf8, "the byte 0x" + byte + " is not UTF-8 text",
                                           span(at, at + 1), "save the file as UTF-8"));
        return false;
      }
      at += seen.bytes;
    }
    return true;
  }

  void check_characters() {
    bool lone_return = false;
    std::size_t reports = 0;
    for (std::size_t at = 0; at < text_.size() && reports < most_reports;) {
      const Character seen = character_at(text_, at);
      const Span here = span(at, at + seen.bytes);
      if (is_control(seen.value) || turns_direction(seen.value) || seen.value == 0xFEFF) {
        found_.push_back(
            diagnostics::make(codes::control_character, "control character U+" + hex(seen.value, 4), here,
                              "remove it, or write it as `\\u" + hex(seen.value, 4) + "` in double quotes"));
        ++reports;
      }
      if (seen.value == '\r' && !lone_return && (at + 1 == text_.size() || text_[at + 1] != '\n')) {
        found_.push_back(diagnostics::make(codes::control_character, "carriage return without a line feed", here,
                                           "save the file with line ends LF or CRLF"));
        lone_return = true;
      }
      at += seen.bytes;
    }
  }

  void check_lines() {
    bool in_conflict = false;
    bool tab_seen = false;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::string_view line = text_.substr(begin, end - begin);
      check_conflict(line, begin, in_conflict);
      if (!tab_seen && line.starts_with('\t')) {
        const std::size_t word = line.find_first_not_of(" \t\r");
        tab_seen = word != std::string_view::npos && line[word] != '#';
        if (tab_seen) {
          found_.push_back(diagnostics::make(codes::bad_yaml, "a line begins with a tab", span(begin, begin + 1),
                                             "indent with blanks"));
        }
      }
      begin = end + 1;
    }
  }

  void check_conflict(std::string_view line, std::size_t begin, bool& in_conflict) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto marked = [&](std::string_view mark) {
      return line.starts_with(mark) && (line.size() == mark.size() || line[mark.size()] == ' ');
    };
    const bool opens = marked("<<<<<<<");
    const bool closes = marked(">>>>>>>");
    const bool divides = in_conflict && (marked("=======") || marked("|||||||"));
    if (!opens && !closes && !divides) return;
    in_conflict = !closes;
    found_.push_back(diagnostics::make(codes::conflict_mark, "mark of a merge conflict", span(begin, begin + 7),
                                       "decide which of the two versions is right, and delete the marks"));
  }

  std::string_view text_;
  FileId file_;
  std::vector<Diagnostic>& found_;
};

}  // namespace

bool guard_text(const Sources& sources, FileId file, std::vector<Diagnostic>& found) {
  return Guard(sources, file, found).passes();
}

}  // namespace inforce::syntax
