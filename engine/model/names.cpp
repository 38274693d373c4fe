// The words of rule files for the enumerations of the model.
#include "engine/model/rulebook.h"

namespace inforce::model {
namespace {

constexpr std::array<std::string_view, field_count> fields = {"date",      "announced", "filed",
                                                              "published", "effective", "known"};
constexpr std::array<std::string_view, 8> verbs = {"impose", "lift",  "suspend", "resume",
                                                   "extend", "amend", "enlist",  "delist"};
constexpr std::array<std::string_view, 10> kinds = {
    "prohibition", "licence-requirement", "condition", "notification",  "guidance",
    "inquiry",     "commercial",          "proposal",  "authorization", "membership"};

}  // namespace

std::string_view to_string(Field field) { return fields[static_cast<std::size_t>(field)]; }

std::optional<Field> field_named(std::string_view name) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i] == name) return static_cast<Field>(i);
  }
  return std::nullopt;
}

std::string_view to_string(Verb verb) { return verbs[static_cast<std::size_t>(verb)]; }

std::string_view to_string(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

Force force_of(Kind kind) {
  switch (kind) {
    case Kind::guidance:
    case Kind::inquiry:
      return Force::advisory;
    case Kind::commercial:
    case Kind::proposal:
      return Force::context;
    default:
      return Force::binding;
  }
}

}  // namespace inforce::model
