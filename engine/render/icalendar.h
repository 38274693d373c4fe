// The text of iCalendar (RFC 5545): lines, values and their escapes. What the lines say is not known here.
#pragma once

#include <string>
#include <string_view>

#include "inforce/date.h"

namespace inforce::icalendar {

/// A value of type TEXT: what would end it is escaped, a line break of any kind is `\n`. What is no character for a
/// reader (control characters, direction marks, bytes that are not UTF-8) becomes U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// Values of types DATE and DATE-TIME (midnight, UTC). Requires: a year of four digits.
[[nodiscard]] std::string date(Date day);
[[nodiscard]] std::string midnight(Date day);

/// A content line with its CRLF, folded so that no line has more than 75 octets and no character is cut. `name` has the
/// parameters with it: `DTSTART;VALUE=DATE`. Requires: no line break in either.
[[nodiscard]] std::string line(std::string_view name, std::string_view value);

}  // namespace inforce::icalendar
