#include "engine/render/schema.h"
#include "engine/render/schema_parts.h"

namespace inforce::render_schema {
namespace {

using check::FieldRule;
using check::Need;
using check::RecordRule;
using check::Shape;

/// Text in a cell of a table.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '|') safe += '\\';
    safe += c;
  }
  return safe;
}

std::string link_to(const RecordRule& rule) { return "[" + std::string(rule.name) + "](#" + anchor_of(rule) + ")"; }

/// What an item of a list or a value of a map is.
std::string item_of(const FieldRule& field) {
  std::string words;
  if (field.item != Shape::record) words = check::shape_rule(field.item).name;
  if (field.record != nullptr) words += (words.empty() ? "" : ", or ") + link_to(field.record());
  return words;
}

std::string map_of(const FieldRule& field) {
  const Shape key = field.record != nullptr ? field.record().key : Shape::id;
  const std::string_view by = key == Shape::attribute_name ? "name" : key == Shape::text ? "code" : "id";
  const std::string item = item_of(field);
  return "map by " + std::string(by) + (item.empty() ? "" : ", of each " + item);
}

std::string value_of(const FieldRule& field) {
  switch (field.shape) {
    case Shape::texts:
    case Shape::names:
      return "list of " + std::string(check::shape_rule(field.shape).name) + (field.shape == Shape::names ? "s" : "");
    case Shape::list: {
      const std::string item = item_of(field);
      return item.empty() ? "list" : "list, each " + item;
    }
    case Shape::map:
      return map_of(field);
    case Shape::defaults:
      return "map";
    case Shape::record:
      return link_to(field.record());
    case Shape::version:
      return "`1`";
    default:
      return std::string(check::shape_rule(field.shape).name);
  }
}

std::string words_of(const FieldRule& field) {
  std::string text;
  bool told = false;
  for (const check::Word& word : field.words) told = told || !word.sentence.empty();
  for (const check::Word& word : field.words) {
    if (told) {
      text += "<br>`" + std::string(word.text) + "`: " + cell(word.sentence);
    } else {
      text += (text.empty() ? " One of `" : ", `") + std::string(word.text) + "`";
    }
  }
  return text + (text.empty() || told ? "" : ".");
}

std::string row_of(const FieldRule& field) {
  const std::string name(field.name);
  const std::string key = field.need == Need::required ? "**" + name + "**"
                          : field.need == Need::one_of ? "*" + name + "*"
                                                       : name;
  return "| " + key + " | " + value_of(field) + " | " + cell(field.sentence) + words_of(field) + " |\n";
}

std::string section_of(const RecordRule& rule) {
  std::string text = "### " + heading_of(rule) + "\n\n";
  if (!rule.sentence.empty()) text += std::string(rule.sentence) + "\n\n";
  text += "| key | value | meaning |\n|---|---|---|\n";
  for (const FieldRule& field : rule.fields) text += row_of(field);
  return text + "\n";
}

std::string values_section() {
  std::string text = "### How values are written\n\n| value | |\n|---|---|\n";
  for (int i = 0; i <= static_cast<int>(Shape::any); ++i) {
    const auto shape = static_cast<Shape>(i);
    if (shape == Shape::names || shape == Shape::texts) continue;
    const check::ShapeRule& rule = check::shape_rule(shape);
    if (!rule.name.empty()) text += "| " + std::string(rule.name) + " | " + cell(rule.sentence) + " |\n";
  }
  return text;
}

}  // namespace

std::string bare_name(const RecordRule& rule) { return std::string(rule.name.substr(rule.name.find(' ') + 1)); }

std::string heading_of(const RecordRule& rule) { return "Keys of " + std::string(rule.name); }

std::string anchor_of(const RecordRule& rule) {
  std::string anchor;
  for (const char c : heading_of(rule)) {
    if (c >= 'A' && c <= 'Z') anchor += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) anchor += c;
    if (c == ' ' || c == '-') anchor += '-';
  }
  return anchor;
}

std::string reference() {
  std::string text =
      "A key in **bold** must be given, by the record or by the `defaults` of its file; of those in *italics* exactly "
      "one. "
      "A key that begins with `x-` is private: it may stand in every record, and nothing reads it.\n\n";
  for (const RecordRule* rule : check::all_rules()) text += section_of(*rule);
  return text + values_section();
}

}  // namespace inforce::render_schema
