// Notes of an author as HTML: a small and safe part of Markdown.
//
// Rendered: paragraphs, `-` and `*` and `1.` lists of one level, `**strong**`, `*emphasis*`, `` `code` `` and
// `[words](https://…)`. Everything else is shown as it is written, and every character that means something in HTML is
// escaped, tags among them. A link to anything but a web address keeps its words alone.
#pragma once

#include <string>
#include <string_view>

namespace inforce::html {

[[nodiscard]] std::string note(std::string_view markdown);

}  // namespace inforce::html
