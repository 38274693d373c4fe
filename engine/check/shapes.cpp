// Shapes of values (IF102, IF105 to IF109, IF113, IF114, IF116, IF117).
#include <algorithm>
#include <charconv>

#include "engine/check/decode.h"
#include "engine/model/attribute_values.h"
#include "engine/model/countries.h"

namespace inforce::check {
namespace {

using syntax::Node;
using syntax::NodeKind;

bool wrong_shape(Draft& draft, const FieldRule& field, const Node& value, std::string_view wanted) {
  std::string help;
  if (wanted == "a list" && value.is_scalar() && value.text.size() <= 60) help = "write `[" + value.text + "]`";
  draft.report(codes::wrong_shape,
               quoted(field.name) + " takes " + std::string(wanted) + ", not " + std::string(shape_of(value)),
               value.span, std::move(help));
  return false;
}

bool fits_date(Draft& draft, const FieldRule& field, const Node& value) {
  if (value.is_list() || value.is_map()) {
    const std::string_view written = draft.sources.text(value.span);
    std::string help = "put it in quotes";
    if (written.size() <= 80 && written.find('\n') == std::string_view::npos) {
      help += ": \"" + std::string(written) + "\"";
    }
    Diagnostic& found = draft.report(
        codes::quotes_needed,
        "a date that begins with a bracket needs quotes, else it is " + std::string(shape_of(value)), value.span, help);
    if (written.find_first_of("\"\\\n") == std::string_view::npos) {
      found.fix =
          Fix{"put " + quoted(written) + " in quotes", true, {{value.span, "\"" + std::string(written) + "\""}}};
    }
    return false;
  }
  if (value.verbatim) return true;
  draft.report(codes::not_one_line, "the date of " + quoted(field.name) + " must stand on one line, as it is meant",
               value.span, "write it plainly or in quotes, without escapes and line breaks");
  return false;
}

bool fits_condition(Draft& draft, const FieldRule& field, const Node& value) {
  if (!value.is_scalar()) return wrong_shape(draft, field, value, "a condition");
  if (value.verbatim) return true;
  draft.report(codes::not_one_line,
               "the condition of " + quoted(field.name) + " must stand on one line, as it is meant", value.span,
               "write it plainly or in quotes, without escapes and line breaks");
  return false;
}

bool fits_word(Draft& draft, const FieldRule& field, const Node& value) {
  const std::vector<std::string_view> words = texts_of(field.words);
  if (std::find(words.begin(), words.end(), value.text) != words.end()) return true;
  std::string help = draft.did_you_mean(value.text, words);
  if (help.empty()) {
    help = "one of ";
    for (const std::string_view word : words) help += (word == words.front() ? "" : ", ") + quoted(word);
  }
  draft.report(codes::unknown_word, quoted(value.text) + " is not a word for " + quoted(field.name), value.span,
               std::move(help));
  return false;
}

bool fits_flag(Draft& draft, const FieldRule& field, const Node& value) {
  if (value.text == "true" || value.text == "false") return true;
  draft.report(codes::bad_flag, quoted(field.name) + " is `true` or `false`, not " + quoted(value.text), value.span);
  return false;
}

bool fits_zone(Draft& draft, const Node& value) {
  if (draft.zone(value.text)) return true;
  const std::vector<std::string> names = calendar::zone_names();
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::string help = draft.did_you_mean(value.text, views);
  if (help.empty()) help = "zones are named as in the IANA database, such as `Europe/Berlin`";
  draft.report(codes::unknown_zone, "no time zone is named " + quoted(value.text), value.span, std::move(help));
  return false;
}

bool fits_jurisdiction(Draft& draft, const Node& value) {
  if (value.text == "EU" || value.text == "UN" || model::is_country_of(draft.book, value.text)) return true;
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool formed = value.text.size() == 2 && std::all_of(value.text.begin(), value.text.end(), capital);
  const std::string_view code = draft.afford(model::countries().size()) ? model::code_for(value.text) : "";
  std::string help = "write the two capital letters of the country, or `EU`, or `UN`";
  if (!code.empty()) help = "did you mean `" + std::string(code) + "` (" + std::string(model::name_of(code)) + ")?";
  draft.report(formed ? codes::unknown_country : codes::bad_jurisdiction,
               formed ? "there is no country " + quoted(value.text) : quoted(value.text) + " is not a jurisdiction",
               value.span, std::move(help));
  return false;
}

bool fits_texts(Draft& draft, const FieldRule& field, const Node& value) {
  if (!value.is_list()) return wrong_shape(draft, field, value, "a list");
  bool fine = true;
  for (const Node& item : value.items) {
    if (item.is_scalar() && !item.text.empty()) continue;
    fine = false;
    if (item.is_scalar() || item.kind == NodeKind::null) {
      draft.report(codes::empty_value, "an item of " + quoted(field.name) + " is empty", item.span);
    } else {
      draft.report(codes::wrong_shape,
                   "an item of " + quoted(field.name) + " is text, not " + std::string(shape_of(item)), item.span);
    }
  }
  return fine;
}

bool fits_scalar(Draft& draft, const FieldRule& field, const Node& value) {
  if (!value.is_scalar()) return wrong_shape(draft, field, value, "text");
  switch (field.shape) {
    case Shape::id:
      check_id(draft, value.text, value.span);
      return true;
    case Shape::word:
      return fits_word(draft, field, value);
    case Shape::flag:
      return fits_flag(draft, field, value);
    case Shape::zone:
      return fits_zone(draft, value);
    case Shape::jurisdiction:
      return fits_jurisdiction(draft, value);
    case Shape::whole_number:
      return whole_number(draft, value).has_value();
    default:
      return true;
  }
}

}  // namespace

bool fits(Draft& draft, const FieldRule& field, const Node& value) {
  if (value.kind == NodeKind::null || (value.is_scalar() && value.text.empty())) {
    draft.report(codes::empty_value, quoted(field.name) + " has no value", value.span,
                 "give it a value, or leave the key out");
    return false;
  }
  switch (field.shape) {
    case Shape::any:
      return true;
    case Shape::list:
      return value.is_list() || wrong_shape(draft, field, value, "a list");
    case Shape::map:
    case Shape::record:
    case Shape::facts:
    case Shape::attributes:
    case Shape::defaults:
      return value.is_map() || wrong_shape(draft, field, value, "a map");
    case Shape::names:
    case Shape::texts:
      return fits_texts(draft, field, value);
    case Shape::date:
      return fits_date(draft, field, value);
    case Shape::condition:
      return fits_condition(draft, field, value);
    default:
      return fits_scalar(draft, field, value);
  }
}

std::optional<int> whole_number(Draft& draft, const Node& value) {
  int number = 0;
  const char* end = value.text.data() + value.text.size();
  const auto [stop, error] = std::from_chars(value.text.data(), end, number);
  if (value.is_scalar() && error == std::errc() && stop == end && !value.text.empty()) return number;
  draft.report(codes::bad_number, quoted(value.is_scalar() ? value.text : shape_of(value)) + " is not a whole number",
               value.span);
  return std::nullopt;
}

}  // namespace inforce::check
