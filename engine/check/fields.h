// What may be written in a record: one table a record, from which the checks of keys and shapes, the editor schema and
// the reference of rule files all follow.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace inforce::check {

/// What a value looks like, before any name in it is looked up.
enum class Shape : std::uint8_t {
  text,            ///< Any text.
  id,              ///< `[a-z0-9]+([.-][a-z0-9]+)*`
  name,            ///< The id of another record.
  names,           ///< A list of ids of other records.
  texts,           ///< A list of text.
  word,            ///< One of the rule's words.
  flag,            ///< `true` or `false`.
  whole_number,    ///< A year, for instance.
  date,            ///< A date, a moment or a date expression, on one line.
  condition,       ///< A scope, on one line.
  zone,            ///< The name of a time zone.
  jurisdiction,    ///< Two capital letters.
  attribute_name,  ///< `[a-z][a-z0-9_]*`
  attributes,      ///< A map from names of attributes to a value each.
  facts,           ///< A map from names of attributes to a value each, or to a list of them.
  record,          ///< One record of the rule's table.
  list,            ///< A list of what `record` and `item` say.
  map,             ///< A map, from ids to what `record` and `item` say.
  defaults,        ///< A map of keys of those records that have defaults.
  version,         ///< The version of the format.
  any,             ///< Looked at elsewhere.
};

/// One of the words that a value may be.
struct Word {
  std::string_view text;
  std::string_view sentence = {};  ///< What it means; empty where it says so itself.
};

enum class Need : std::uint8_t {
  optional,
  required,
  one_of,  ///< A record has exactly one of its fields of this need.
};

struct RecordRule;

struct FieldRule {
  std::string_view name;
  Shape shape = Shape::text;
  Need need = Need::optional;
  std::string_view sentence;  ///< For the reference and for editors.
  std::span<const Word> words = {};
  const RecordRule& (*record)() = nullptr;  ///< Of a record, a list or a map: the table of what it holds.
  Shape item = Shape::record;               ///< Of a list or a map: the shape of what it holds, besides records.
};

/// The table of one kind of record.
struct RecordRule {
  std::string_view name;  ///< With its article, as a message names it: `an event`.
  std::span<const FieldRule> fields;
  bool open = false;               ///< Further keys are attributes that `vocabulary` declares.
  bool has_defaults = true;        ///< Keys of the file's `defaults` fill in what is not written.
  Shape key = Shape::id;           ///< Where such records stand in a map: what their keys are.
  std::string_view sentence = {};  ///< For the reference: what its table does not say.
};

[[nodiscard]] const RecordRule& file_rule();
[[nodiscard]] const RecordRule& authority_rule();
[[nodiscard]] const RecordRule& source_rule();
[[nodiscard]] const RecordRule& coverage_rule();
[[nodiscard]] const RecordRule& attribute_rule();
[[nodiscard]] const RecordRule& item_rule();
[[nodiscard]] const RecordRule& group_rule();
[[nodiscard]] const RecordRule& restriction_rule();
[[nodiscard]] const RecordRule& authorization_rule();
[[nodiscard]] const RecordRule& event_rule();
[[nodiscard]] const RecordRule& effect_rule();
[[nodiscard]] const RecordRule& member_rule();
[[nodiscard]] const RecordRule& calendar_rule();
[[nodiscard]] const RecordRule& holiday_rule();
[[nodiscard]] const RecordRule& gazette_rule();
[[nodiscard]] const RecordRule& test_rule();
[[nodiscard]] const RecordRule& expectation_rule();
[[nodiscard]] const RecordRule& interval_rule();
[[nodiscard]] const RecordRule& timeline_rule();
[[nodiscard]] const RecordRule& lane_rule();

/// All tables, in the order of the reference.
[[nodiscard]] std::span<const RecordRule* const> all_rules();

/// How values of a shape are written.
struct ShapeRule {
  std::string_view name;      ///< As the reference calls it; empty: it has no line of its own.
  std::string_view sentence;  ///< In Markdown.
};
[[nodiscard]] const ShapeRule& shape_rule(Shape shape);

/// The texts of the words.
[[nodiscard]] std::vector<std::string_view> texts_of(std::span<const Word> words);

/// The position of `name` in the table, or -1.
[[nodiscard]] int field_index(const RecordRule& rule, std::string_view name);

}  // namespace inforce::check
