// Which records stand in which, and what the names in them name: what the tables of check/fields.h leave open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/check/fields.h"

namespace inforce::lsp {

/// What has a name. Restrictions, authorizations and groups are measures: they share their names. A value is one of an
/// attribute, written `attribute=value`: an item of the catalogue, a member of a group, a word that `vocabulary` lists.
enum class Kind : std::uint8_t {
  none,
  authority,
  source,
  regime,
  attribute,
  measure,
  member,
  event,
  calendar,
  gazette,
  value
};

/// `source`, for messages.
[[nodiscard]] std::string_view word_for(Kind kind);

enum class Nest : std::uint8_t {
  none,
  record,      ///< The value is one record.
  list,        ///< The value is a list of records.
  by_name,     ///< The value is a map: names with a record each.
  facts,       ///< The value is a map: attributes with their values.
  by_measure,  ///< The value is a map: measures with maps of attributes.
};

struct Child {
  Nest nest = Nest::none;
  const check::RecordRule* rule = nullptr;  ///< Of a record, or of each.
  Kind names = Kind::none;                  ///< `by_name`: what its keys define.
};

/// What stands under `key` of a record.
[[nodiscard]] Child child_of(const check::RecordRule& rule, std::string_view key);

/// What a name, or each name of the list, under `key` of a record names.
[[nodiscard]] Kind named_by(const check::RecordRule& rule, std::string_view key);

[[nodiscard]] const check::FieldRule* field_named(const check::RecordRule& rule, std::string_view key);

[[nodiscard]] bool is_verb(std::string_view key);

}  // namespace inforce::lsp
