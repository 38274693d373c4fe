#include "engine/syntax/date_words.h"

#include <array>
#include <span>

namespace inforce::syntax {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether `word` is `name`, or its first three letters, in any case.
bool names(std::string_view word, std::string_view name) {
  if (word.size() != name.size() && word.size() != 3) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(word[i]) != name[i]) return false;
  }
  return true;
}

std::optional<unsigned> index_in(std::span<const std::string_view> list, std::string_view word) {
  for (unsigned i = 0; i < list.size(); ++i) {
    if (names(word, list[i])) return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                           "may",       "june",     "july",     "august",
                                                           "september", "october",  "november", "december"};
  if (word == "Sept" || word == "sept") return 9;
  const auto index = index_in(months, word);
  return index ? std::optional{*index + 1} : std::nullopt;
}

std::optional<unsigned> weekday_named(std::string_view word) {
  static constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                            "thursday", "friday", "saturday"};
  return index_in(weekdays, word);
}

}  // namespace inforce::syntax
