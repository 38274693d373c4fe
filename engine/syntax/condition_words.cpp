#include "engine/syntax/condition_words.h"

namespace inforce::syntax {

bool is_value_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("._:/+-").find(c) != std::string_view::npos;
}

std::size_t seen_length(std::string_view rest) {
  std::size_t length = 0;
  while (length < rest.size() && is_value_char(rest[length])) ++length;
  if (length > 0) return length;
  while (length < rest.size() && std::string_view("=<>!&|").find(rest[length]) != std::string_view::npos) ++length;
  if (length > 0) return length;
  for (length = 1; length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U;) ++length;
  return length;
}

bool is_reserved(std::string_view word) {
  return word == "and" || word == "or" || word == "not" || word == "in" || word == "under" || word == "group";
}

std::string remedy(std::string_view seen, std::string_view wanted) {
  if (seen == "AND" || seen == "&&" || seen == "&") return "write `and`";
  if (seen == "OR" || seen == "||" || seen == "|") return "write `or`";
  if (seen == "NOT" || seen == "!") return "write `not`";
  if (seen == "IN") return "write `in`";
  if (seen == "==") return "write `=`";
  if (seen == "<>" || seen == "=!") return "write `!=`";
  if (seen == "=<") return "write `<=`";
  if (seen == "=>") return "write `>=`";
  if (is_reserved(seen)) {
    return "a value that is also a word of the language needs quotes";
  }
  if (wanted == "a comparison" && is_value_char(seen.front())) {
    return "an attribute is written in small letters, digits and `_`";
  }
  return {};
}

}  // namespace inforce::syntax
