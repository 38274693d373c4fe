// Facts of a question against the vocabulary (S18).
#include <algorithm>

#include "engine/calendar/day.h"
#include "engine/diagnostics/report.h"
#include "engine/query/conditions.h"

namespace inforce::query {

namespace {

bool is_number(const std::string& text) {
  const auto digits = text.find_first_not_of("0123456789");
  if (text.empty() || digits == 0) return !text.empty() && text[0] == '-' && is_number(text.substr(1));
  if (digits == std::string::npos) return true;
  const auto fraction = text.substr(digits + 1);
  return text[digits] == '.' && !fraction.empty() && fraction.find_first_not_of("0123456789") == std::string::npos;
}

/// Empty, or what a value of the type looks like.
std::string wanted(model::AttributeType type, const std::string& value) {
  switch (type) {
    case model::AttributeType::number:
      return is_number(value) ? "" : "a number such as `4800`";
    case model::AttributeType::date:
      return calendar::read_day(value) ? "" : "a day such as `2025-04-09`";
    case model::AttributeType::flag:
      return value == "true" || value == "false" ? "" : "`true` or `false`";
    default:
      return value.empty() ? "a text" : "";
  }
}

Diagnostic undeclared(const model::Rulebook& rules, const std::string& attribute) {
  std::vector<std::string_view> names;
  for (const auto& entry : rules.vocabulary) names.emplace_back(entry.id);
  return diagnostics::make(codes::unknown_id, "no vocabulary declares the fact `" + attribute + "`",
                           diagnostics::did_you_mean(attribute, names));
}

}  // namespace

std::vector<Diagnostic> check_facts(const model::Rulebook& rules, const Facts& facts) {
  std::vector<Diagnostic> found;
  for (const auto& [attribute, values] : facts) {
    const auto entry = std::find_if(rules.vocabulary.begin(), rules.vocabulary.end(),
                                    [&name = attribute](const auto& declared) { return declared.id == name; });
    if (entry == rules.vocabulary.end()) {
      found.push_back(undeclared(rules, attribute));
      continue;
    }
    for (const auto& value : values) {
      const auto form = wanted(entry->type, value);
      if (form.empty()) continue;
      found.push_back(
          diagnostics::make(codes::bad_question, "the fact `" + attribute + "` is `" + value + "`", "give " + form));
    }
  }
  return found;
}

}  // namespace inforce::query
