#include "engine/render/archive.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <zlib.h>

namespace inforce::workbook {

namespace {

constexpr std::uint32_t end_mark = 0x06054b50;
constexpr std::uint32_t entry_mark = 0x02014b50;
constexpr std::uint32_t data_mark = 0x04034b50;
constexpr std::size_t end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t data_size = 30;

/// What is kept of a document: enough of its beginning for the name of the root, and of its end for the end tag.
constexpr std::size_t kept = 512;

/// A number of so many bytes, the lowest first; 0 where the archive is shorter.
std::uint32_t number(std::string_view archive, std::size_t at, std::size_t bytes) {
  if (at > archive.size() || archive.size() - at < bytes) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = bytes; i > 0; --i) value = value << 8U | static_cast<unsigned char>(archive[at + i - 1]);
  return value;
}

struct Document {
  std::string begin;
  std::string end;

  void add(std::string_view text) {
    if (begin.size() < kept) begin += text.substr(0, kept - begin.size());
    end += text;
    if (end.size() > kept) end.erase(0, end.size() - kept);
  }

  [[nodiscard]] bool whole() const {
    const auto declared = begin.find("?>");
    const auto root = begin.find('<', declared == std::string::npos ? 0 : declared);
    if (root == std::string::npos) return false;
    const auto name = begin.substr(root + 1, begin.find_first_of(" \t\r\n/>", root) - root - 1);
    const auto last = end.find_last_not_of("\r\n");
    return last != std::string::npos && std::string_view(end).substr(0, last + 1).ends_with("</" + name + ">");
  }
};

/// The document that the compressed bytes hold; nothing where they are broken.
std::optional<Document> inflated(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  std::string in(bytes);  // The library wants bytes that it could write to.
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  std::array<char, 65536> out{};
  Document document;
  int said = Z_OK;
  while (said == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    said = inflate(&stream, Z_NO_FLUSH);
    document.add(std::string_view(out.data(), out.size() - stream.avail_out));
  }
  inflateEnd(&stream);
  if (said != Z_STREAM_END) return std::nullopt;
  return document;
}

/// Whether the entry that the directory has at `at` is a whole document.
bool is_whole(std::string_view archive, std::size_t at) {
  const std::size_t begin = number(archive, at + 42, 4);
  if (number(archive, begin, 4) != data_mark) return false;
  const std::size_t data = begin + data_size + number(archive, begin + 26, 2) + number(archive, begin + 28, 2);
  const std::size_t size = number(archive, at + 20, 4);
  if (data > archive.size() || archive.size() - data < size) return false;
  const auto method = number(archive, at + 10, 2);
  if (method != Z_DEFLATED) return false;
  const auto document = inflated(archive.substr(data, size));
  return document && document->whole();
}

}  // namespace

bool holds_whole_documents(std::string_view archive) {
  if (archive.size() < end_size) return false;
  const auto end = archive.size() - end_size;
  if (number(archive, end, 4) != end_mark) return false;
  const auto count = number(archive, end + 10, 2);
  std::size_t at = number(archive, end + 16, 4);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (number(archive, at, 4) != entry_mark || !is_whole(archive, at)) return false;
    at += entry_size + number(archive, at + 28, 2) + number(archive, at + 30, 2) + number(archive, at + 32, 2);
  }
  return count > 0 && at == end;
}

}  // namespace inforce::workbook
