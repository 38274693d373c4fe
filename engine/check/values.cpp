#include "engine/check/values.h"

#include "engine/check/stages.h"
#include "engine/model/attribute_values.h"
#include "engine/model/comparison.h"
#include "engine/model/countries.h"

namespace inforce::check {
namespace {

using model::AttributeType;
using syntax::Node;

std::optional<Value> number_in(Draft& draft, std::string_view attribute, const Node& value) {
  if (const auto number = model::number_of(value.text)) return *number == 0 ? 0.0 : *number;
  draft.report(codes::bad_number, quoted(value.text) + " is not a number, as " + quoted(attribute) + " takes",
               value.span);
  return std::nullopt;
}

std::optional<Value> flag_in(Draft& draft, std::string_view attribute, const Node& value) {
  if (value.text == "true" || value.text == "false") return value.text == "true";
  draft.report(codes::bad_flag, quoted(attribute) + " is `true` or `false`, not " + quoted(value.text), value.span);
  return std::nullopt;
}

}  // namespace

const model::Attribute* attribute_named(Draft& draft, std::string_view name) {
  const auto number = draft[Section::attribute].find(name);
  return number ? &draft.book.vocabulary[*number] : nullptr;
}

void doubt_shape(Draft& draft, const model::Attribute& attribute, std::string_view value, Span at) {
  std::string shapes;
  for (const std::string& shape : attribute.shapes) shapes += (shapes.empty() ? "" : ", ") + quoted(shape);
  draft
      .report(codes::value_not_of_shape, quoted(value) + " is not written as " + quoted(attribute.id) + " is", at,
              "its shapes are " + shapes + ": 9 is a digit, A a capital letter, a final * whatever goes on")
      .related.push_back({attribute.span, "its `shape` is declared here"});
}

bool is_value_of(Draft& draft, const model::Attribute& attribute, std::string_view value, Span at) {
  const model::Misfit misfit = model::misfit(attribute, value);
  if (misfit != model::Misfit::country && misfit != model::Misfit::listed) {
    if (!model::has_shape(attribute, value)) doubt_shape(draft, attribute, value, at);
    return true;
  }
  const bool country = misfit == model::Misfit::country;
  const bool affordable = draft.afford(country ? model::countries().size() : attribute.values.size());
  std::string help = affordable ? model::remedy(attribute, value) : std::string();
  if (country) {
    draft.report(codes::unknown_country, "there is no country " + quoted(value), at, std::move(help));
  } else {
    draft
        .report(codes::value_not_listed, quoted(value) + " is none of the values of " + quoted(attribute.id), at,
                std::move(help))
        .related.push_back({attribute.span, "declared with `values` here"});
  }
  return false;
}

std::optional<Value> attribute_value(Draft& draft, std::string_view name, const Node& value) {
  const model::Attribute* attribute = attribute_named(draft, name);
  switch (attribute == nullptr ? AttributeType::text : attribute->type) {
    case AttributeType::number:
      return number_in(draft, name, value);
    case AttributeType::flag:
      return flag_in(draft, name, value);
    case AttributeType::date: {
      const auto day = exact_day_in(draft, value);
      if (!day) return std::nullopt;
      return inforce::to_string(*day);
    }
    default:
      if (attribute != nullptr && !is_value_of(draft, *attribute, value.text, value.span)) return std::nullopt;
      return value.text;
  }
}

}  // namespace inforce::check
