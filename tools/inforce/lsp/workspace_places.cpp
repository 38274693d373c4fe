// Where things stand, as the editor names it.
#include <algorithm>

#include "tools/inforce/lsp/uri.h"
#include "tools/inforce/lsp/workspace.h"

namespace inforce::lsp {

std::string Workspace::uri(const std::string& path) const {
  const auto open = documents.find(path);
  return open == documents.end() ? uri_of(absolute_path("/", path)) : open->second.uri;
}

Range Workspace::range(const Sources& sources, Span span) {
  const auto text = sources.text(span.file);
  if (counted_.text != text.data()) counted_ = {text.data(), LineTable(text)};
  const auto open = documents.find(std::string(sources.path(span.file)));
  const std::size_t mark = open == documents.end() ? 0 : open->second.mark();
  Range range{counted_.lines.position_of(text, span.begin, encoding),
              counted_.lines.position_of(text, std::max(span.begin, span.end), encoding)};
  const std::uint32_t shift = mark == 0 ? 0 : encoding == Encoding::utf8 ? 3 : 1;
  for (auto* position : {&range.start, &range.end}) {
    if (position->line == 0) position->character += shift;
  }
  return range;
}

std::size_t Workspace::offset(const Document& document, Position position) const {
  const auto at = document.lines.offset_of(document.text, position, encoding);
  return at - std::min(at, document.mark());
}

}  // namespace inforce::lsp
