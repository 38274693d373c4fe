// ZIP archives of XML documents, such as workbooks are: whether they are whole.
#pragma once

#include <string_view>

namespace inforce::workbook {

/// Whether the bytes are an archive, without a comment, each of whose entries is an XML document that goes on to the
/// end tag of its root. A part that was cut when a disk was full is none, though the archive be sound.
[[nodiscard]] bool holds_whole_documents(std::string_view archive);

}  // namespace inforce::workbook
