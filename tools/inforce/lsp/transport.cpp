#include "tools/inforce/lsp/transport.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <optional>
#include <ostream>

namespace inforce::lsp {

namespace {

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

struct Header {
  std::optional<std::uint64_t> length;
  std::string fault;
  bool ended = false;  ///< Nothing came at all.
};

/// Takes in one line of the header.
void take(std::string_view line, Header& header) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) {
    header.fault = "a line of the header has no colon";
    return;
  }
  if (lowered(trimmed(line.substr(0, colon))) != "content-length") return;
  const auto digits = trimmed(line.substr(colon + 1));
  std::uint64_t length = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc() || stop != digits.data() + digits.size()) {
    header.fault = "Content-Length is no number";
  } else if (header.length && *header.length != length) {
    header.fault = "Content-Length stands twice";
  } else {
    header.length = length;
  }
}

Header read_header(std::istream& in) {
  Header header;
  std::string line;
  std::size_t bytes = 0;
  for (char c = 0; in.get(c); ++bytes) {
    if (bytes == most_header_bytes) {
      header.fault = "the header is too long";
      return header;
    }
    if (c != '\n') {
      line += c;
      continue;
    }
    if (trimmed(line).empty()) {
      if (!header.length && header.fault.empty()) header.fault = "the header has no Content-Length";
      return header;
    }
    take(line, header);
    if (!header.fault.empty()) return header;
    line.clear();
  }
  header.ended = true;
  return header;
}

bool skip(std::istream& in, std::uint64_t length) {
  constexpr std::uint64_t at_once = std::uint64_t{1} << 30U;
  while (length > 0 && in) {
    const auto part = std::min(length, at_once);
    in.ignore(static_cast<std::streamsize>(part));
    length -= part;
  }
  return static_cast<bool>(in) && !in.eof();
}

}  // namespace

Frame read_frame(std::istream& in) {
  const Header header = read_header(in);
  if (!header.fault.empty()) return {Frame::Kind::broken, header.fault};
  if (header.ended) return {Frame::Kind::end, {}};
  if (*header.length > most_message_bytes) {
    if (!skip(in, *header.length)) return {Frame::Kind::end, {}};
    return {Frame::Kind::too_long, "the message is longer than " + std::to_string(most_message_bytes) + " bytes"};
  }
  std::string text;
  constexpr std::size_t at_once = std::size_t{1} << 20U;
  while (text.size() < *header.length) {
    const std::size_t had = text.size();
    text.resize(had + std::min<std::size_t>(at_once, *header.length - had));
    in.read(text.data() + had, static_cast<std::streamsize>(text.size() - had));
    if (!in) return {Frame::Kind::end, {}};
  }
  return {Frame::Kind::message, std::move(text)};
}

void write_frame(std::ostream& out, std::string_view text) {
  out << "Content-Length: " << text.size() << "\r\n\r\n" << text << std::flush;
}

}  // namespace inforce::lsp
