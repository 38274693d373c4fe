// Messages as bytes: a header that says how long the message is, an empty line, and the message.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace inforce::lsp {

/// Longer ones are refused: a file of 10 MB fits, with every character escaped.
inline constexpr std::size_t most_message_bytes = std::size_t{64} << 20U;
inline constexpr std::size_t most_header_bytes = 4096;

struct Frame {
  enum class Kind : std::uint8_t {
    message,
    too_long,  ///< Skipped; the next one can be read.
    broken,    ///< No header that can be understood: where the next message begins is not known.
    end,       ///< Nothing more comes; also where a message is cut off.
  };
  Kind kind = Kind::end;
  std::string text;  ///< Of a message; else, where there is something to say, what is wrong.
};

/// Waits for the next message. Never keeps more than a header and a message of the lengths above.
[[nodiscard]] Frame read_frame(std::istream& in);

void write_frame(std::ostream& out, std::string_view text);

}  // namespace inforce::lsp
