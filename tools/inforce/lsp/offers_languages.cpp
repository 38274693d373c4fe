// The small languages, by what stands before the cursor.
#include <array>

#include "engine/model/rulebook.h"
#include "tools/inforce/lsp/offers.h"

namespace inforce::lsp {

namespace {

/// The text without the word that is being written.
std::string_view without_last_word(std::string_view text) {
  const auto end = text.find_last_of(" (,=<>!");
  text = end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view last_word(std::string_view text) {
  const auto end = text.find_last_of(" (,=<>!");
  return end == std::string_view::npos ? text : text.substr(end + 1);
}

std::string_view trimmed_end(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void Offers::date(const std::string& before, std::string_view key) {
  constexpr std::array<std::string_view, 6> units = {"day", "days", "weeks", "months", "years", "business days"};
  const auto left = without_last_word(before);
  const auto previous = last_word(left);
  if (is_number(previous)) return words(units, "");
  if (previous == "of") return calendars();
  if (!left.empty()) return;
  const auto word = last_word(before);
  const auto dot = word.rfind('.');
  const auto events = set_.index.defined(Kind::event);
  const bool of_event = dot != std::string_view::npos && events.count(std::string(word.substr(0, dot))) != 0;
  for (std::size_t f = 0; f < model::field_count; ++f) {
    const auto name = std::string(to_string(static_cast<model::Field>(f)));
    if (of_event) {
      add(std::string(word.substr(0, dot)) + "." + name, OfferKind::attribute);
    } else if (name != key) {
      add(name, OfferKind::attribute, "of the event itself");
    }
  }
  if (of_event) return;
  add("unknown", OfferKind::word);
  for (const auto& [id, found] : events) add(id, OfferKind::name, title_of(found.occurrence->body), id + ".");
}

void Offers::condition(const std::string& before) {
  auto left = without_last_word(before);
  if (left.ends_with("group(")) return groups();
  // Values: after an operator, or within the brackets of `in`.
  const auto bracket = left.rfind('(');
  const bool in_list = bracket != std::string_view::npos && left.find(')', bracket) == std::string_view::npos &&
                       last_word(trimmed_end(left.substr(0, bracket))) == "in";
  if (in_list) left = trimmed_end(left.substr(0, bracket));
  const bool compared = left.ends_with('=') || left.ends_with('<') || left.ends_with('>');
  if (compared) {
    left.remove_suffix(left.size() - left.find_last_not_of("=<>! ") - 1);
    return values(std::string(last_word(left)));
  }
  const auto previous = last_word(left);
  if (in_list || previous == "in" || previous == "under") {
    if (previous == "in" && !in_list) add("group(", OfferKind::keyword);
    return values(std::string(last_word(trimmed_end(left.substr(0, left.size() - previous.size())))));
  }
  const bool operator_expected =
      !left.empty() && previous != "and" && previous != "or" && previous != "not" && !left.ends_with('(');
  if (operator_expected) {
    constexpr std::array<std::string_view, 5> operators = {"and", "or", "in", "in group(", "under"};
    for (const auto word : operators) add(std::string(word), OfferKind::keyword);
    return;
  }
  add("not", OfferKind::keyword);
  for (const auto& [id, found] : set_.index.defined(Kind::attribute)) {
    add(id, OfferKind::attribute, title_of(found.occurrence->body));
  }
}

}  // namespace inforce::lsp
