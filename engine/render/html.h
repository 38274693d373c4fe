// HTML and SVG of text by strangers.
#pragma once

#include <string>
#include <string_view>

namespace inforce::html {

/// `text` for an element or a quoted attribute, of HTML and of XML: `& < > " '` as references; bytes that are not
/// UTF-8, control characters and direction marks as U+FFFD; line breaks stay.
[[nodiscard]] std::string escaped(std::string_view text);

/// Whether the address is http or https with a host. No other scheme is ever linked.
[[nodiscard]] bool is_web_address(std::string_view url);

/// `<a href="url" rel="noreferrer">text</a>` where `url` is a web address, else the text alone. Both are escaped.
[[nodiscard]] std::string link(std::string_view text, std::string_view url);

/// `<code>id</code>`.
[[nodiscard]] std::string code(std::string_view id);

/// JSON for a `script` element: `<`, `>` and `&` as `\u003c` and so on, so that nothing in it ends the element. They
/// stand in JSON within strings alone.
[[nodiscard]] std::string json_in_script(std::string_view json);

/// `sha256-…` of a style or a script, as a Content-Security-Policy names it.
[[nodiscard]] std::string policy_hash(std::string_view content);

}  // namespace inforce::html
