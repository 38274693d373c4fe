// The words that answers say to people, in one place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/render/table.h"
#include "inforce/answer.h"

namespace inforce::render_text {

/// `LICENCE REQUIRED`, `MAY APPLY`.
[[nodiscard]] std::string capitals(Verdict verdict);
[[nodiscard]] std::string capitals(Status status);

[[nodiscard]] Tone tone_of(Verdict verdict);
[[nodiscard]] Tone tone_of(Status status);

/// `1 restriction`, `2 restrictions`.
[[nodiscard]] std::string count_of(std::size_t count, std::string_view noun);

/// `a, b and c`.
[[nodiscard]] std::string list_of(const std::vector<std::string>& words);

/// A number without needless digits, `yes`, `no`, or the text.
[[nodiscard]] std::string text_of(const Value& value);

/// `policy presumption-of-denial, tpp 4800`.
[[nodiscard]] std::string text_of(const Attributes& attributes);

/// Writes `_` and `-` in the name of an attribute as blanks.
[[nodiscard]] std::string spoken(std::string_view name);

/// The first day of an interval, and the last, as people are told them.
[[nodiscard]] std::string from_text(const Interval& interval);
[[nodiscard]] std::string through_text(const Interval& interval);

/// How long the answer stays the same, in words (S26); empty for a run without bounds is a sentence too.
[[nodiscard]] std::string text_of(const Stable& stable);

/// `sha256:` and the first twelve digits.
[[nodiscard]] std::string short_digest(const std::string& digest);

/// The citation as one line: title, citation, publisher, date, and the address where asked for.
[[nodiscard]] std::string text_of(const Citation& citation, bool with_address);

}  // namespace inforce::render_text
