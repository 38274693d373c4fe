// What may be written in a record: one table a record, from which the checks of keys and shapes, the editor schema and
// the reference of rule files all follow.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace inforce::check {

/// What a value looks like, before any name in it is looked up.
enum class Shape : std::uint8_t {
  text,          ///< Any text.
  id,            ///< `[a-z0-9]+([.-][a-z0-9]+)*`
  name,          ///< The id of another record.
  names,         ///< A list of ids of other records.
  texts,         ///< A list of text.
  word,          ///< One of the rule's words.
  flag,          ///< `true` or `false`.
  whole_number,  ///< A year, for instance.
  date,          ///< A date, a moment or a date expression, on one line.
  condition,     ///< A scope, on one line.
  zone,          ///< The name of a time zone.
  jurisdiction,  ///< Two capital letters.
  list,          ///< A list; its items have tables of their own.
  map,           ///< A map; its values have tables of their own.
  any,           ///< Looked at elsewhere.
};

struct FieldRule {
  std::string_view name;
  Shape shape = Shape::text;
  bool required = false;
  std::string_view sentence;  ///< For the reference and for editors.
  std::span<const std::string_view> words = {};
};

/// The table of one kind of record.
struct RecordRule {
  std::string_view name;  ///< With its article, as a message names it: `an event`.
  std::span<const FieldRule> fields;
  bool open = false;         ///< Further keys are attributes that `vocabulary` declares.
  bool has_defaults = true;  ///< Keys of the file's `defaults` fill in what is not written.
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

/// The position of `name` in the table, or -1.
[[nodiscard]] int field_index(const RecordRule& rule, std::string_view name);

}  // namespace inforce::check
