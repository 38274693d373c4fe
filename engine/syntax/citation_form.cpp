#include "engine/syntax/citation_form.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inforce::syntax {
namespace {

using Kind = CitationPart::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 4> numbers = {
    {{"VOLUME", Kind::volume}, {"YEAR", Kind::year}, {"PAGE", Kind::number}, {"NUMBER", Kind::number}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_word(char c) { return is_digit(c) || is_letter(c); }  // Other scripts have no bounds of words.

/// The number that begins at `text`, a whole word: its kind and length.
std::optional<std::pair<Kind, std::size_t>> number_at(std::string_view text) {
  for (const auto& [word, kind] : numbers) {
    if (text.starts_with(word) && (text.size() == word.size() || !is_word(text[word.size()]))) {
      return std::pair{kind, word.size()};
    }
  }
  return std::nullopt;
}

bool take_words(std::string_view words, std::string_view text, std::size_t& at) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (at >= text.size() || text[at] != words[i]) return false;
    ++at;
    while (words[i] == ' ' && at < text.size() && text[at] == ' ') ++at;
  }
  return true;
}

/// Digits: of a year four, of a volume up to four.
bool take_number(Kind kind, std::string_view text, std::size_t& at, Citation& found) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const std::size_t length = at - begin;
  if (kind == Kind::number) return length > 0;
  if (length == 0 || length > 4 || (kind == Kind::year && length != 4)) return false;
  int value = 0;
  for (const char c : text.substr(begin, length)) value = value * 10 + (c - '0');
  (kind == Kind::year ? found.year : found.volume) = value;
  return true;
}

std::optional<Citation> citation_at(const CitationForm& form, std::string_view text, std::size_t begin) {
  Citation found{begin, begin, std::nullopt, std::nullopt};
  for (const CitationPart& part : form) {
    const bool fits = part.kind == Kind::words ? take_words(part.text, text, found.end)
                                               : take_number(part.kind, text, found.end, found);
    if (!fits) return std::nullopt;
  }
  const bool ends = found.end == text.size() || !is_word(text[found.end]) || !is_word(text[found.end - 1]);
  return ends ? std::optional(found) : std::nullopt;
}

}  // namespace

std::optional<CitationForm> parse_citation_form(std::string_view text) {
  CitationForm form;
  for (std::size_t at = 0; at < text.size();) {
    const auto number = at == 0 || !is_word(text[at - 1]) ? number_at(text.substr(at)) : std::nullopt;
    if (number) {
      form.push_back({number->first, {}});
      at += number->second;
      continue;
    }
    if (form.empty() || form.back().kind != Kind::words) form.push_back({Kind::words, {}});
    form.back().text += text[at++];
  }
  const auto dated = std::count_if(form.begin(), form.end(), [](const CitationPart& part) {
    return part.kind == Kind::volume || part.kind == Kind::year;
  });
  const bool named = std::any_of(form.begin(), form.end(), [](const CitationPart& part) {
    return std::any_of(part.text.begin(), part.text.end(),
                       [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
  });
  return dated == 1 && named ? std::optional(std::move(form)) : std::nullopt;
}

std::optional<Citation> find_citation(const CitationForm& form, std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (begin > 0 && is_word(text[begin - 1])) continue;
    if (auto found = citation_at(form, text, begin)) return found;
  }
  return std::nullopt;
}

}  // namespace inforce::syntax
