// Markdown with console sessions: files in ```yaml file=NAME blocks, and what the program is expected to say in
// ```console blocks. See tests/cases/README.md.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace inforce::cases {

/// One command line and what is expected of it.
struct Step {
  std::size_t line = 0;          ///< Of the `$`, counted from 1.
  std::size_t expected_end = 0;  ///< The line after the last expected one.
  std::string command;
  std::string expected;  ///< Standard output, then standard error, then `[exit N]` where not 0.
  std::map<std::string, std::string> files;
};

struct Page {
  std::vector<std::string> lines;
  std::vector<Step> steps;
};

[[nodiscard]] Page read_page(const std::string& text);

/// Files that the program has written on a page so far, by path. None is written to the disk.
using Written = std::map<std::string, std::string>;

/// What the program says to the step, in process: the step's files alone where it has some, else those of the disk, and
/// besides what was written. Digests and versions are written as `…`. `cat FILE` shows what was written.
[[nodiscard]] std::string said_to(const Step& step, Written& written);

/// Equal line by line, where an expected line `...` stands for any number of lines.
[[nodiscard]] bool matches(const std::string& expected, const std::string& said);

/// What is said, as it is worth keeping: sources, reviews and versions as `...`.
[[nodiscard]] std::string worth_keeping(const std::string& said);

/// The page with the expected text of each step that does not match replaced.
[[nodiscard]] std::string accepted(const Page& page);

}  // namespace inforce::cases
