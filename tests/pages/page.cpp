#include "tests/pages/page.h"

#include <sstream>

namespace inforce::test {
namespace {

struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Part part_of(const std::string& page, const std::string& heading) {
  const std::string line = "\n## " + heading + "\n";
  const std::size_t found = page.find(line);
  if (found == std::string::npos) return {};
  const std::size_t begin = found + line.size();
  const std::size_t next = page.find("\n## ", begin - 1);
  return {begin, next == std::string::npos ? page.size() : next + 1};
}

}  // namespace

std::vector<std::string> headings(const std::string& page) {
  std::vector<std::string> found;
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) found.push_back(line.substr(3));
  }
  return found;
}

std::string section(const std::string& page, const std::string& heading) {
  const Part part = part_of(page, heading);
  return page.substr(part.begin, part.end - part.begin);
}

std::optional<Block> block(const std::string& page, const std::string& heading) {
  const Part part = part_of(page, heading);
  const std::size_t fence = page.find("```", part.begin);
  if (fence >= part.end) return std::nullopt;
  const std::size_t begin = page.find('\n', fence) + 1;
  const std::size_t end = page.find("\n```\n", begin - 1);
  if (end == std::string::npos) return std::nullopt;
  return Block{page.substr(fence + 3, begin - fence - 4), page.substr(begin, end + 1 - begin), begin};
}

std::vector<std::uint32_t> marked_lines(const std::string& text, const std::string& mark) {
  std::vector<std::uint32_t> lines;
  std::istringstream in(text);
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with("# " + mark)) lines.push_back(number);
  }
  return lines;
}

}  // namespace inforce::test
