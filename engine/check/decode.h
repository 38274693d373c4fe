// A record read by its table: unknown keys, missing keys and values of another shape are reported once, here; the rest
// of `check` asks for values that are known to fit.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/check/draft.h"
#include "engine/check/fields.h"

namespace inforce::check {

/// The values of one record by its table.
class Fields {
 public:
  /// Checks `body`, a map. With `file`, its defaults fill in what is not written.
  Fields(Draft& draft, const RecordRule& rule, const syntax::Node& body, Span at, const File* file = nullptr);

  /// The value, where it is given and fits its shape; else null. Requires: `name` is in the table.
  [[nodiscard]] const syntax::Node* operator[](std::string_view name) const;

  /// The text of the value, or empty.
  [[nodiscard]] std::string text(std::string_view name) const;

  /// The key as it is written, where it is written in the record itself, whatever its value.
  [[nodiscard]] const syntax::Node* key(std::string_view name) const;

  /// The items of a list, where it is given; else nothing.
  [[nodiscard]] const std::vector<syntax::Node>& items(std::string_view name) const;

  /// Keys of an open record that its table does not name, as they are written.
  [[nodiscard]] const std::vector<const syntax::Node::Entry*>& others() const { return others_; }

 private:
  struct Slot {
    const syntax::Node* value = nullptr;
    const syntax::Node* key = nullptr;
  };
  void take(Draft& draft, const syntax::Node& body);
  void fill(Draft& draft, Span at, const File* file);

  const RecordRule* rule_;
  std::vector<Slot> slots_;
  std::vector<const syntax::Node::Entry*> others_;
};

/// Adds a record for each entry of the section, in order, with its id and its place; `read(record, fields, entry)`
/// fills those that have a body.
template <class Record, class Read>
void decode_each(Draft& draft, Section section, const RecordRule& rule, std::vector<Record>& records,
                 const Read& read) {
  for (const Entry& entry : draft[section].entries) {
    Record record;
    record.id = entry.id;
    record.span = entry.at;
    if (entry.body != nullptr) read(record, Fields(draft, rule, *entry.body, entry.at, entry.file), entry);
    records.push_back(std::move(record));
  }
}

/// True for a key that files may use for themselves: `x-…`.
[[nodiscard]] bool is_private(std::string_view key);

[[nodiscard]] bool is_id(std::string_view text);
[[nodiscard]] bool is_attribute_name(std::string_view text);

/// Reports IF107 where `text` is not an id.
void check_id(Draft& draft, std::string_view text, Span at);

/// Reports a member's id that is not well formed: it is a value of the group's attribute, such as `huawei`, `CN`,
/// `D:5`.
void check_member_id(Draft& draft, std::string_view text, Span at);

/// Reports a key that `rule` does not have, with the nearest that it has.
void report_unknown_key(Draft& draft, const RecordRule& rule, const syntax::Node::Entry& entry,
                        std::span<const std::string_view> further = {});

/// Whether `value` has the shape that `field` asks for; else says so.
bool fits(Draft& draft, const FieldRule& field, const syntax::Node& value);

/// `value` as a whole number; else says so (IF108).
[[nodiscard]] std::optional<int> whole_number(Draft& draft, const syntax::Node& value);

/// Where the text of a value stands: its very bytes, where it stands as it is, else the whole value. Empty for null.
[[nodiscard]] Span text_span(const syntax::Node* value);

/// `a list`, and so on, of what was written.
[[nodiscard]] std::string_view shape_of(const syntax::Node& value);

}  // namespace inforce::check
