#include "engine/model/countries.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/diagnostics/report.h"

namespace inforce::model {
namespace {

/// Shorter words begin, or nearly are, too many names.
constexpr std::size_t shortest_name = 4;

const Country* find(std::string_view code) {
  const auto all = countries();
  const auto at = std::lower_bound(all.begin(), all.end(), code,
                                   [](const Country& each, std::string_view wanted) { return each.code < wanted; });
  return at != all.end() && at->code == code ? &*at : nullptr;
}

std::string capitals(std::string_view text) {
  std::string large(text);
  for (char& letter : large) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return large;
}

std::array<std::string_view, 3> names_of(const Country& country) {
  return {country.name, country.common_name, country.official_name};
}

/// The first letters of its words that begin with a capital.
std::string initials_of(std::string_view name) {
  std::string initials;
  bool begins = true;
  for (const char letter : name) {
    if (begins && letter >= 'A' && letter <= 'Z') initials += letter;
    begins = letter == ' ' || letter == '-';
  }
  return initials;
}

/// The one country of which `test` is true of some name; empty where there is none, or several.
template <class Test>
std::string_view only_one(Test test) {
  std::string_view code;
  for (const Country& country : countries()) {
    if (country.withdrawn || country.code == code) continue;
    for (const std::string_view name : names_of(country)) {
      if (name.empty() || !test(name)) continue;
      if (!code.empty()) return {};
      code = country.code;
      break;
    }
  }
  return code;
}

std::string_view almost_named(std::string_view text) {
  std::vector<std::string_view> names;
  for (const Country& country : countries()) {
    if (country.withdrawn) continue;
    for (const std::string_view name : names_of(country)) {
      if (!name.empty()) names.push_back(name);
    }
  }
  const std::string near = diagnostics::nearest(text, names);
  return near.empty() ? std::string_view{} : only_one([&near](std::string_view name) { return name == near; });
}

}  // namespace

bool is_country(std::string_view code) { return find(code) != nullptr; }

std::string_view name_of(std::string_view code) {
  const Country* found = find(code);
  if (found == nullptr) return {};
  return found->common_name.empty() ? found->name : found->common_name;
}

std::string_view code_for(std::string_view text) {
  if (text.empty() || text.size() > 100) return {};
  const std::string wanted = capitals(text);
  if (const Country* found = find(wanted)) return found->code;
  for (const Country& country : countries()) {
    if (!country.withdrawn && country.alpha_3 == wanted) return country.code;
  }
  const auto same = only_one([&wanted](std::string_view name) { return capitals(name) == wanted; });
  if (!same.empty()) return same;
  const auto initials = only_one([&wanted](std::string_view name) { return initials_of(name) == wanted; });
  if (!initials.empty()) return initials;
  if (text.size() < shortest_name) return {};
  const auto begun = only_one([&wanted](std::string_view name) { return capitals(name).starts_with(wanted); });
  return begun.empty() ? almost_named(text) : begun;
}

}  // namespace inforce::model
