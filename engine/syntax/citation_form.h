// How a gazette is cited, as a rule file tells it: `VOLUME FR PAGE`, `OJ C, YEAR/NUMBER`. No gazette is known here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inforce::syntax {

/// A piece of a form: words that stand as they are, or a number.
struct CitationPart {
  enum class Kind { words, volume, year, number };
  Kind kind = Kind::words;
  std::string text;  ///< Of words.
};
using CitationForm = std::vector<CitationPart>;

/// A citation found in a text: the bytes `[begin, end)`, and the volume or the year that it names.
struct Citation {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<int> volume;
  std::optional<int> year;
};

/// Reads a form. `VOLUME`, `YEAR`, `PAGE` and `NUMBER` stand for numbers. Empty where it has no other words, or not
/// exactly one of `VOLUME` and `YEAR`.
[[nodiscard]] std::optional<CitationForm> parse_citation_form(std::string_view text);

/// The first citation of that form in `text`. Blanks of the form stand for one or more.
[[nodiscard]] std::optional<Citation> find_citation(const CitationForm& form, std::string_view text);

}  // namespace inforce::syntax
