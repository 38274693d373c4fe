#include "engine/model/comparison.h"

#include <charconv>
#include <cmath>

namespace inforce::model {

using syntax::Operator;

namespace {

enum class CharacterKind : std::uint8_t { letter, digit, separator };

CharacterKind kind_of(char character) {
  if (character >= '0' && character <= '9') return CharacterKind::digit;
  const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  return letter ? CharacterKind::letter : CharacterKind::separator;
}

}  // namespace

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stop != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<int> compare(AttributeType type, std::string_view left, std::string_view right) {
  if (type != AttributeType::number) return left < right ? -1 : left > right ? 1 : 0;
  const auto a = number_of(left);
  const auto b = number_of(right);
  if (!a || !b) return std::nullopt;
  return *a < *b ? -1 : *a > *b ? 1 : 0;
}

bool is_under(std::string_view code, std::string_view prefix) {
  if (prefix.empty()) return true;
  if (code.substr(0, prefix.size()) != prefix) return false;
  return code.size() == prefix.size() || kind_of(code[prefix.size()]) != kind_of(prefix.back());
}

bool matches(AttributeType type, Operator op, std::string_view fact, std::string_view value) {
  if (op == Operator::under) return is_under(fact, value);
  const auto order = compare(type, fact, value);
  if (!order) return false;
  switch (op) {
    case Operator::less:
      return *order < 0;
    case Operator::at_most:
      return *order <= 0;
    case Operator::greater:
      return *order > 0;
    case Operator::at_least:
      return *order >= 0;
    default:
      return *order == 0;
  }
}

AttributeType type_of(const Rulebook& rulebook, std::string_view attribute) {
  const Attribute* found = find_attribute(rulebook, attribute);
  return found == nullptr ? AttributeType::text : found->type;
}

}  // namespace inforce::model
