#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/render/schema.h"
#include "engine/render/schema_parts.h"

namespace inforce::render_schema {
namespace {

using check::FieldRule;
using check::Need;
using check::RecordRule;
using check::Shape;
using Json = nlohmann::ordered_json;

constexpr std::string_view private_key = "^x-";
constexpr std::string_view id_pattern = "^[a-z0-9]+([.-][a-z0-9]+)*$";
constexpr std::string_view attribute_pattern = "^[a-z][a-z0-9_]*$";
constexpr std::string_view attribute_or_private_pattern = "^([a-z][a-z0-9_]*|x-.*)$";

/// A year, a bracket or a name comes first. What is a date, `check` says.
constexpr std::string_view date_pattern = R"(^ *([0-9]{4}|\[|[0-9.-]*[a-z]))";

Json pointer_to(std::string_view name) { return {{"$ref", "#/definitions/" + std::string(name)}}; }

std::string slug(const RecordRule& rule) {
  std::string name;
  for (const char c : bare_name(rule)) {
    if (c != '`') name += c == ' ' ? '-' : c;
  }
  return name;
}

Json pointer_to(const RecordRule& rule) { return pointer_to(slug(rule)); }

std::string described(std::string_view sentence, const RecordRule& rule) {
  return std::string(sentence) + (sentence.empty() ? "" : "\n\n") + "rules/README.md#" + anchor_of(rule);
}

Json map_of(const Json& values, std::string_view keys) {
  Json map{{"type", "object"}};
  if (!keys.empty()) map["propertyNames"] = {{"type", "string"}, {"pattern", keys}};
  map["additionalProperties"] = values;
  return map;
}

Json words_of(const FieldRule& field) {
  Json schema{{"type", "string"}};
  for (const check::Word& word : field.words) {
    if (word.sentence.empty()) {
      schema["enum"].push_back(word.text);
    } else {
      schema["oneOf"].push_back({{"const", word.text}, {"description", word.sentence}});
    }
  }
  return schema;
}

/// One of two, by what is written: an editor then says what is wrong with that one, and not that neither fits.
Json choice(const Json& condition, const Json& then, const Json& otherwise) {
  Json schema{{"if", condition}, {"then", then}};
  if (!otherwise.is_null()) schema["else"] = otherwise;
  return schema;
}

Json schema_of(const FieldRule& field, Shape shape);

Json item_of(const FieldRule& field) {
  if (field.record == nullptr) return field.item == Shape::record ? Json(true) : schema_of(field, field.item);
  if (field.item == Shape::record) return pointer_to(field.record());
  return choice({{"type", "object"}}, pointer_to(field.record()), schema_of(field, field.item));
}

std::string_view keys_of(const FieldRule& field) {
  const Shape key = field.record != nullptr ? field.record().key : Shape::name;
  return key == Shape::id ? id_pattern : key == Shape::attribute_name ? attribute_pattern : std::string_view{};
}

Json list_of(const Json& items) { return {{"type", "array"}, {"items", items}}; }

Json schema_of(const FieldRule& field, Shape shape) {
  switch (shape) {
    case Shape::text:
    case Shape::name:
      return pointer_to("text");
    case Shape::texts:
    case Shape::names:
      return list_of(pointer_to("text"));
    case Shape::id:
      return pointer_to("id");
    case Shape::word:
      return words_of(field);
    case Shape::flag:
      return {{"type", "boolean"}};
    case Shape::whole_number:
      return {{"type", "integer"}};
    case Shape::date:
      return pointer_to("date");
    case Shape::condition:
    case Shape::zone:
      return {{"type", "string"}, {"minLength", 1}};
    case Shape::jurisdiction:
      return {{"type", "string"}, {"pattern", "^[A-Z]{2}$"}};
    case Shape::attribute_name:
      return {{"type", "string"}, {"pattern", attribute_pattern}};
    case Shape::attributes:
      return map_of(pointer_to("text"), attribute_pattern);
    case Shape::facts:
      return map_of(pointer_to("value"), attribute_pattern);
    case Shape::record:
      return pointer_to(field.record());
    case Shape::list:
      return list_of(item_of(field));
    case Shape::map:
      return map_of(item_of(field), keys_of(field));
    case Shape::defaults:
      return pointer_to("defaults");
    case Shape::version:
      return {{"const", 1}};
    case Shape::any:
      return Json::object();
  }
  return Json::object();
}

Json property_of(const FieldRule& field, std::string description) {
  Json property{{"description", std::move(description)}};
  property.update(schema_of(field, field.shape));
  return property;
}

/// Exactly one of the keys that the table marks so: one must be there, and each forbids the others, which an editor
/// says at the key that is too many.
void add_alternatives(Json& schema, const RecordRule& rule) {
  std::vector<std::string> keys;
  for (const FieldRule& field : rule.fields) {
    if (field.need == Need::one_of) keys.emplace_back(field.name);
  }
  for (const std::string& key : keys) {
    schema["anyOf"].push_back({{"properties", {{key, true}}}, {"required", {key}}});
    Json others = Json::object();
    for (const std::string& other : keys) {
      if (other != key) others[other] = false;
    }
    schema["dependencies"][key] = {{"properties", std::move(others)}};
  }
}

/// Whether the record takes that key from `defaults`, where it does not have it.
bool may_be_default(const RecordRule& rule, const FieldRule& field) { return rule.has_defaults && field.name != "id"; }

Json object_of(const RecordRule& rule) {
  Json schema{{"description", described(rule.sentence, rule)}, {"type", "object"}};
  schema["properties"] = Json::object();
  auto required = Json::array();
  for (const FieldRule& field : rule.fields) {
    schema["properties"][std::string(field.name)] = property_of(field, described(field.sentence, rule));
    if (field.need == Need::required && !may_be_default(rule, field)) required.push_back(field.name);
  }
  schema["patternProperties"][std::string(private_key)] = {
      {"description", "A key of your own, which inforce does not read."}};
  schema["additionalProperties"] = false;
  if (rule.open) {
    const bool lists = rule.key == Shape::text;  // Facts of an item may have several values.
    schema["additionalProperties"] = pointer_to(lists ? "value" : "text");
    schema["propertyNames"] = {{"type", "string"}, {"pattern", attribute_or_private_pattern}};
  }
  if (!required.empty()) schema["required"] = std::move(required);
  add_alternatives(schema, rule);
  return schema;
}

/// The keys that some record takes from `defaults`, each as that record has it, or as one of those that do.
Json defaults_of(std::span<const RecordRule* const> rules) {
  Json schema{{"type", "object"}, {"properties", Json::object()}};
  Json& properties = schema["properties"];
  for (const RecordRule* rule : rules) {
    if (!rule->has_defaults) continue;
    for (const FieldRule& field : rule->fields) {
      if (!may_be_default(*rule, field)) continue;
      const std::string name(field.name);
      const Json one = schema_of(field, field.shape);
      if (!properties.contains(name)) {
        properties[name] = {{"description", described(field.sentence, *rule)}, {"anyOf", {one}}};
      } else if (auto& ways = properties[name]["anyOf"]; std::find(ways.begin(), ways.end(), one) == ways.end()) {
        ways.push_back(one);
      }
    }
  }
  for (auto& [name, property] : properties.items()) {
    if (property["anyOf"].size() > 1) continue;
    const Json one = property["anyOf"].front();
    property.erase("anyOf");
    property.update(one);
  }
  schema["patternProperties"][std::string(private_key)] = Json::object();
  schema["additionalProperties"] = false;
  return schema;
}

Json with_key(const std::string& key) {
  return {{"type", "object"}, {"properties", {{key, true}}}, {"required", {key}}};
}

/// Required keys that `defaults` may give: for each, that the records have it where `defaults` has not.
Json required_beside_defaults() {
  Json records_by_key = Json::object();
  for (const FieldRule& section : check::file_rule().fields) {
    if (section.record == nullptr) continue;
    const RecordRule& rule = section.record();
    for (const FieldRule& field : rule.fields) {
      if (field.need != Need::required || !may_be_default(rule, field)) continue;
      const std::string key(field.name);
      records_by_key[key][std::string(section.name)] =
          section.shape == Shape::list ? list_of(with_key(key)) : map_of(with_key(key), {});
    }
  }
  auto all = Json::array();
  for (const auto& [key, records] : records_by_key.items()) {
    const Json given{{"properties", {{"defaults", with_key(key)}}}, {"required", {"defaults"}}};
    all.push_back(choice(given, true, {{"properties", records}}));
  }
  return all;
}

Json definitions_of(std::span<const RecordRule* const> rules) {
  const auto of_type = [](std::string_view type) { return Json{{"type", type}}; };
  const auto any_of = [](std::initializer_list<Json> ways) { return Json{{"anyOf", Json::array_t(ways)}}; };
  const Json number_or_flag{{"not", any_of({of_type("string"), of_type("object"), of_type("array"), of_type("null")})}};
  Json all;
  // Not the types `number` and `boolean`: read as a number, the code 3E991 is past all numbers, which some take for
  // none.
  all["text"] = any_of({{{"type", "string"}, {"minLength", 1}}, number_or_flag});
  all["value"] =
      choice(of_type("array"), {{"type", "array"}, {"items", pointer_to("text")}, {"minItems", 1}}, pointer_to("text"));
  all["id"] = any_of({{{"type", "string"}, {"pattern", id_pattern}}, number_or_flag});
  all["date"] = any_of(
      {{{"type", "string"}, {"pattern", date_pattern}}, {{"type", "integer"}, {"minimum", 1}, {"maximum", 9999}}});
  all["defaults"] = defaults_of(rules);
  for (const RecordRule* rule : rules) {
    if (rule != &check::file_rule()) all[slug(*rule)] = object_of(*rule);
  }
  return all;
}

std::string on_one_line(const Json& value) {
  if (!value.is_structured()) return value.dump();
  std::string text;
  for (const auto& [key, part] : value.items()) {
    text += (text.empty() ? "" : ", ") + (value.is_object() ? Json(key).dump() + ": " : "") + on_one_line(part);
  }
  return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

/// On one line where it fits after what is on that line already, else a line for each of its parts.
std::string laid_out(const Json& value, std::size_t indent, std::size_t taken) {
  constexpr std::size_t line_width = 118;
  std::string text = on_one_line(value);
  if (!value.is_structured() || taken + text.size() <= line_width) return text;
  text.clear();
  for (const auto& [key, part] : value.items()) {
    const std::string name = value.is_object() ? Json(key).dump() + ": " : "";
    text += (text.empty() ? "\n" : ",\n") + std::string(indent + 2, ' ') + name;
    text += laid_out(part, indent + 2, indent + 2 + name.size());
  }
  text += "\n" + std::string(indent, ' ');
  return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

}  // namespace

std::string json_schema() {
  Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}};
  schema.update(object_of(check::file_rule()));
  schema["allOf"] = required_beside_defaults();
  schema["definitions"] = definitions_of(check::all_rules());
  return laid_out(schema, 0, 0) + "\n";
}

}  // namespace inforce::render_schema
