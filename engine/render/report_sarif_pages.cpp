#include "engine/render/report_sarif.h"

namespace inforce::render_report {

namespace {

std::string_view next_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return line;
}

/// A line of a paragraph goes on where the one before ended.
void add_line(std::string& paragraphs, std::string_view line) {
  if (line.empty()) {
    if (!paragraphs.empty() && paragraphs.back() != '\n') paragraphs += "\n\n";
    return;
  }
  if (!paragraphs.empty() && paragraphs.back() != '\n') paragraphs += ' ';
  paragraphs += line;
}

void trim(std::string& text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
}

}  // namespace

CodePage code_page(std::string_view page) {
  CodePage parts;
  std::string_view rest = page;
  if (rest.substr(0, 2) == "# ") (void)next_line(rest);
  while (!rest.empty() && rest.front() == '\n') rest.remove_prefix(1);
  parts.all = rest;
  std::string_view section;
  while (!rest.empty()) {
    const auto line = next_line(rest);
    if (line.substr(0, 3) == "## ") {
      section = line.substr(3);
    } else if (section.empty()) {
      add_line(parts.intro, line);
    } else if (section == "Why") {
      add_line(parts.why, line);
    }
  }
  trim(parts.intro);
  trim(parts.why);
  return parts;
}

std::string shortened(const std::string& text, std::size_t longest) {
  if (text.size() <= longest) return text;
  const auto stop = text.rfind(". ", longest - 1);
  if (stop != std::string::npos) return text.substr(0, stop + 1);
  const auto blank = text.rfind(' ', longest - 3);
  return text.substr(0, blank == std::string::npos ? 0 : blank) + "…";
}

}  // namespace inforce::render_report
