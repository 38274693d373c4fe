// What SARIF says of the rules: the codes that were found, each with what its page tells.
#pragma once

#include <string>
#include <string_view>

namespace inforce::render_report {

/// The parts of the page of a code.
struct CodePage {
  std::string intro;     ///< The paragraphs before the first section, each on one line.
  std::string why;       ///< Those of the section of that name.
  std::string_view all;  ///< The page without its heading.
};

[[nodiscard]] CodePage code_page(std::string_view page);

/// The whole sentences of `text` that fit into so many characters; where the first does not, the beginning of it.
[[nodiscard]] std::string shortened(const std::string& text, std::size_t longest);

}  // namespace inforce::render_report
