#include "engine/model/attribute_values.h"

#include <algorithm>
#include <vector>

#include "engine/calendar/day.h"
#include "engine/diagnostics/report.h"
#include "engine/model/comparison.h"
#include "engine/model/countries.h"

namespace inforce::model {
namespace {

/// More values than this are not told one by one.
constexpr std::size_t told_values = 12;

bool holds(const std::vector<std::string>& values, std::string_view value) {
  return std::binary_search(values.begin(), values.end(), value);
}

std::string country_remedy(const Attribute& attribute, std::string_view value) {
  const std::string_view code = code_for(value);
  if (!code.empty()) return "did you mean `" + std::string(code) + "` (" + std::string(name_of(code)) + ")?";
  return "give the two letters of ISO 3166-1; a code that it lacks is declared by `also` of `" + attribute.id + "`";
}

bool stands_for(char pattern, char seen) {
  if (pattern == '9') return seen >= '0' && seen <= '9';
  if (pattern == 'A') return seen >= 'A' && seen <= 'Z';
  return pattern == seen;
}

bool is_written_as(std::string_view shape, std::string_view value, bool as_beginning) {
  const bool goes_on = shape.ends_with('*');
  if (goes_on) shape.remove_suffix(1);
  const std::size_t compared = std::min(shape.size(), value.size());
  for (std::size_t i = 0; i < compared; ++i) {
    if (!stands_for(shape[i], value[i])) return false;
  }
  if (value.size() < shape.size()) return as_beginning;
  return value.size() == shape.size() || (goes_on && is_under(value, value.substr(0, shape.size())));
}

bool is_written_as_some(const Attribute& attribute, std::string_view value, bool as_beginning) {
  return attribute.shapes.empty() ||
         std::any_of(attribute.shapes.begin(), attribute.shapes.end(),
                     [&](const std::string& shape) { return is_written_as(shape, value, as_beginning); });
}

}  // namespace

bool has_shape(const Attribute& attribute, std::string_view value) {
  return is_written_as_some(attribute, value, false);
}

bool may_begin_shape(const Attribute& attribute, std::string_view prefix) {
  return is_written_as_some(attribute, prefix, true);
}

Misfit misfit(const Attribute& attribute, std::string_view value) {
  if (value.empty()) return Misfit::empty;
  switch (attribute.type) {
    case AttributeType::number:
      return compare(attribute.type, value, "0") ? Misfit::none : Misfit::number;
    case AttributeType::date:
      return calendar::read_day(value) ? Misfit::none : Misfit::day;
    case AttributeType::flag:
      return value == "true" || value == "false" ? Misfit::none : Misfit::flag;
    case AttributeType::country:
      return is_country(value) || holds(attribute.also, value) ? Misfit::none : Misfit::country;
    default:
      return attribute.values.empty() || holds(attribute.values, value) ? Misfit::none : Misfit::listed;
  }
}

std::string_view wanted(Misfit misfit) {
  switch (misfit) {
    case Misfit::number:
      return "a number such as `4800`";
    case Misfit::day:
      return "a day such as `2025-04-09`";
    case Misfit::flag:
      return "`true` or `false`";
    case Misfit::country:
      return "a country";
    case Misfit::listed:
      return "one of its values";
    case Misfit::empty:
      return "a text";
    case Misfit::none:
      break;
  }
  return {};
}

std::string remedy(const Attribute& attribute, std::string_view value) {
  if (attribute.type == AttributeType::country) return country_remedy(attribute, value);
  const std::vector<std::string_view> values(attribute.values.begin(), attribute.values.end());
  std::string help = diagnostics::did_you_mean(value, values);
  if (!help.empty()) return help;
  for (std::size_t i = 0; i < std::min(values.size(), told_values); ++i) {
    help += (i == 0 ? "one of `" : ", `") + attribute.values[i] + "`";
  }
  return help + (values.size() > told_values ? ", …" : "");
}

bool is_country_of(const Rulebook& rulebook, std::string_view code) {
  return is_country(code) || std::any_of(rulebook.vocabulary.begin(), rulebook.vocabulary.end(),
                                         [code](const Attribute& each) { return holds(each.also, code); });
}

}  // namespace inforce::model
