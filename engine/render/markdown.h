// Markdown as GitHub shows it: text that stays what it is, and tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inforce::markdown {

/// `text` with every character that means something in Markdown or HTML made harmless; line breaks become blanks.
[[nodiscard]] std::string escaped(std::string_view text);

/// `[text](url)`, where `url` is http or https; else the text alone. Both are escaped.
[[nodiscard]] std::string link(std::string_view text, std::string_view url);

/// A line of a table, its cells as they are.
[[nodiscard]] std::string table_row(const std::vector<std::string>& cells);

/// The heading of a table, and the line under it.
[[nodiscard]] std::string table_head(const std::vector<std::string>& cells);

}  // namespace inforce::markdown
