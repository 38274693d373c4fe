// Markdown as GitHub shows it: text that stays what it is, and tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inforce::markdown {

/// `text` with every character that would mean something in Markdown or HTML made harmless, and no other, so that it
/// still reads well as it stands; line breaks become blanks.
[[nodiscard]] std::string escaped(std::string_view text);

/// The lines of a text that are not empty, each escaped and harmless at the beginning of a line too.
[[nodiscard]] std::vector<std::string> paragraphs(std::string_view text);

/// `[text](url)`, where `url` is http or https; else the text alone. Both are escaped.
[[nodiscard]] std::string link(std::string_view text, std::string_view url);

/// The name of an anchor for an id, and a link to it; the text is taken as it is.
[[nodiscard]] std::string anchor(std::string_view prefix, std::string_view id);
[[nodiscard]] std::string link_to_anchor(const std::string& text, std::string_view prefix, std::string_view id);

/// A line of a table, its cells as they are.
[[nodiscard]] std::string table_row(const std::vector<std::string>& cells);

/// The heading of a table, and the line under it.
[[nodiscard]] std::string table_head(const std::vector<std::string>& cells);

}  // namespace inforce::markdown
