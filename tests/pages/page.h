// A page of a diagnostic, taken apart. Its form: a title, what it says, then the sections Wrong, Prints, Right, Why and
// Related, the first three with one fenced block each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inforce::test {

struct Block {
  std::string language;
  std::string text;
  std::size_t begin = 0;  ///< Of the text, in the page.
};

/// The headings `## …` of a page, in order.
[[nodiscard]] std::vector<std::string> headings(const std::string& page);

/// What stands under `## heading`, up to the next heading; empty where there is none.
[[nodiscard]] std::string section(const std::string& page, const std::string& heading);

/// The first fenced block under `## heading`.
[[nodiscard]] std::optional<Block> block(const std::string& page, const std::string& heading);

/// The numbers of the lines of `text` that end in `# mark`, from 1.
[[nodiscard]] std::vector<std::uint32_t> marked_lines(const std::string& text, const std::string& mark);

}  // namespace inforce::test
