// Attributes, their values, and the catalogue of items (S18).
#include <charconv>
#include <cmath>

#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {
namespace {

using model::AttributeType;
using syntax::Node;

AttributeType type_named(std::string_view word) {
  if (word == "code") return AttributeType::code;
  if (word == "country") return AttributeType::country;
  if (word == "number") return AttributeType::number;
  if (word == "date") return AttributeType::date;
  if (word == "flag") return AttributeType::flag;
  return AttributeType::text;
}

std::optional<Value> number_in(Draft& draft, std::string_view attribute, const Node& value) {
  double number = 0;
  const char* end = value.text.data() + value.text.size();
  const auto [stop, error] = std::from_chars(value.text.data(), end, number);
  if (error == std::errc() && stop == end && std::isfinite(number)) return number == 0 ? 0.0 : number;
  draft.report(codes::bad_number, quoted(value.text) + " is not a number, as " + quoted(attribute) + " takes",
               value.span);
  return std::nullopt;
}

std::optional<Value> typed(Draft& draft, AttributeType type, std::string_view attribute, const Node& value) {
  switch (type) {
    case AttributeType::number:
      return number_in(draft, attribute, value);
    case AttributeType::flag:
      if (value.text == "true" || value.text == "false") return value.text == "true";
      draft.report(codes::bad_flag, quoted(attribute) + " is `true` or `false`, not " + quoted(value.text), value.span);
      return std::nullopt;
    case AttributeType::date: {
      const auto day = exact_day_in(draft, value);
      if (!day) return std::nullopt;
      return inforce::to_string(*day);
    }
    default:
      return value.text;
  }
}

void take_fact(Draft& draft, model::Item& item, const Node::Entry& entry) {
  const std::string& name = entry.key.text;
  if (!refer(draft, Section::attribute, entry.key, codes::unknown_attribute)) return;
  const FieldRule shape{name, entry.value.is_list() ? Shape::texts : Shape::text, false, {}};
  if (!fits(draft, shape, entry.value)) return;
  std::vector<std::string>& values = item.facts[name];
  const auto add = [&](const Node& value) {
    if (attribute_value(draft, name, value)) values.push_back(value.text);
  };
  if (entry.value.is_scalar()) add(entry.value);
  for (const Node& value : entry.value.items) add(value);
}

}  // namespace

void decode_vocabulary(Draft& draft) {
  for (const Entry& entry : draft[Section::attribute].entries) {
    model::Attribute attribute;
    attribute.id = entry.id;
    attribute.span = entry.at;
    if (entry.body != nullptr) {
      const Fields fields(draft, attribute_rule(), *entry.body, entry.at);
      attribute.type = type_named(fields.text("type"));
      attribute.unit = fields.text("unit");
      attribute.title = fields.text("title");
      attribute.note = fields.text("note");
    }
    draft.book.vocabulary.push_back(std::move(attribute));
  }
}

void decode_items(Draft& draft) {
  for (const Entry& entry : draft[Section::item].entries) {
    model::Item item;
    item.id = entry.id;
    item.span = entry.at;
    if (entry.body != nullptr) {
      const Fields fields(draft, item_rule(), *entry.body, entry.at);
      item.title = fields.text("title");
      item.note = fields.text("note");
      for (const Node::Entry* fact : fields.others()) take_fact(draft, item, *fact);
    }
    draft.book.items.push_back(std::move(item));
  }
}

std::optional<Value> attribute_value(Draft& draft, std::string_view attribute, const Node& value) {
  const auto number = draft[Section::attribute].find(attribute);
  return typed(draft, number ? draft.book.vocabulary[*number].type : AttributeType::text, attribute, value);
}

bool is_effect_attribute(Draft& draft, std::string_view name) {
  return name == "policy" || name == "enforcement" || draft[Section::attribute].find(name).has_value();
}

Attributes attributes_in(Draft& draft, const RecordRule& rule, const Fields& fields) {
  Attributes attributes;
  for (const Node::Entry* entry : fields.others()) {
    const std::string& name = entry->key.text;
    if (!is_effect_attribute(draft, name)) {
      std::vector<std::string_view> further = draft[Section::attribute].ids;
      further.insert(further.end(), {"policy", "enforcement"});
      if (draft.complete) report_unknown_key(draft, rule, *entry, further);
      continue;
    }
    if (!fits(draft, {name, Shape::text, false, {}}, entry->value)) continue;
    if (auto value = attribute_value(draft, name, entry->value)) attributes.emplace(name, std::move(*value));
  }
  return attributes;
}

}  // namespace inforce::check
