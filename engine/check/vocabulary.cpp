// Attributes, their values, and the catalogue of items (S18).
#include <algorithm>

#include "engine/check/names.h"
#include "engine/check/stages.h"
#include "engine/check/values.h"

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

/// The list `field`, sorted, where the type has such a list.
std::vector<std::string> listed(Draft& draft, const Fields& fields, std::string_view field, bool allowed) {
  std::vector<std::string> values;
  for (const Node& value : fields.items(field)) values.push_back(value.text);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  const Node* key = fields.key(field);
  if (allowed || key == nullptr) return values;
  const std::string_view whose = field == "also" ? "countries" : "codes and text";
  draft.report(codes::key_not_for_type, quoted(field) + " goes with " + std::string(whose) + " alone", key->span);
  return {};
}

void check_also(Draft& draft, const Fields& fields) {
  const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
  for (const Node& code : fields.items("also")) {
    if (code.text.size() == 2 && std::all_of(code.text.begin(), code.text.end(), capital)) continue;
    draft.report(codes::unknown_country, quoted(code.text) + " is not written as the code of a country", code.span,
                 "write two capital letters");
  }
}

void read_attribute(Draft& draft, model::Attribute& attribute, const Fields& fields) {
  attribute.type = type_named(fields.text("type"));
  const bool words = attribute.type == AttributeType::code || attribute.type == AttributeType::text;
  const bool typed = fields["type"] != nullptr;
  attribute.values = listed(draft, fields, "values", words || !typed);
  if (const Node* values = fields["values"]; values != nullptr && values->items.empty()) {
    draft.report(codes::empty_value, "`values` names none", values->span, "leave the key out, where any value will do");
  }
  attribute.shapes = listed(draft, fields, "shape", words || !typed);
  attribute.also = listed(draft, fields, "also", attribute.type == AttributeType::country || !typed);
  check_also(draft, fields);
  attribute.unit = fields.text("unit");
  attribute.title = fields.text("title");
  attribute.note = fields.text("note");
}

void take_fact(Draft& draft, model::Item& item, const Node::Entry& entry) {
  const std::string& name = entry.key.text;
  if (!refer(draft, Section::attribute, entry.key, codes::unknown_attribute)) return;
  const FieldRule shape{name, entry.value.is_list() ? Shape::texts : Shape::text, {}, {}};
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
  const auto read = [&](model::Attribute& attribute, const Fields& fields, const Entry&) {
    read_attribute(draft, attribute, fields);
  };
  decode_each(draft, Section::attribute, attribute_rule(), draft.book.vocabulary, read);
}

void decode_items(Draft& draft) {
  const auto read = [&](model::Item& item, const Fields& fields, const Entry&) {
    item.title = fields.text("title");
    item.note = fields.text("note");
    for (const Node::Entry* fact : fields.others()) take_fact(draft, item, *fact);
  };
  decode_each(draft, Section::item, item_rule(), draft.book.items, read);
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
    if (!fits(draft, {name, Shape::text, {}, {}}, entry->value)) continue;
    if (auto value = attribute_value(draft, name, entry->value)) attributes.emplace(name, std::move(*value));
  }
  return attributes;
}

}  // namespace inforce::check
