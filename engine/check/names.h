// Ids: where they are defined, that each is defined once, and what a name refers to.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/check/decode.h"

namespace inforce::check {

/// Takes apart the top level of every file: the sections, and the records in them with their ids.
void collect_records(Draft& draft);

/// Sorts all tables by id and numbers them; ids used twice are reported (IF303).
void sort_names(Draft& draft);

/// The number of the record that `name` refers to; else reports `code`, unless a file is missing.
[[nodiscard]] std::optional<std::uint32_t> refer(Draft& draft, Section section, const syntax::Node& name, Code code);
[[nodiscard]] std::optional<std::uint32_t> refer(Draft& draft, Section section, std::string_view name, Span at,
                                                 Code code);

/// The names in the list `field`, each once, in order of id. A reference to `self` is reported (IF311) and left out.
template <class T>
[[nodiscard]] std::vector<Id<T>> refer_all(Draft& draft, Section section, const Fields& fields, std::string_view field,
                                           Code code, std::optional<Id<T>> self = std::nullopt);

/// The authority named by `fields`, checked to exist; else empty.
[[nodiscard]] std::string authority_of(Draft& draft, const Fields& fields);

/// The zone of a record, or UTC, which `report_missing_zones` warns of once a file (IF801).
[[nodiscard]] calendar::Zone zone_of(Draft& draft, const Fields& fields, const Entry& entry);

void report_missing_zones(Draft& draft);

/// What a measure's name can mean, for messages: the section of restriction, authorization or group.
[[nodiscard]] std::optional<Section> section_of_measure(Draft& draft, std::string_view id);

/// Reports that no restriction, authorization or group is called so (IF301), unless a file is missing.
void report_unknown_measure(Draft& draft, std::string_view name, Span at);

/// Checks the values under `defaults` of all files, whether they are used or not.
void check_defaults(Draft& draft);

template <class T>
std::vector<Id<T>> refer_all(Draft& draft, Section section, const Fields& fields, std::string_view field, Code code,
                             std::optional<Id<T>> self) {
  std::vector<Id<T>> found;
  for (const syntax::Node& name : fields.items(field)) {
    const auto number = refer(draft, section, name, code);
    if (!number) continue;
    if (self && self->value == *number) {
      draft.report(codes::self_reference, quoted(name.text) + " names itself under " + quoted(field), name.span);
      continue;
    }
    found.push_back({*number});
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace inforce::check
