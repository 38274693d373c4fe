#include "engine/model/scope_points.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "engine/calendar/day.h"
#include "engine/model/comparison.h"
#include "engine/model/countries.h"

namespace inforce::model {
namespace {

using syntax::Condition;
using syntax::Operator;

/// In no rule file: control characters are refused there.
constexpr const char* like_none = "\x01";

using Tests = std::span<const Condition* const>;

std::vector<std::string> named_values(Tests tests) {
  std::vector<std::string> values;
  for (const Condition* test : tests) {
    if (test->op != Operator::in_group) values.insert(values.end(), test->values.begin(), test->values.end());
  }
  return values;
}

std::string text_of(double number) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number == 0 ? 0.0 : number);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::vector<std::string> numbers(Tests tests) {
  std::set<double> named;
  for (const std::string& value : named_values(tests)) {
    if (const auto number = number_of(value)) named.insert(*number);
  }
  if (named.empty()) return {"0"};
  constexpr double most = std::numeric_limits<double>::max();
  const auto below = [](double x) { return std::min(x - 1, std::nextafter(x, -most)); };
  const auto above = [](double x) { return std::max(x + 1, std::nextafter(x, most)); };
  std::vector<std::string> values{text_of(below(*named.begin()))};
  for (auto at = named.begin(); at != named.end(); ++at) {
    values.push_back(text_of(*at));
    const auto next = std::next(at);
    values.push_back(text_of(next == named.end() ? above(*at) : *at / 2 + *next / 2));
  }
  return values;
}

std::vector<std::string> days(Tests tests) {
  std::set<Date> named;
  for (const std::string& value : named_values(tests)) {
    if (const auto day = calendar::read_day(value)) named.insert(*day);
  }
  if (named.empty()) return {"2000-01-01"};
  std::set<Date> all = named;
  constexpr std::chrono::days one{1};
  for (const Date day : named) {
    if (day > calendar::first_writable_day()) all.insert(day - one);
    if (day < calendar::last_writable_day()) all.insert(day + one);
  }
  std::vector<std::string> values;
  values.reserve(all.size());
  for (const Date day : all) values.push_back(inforce::to_string(day));
  return values;
}

std::vector<std::string> some_countries(const Attribute& attribute, Tests tests) {
  std::vector<std::string> values = named_values(tests);
  const std::set<std::string_view> named(values.begin(), values.end());
  const auto unnamed = [&named](std::string_view code) { return named.count(code) == 0; };
  for (const Country& country : countries()) {
    if (!unnamed(country.code)) continue;
    values.emplace_back(country.code);
    return values;
  }
  const auto other = std::find_if(attribute.also.begin(), attribute.also.end(), unnamed);
  if (other != attribute.also.end()) values.push_back(*other);
  return values;
}

/// `prefix` goes on in a way that no named prefix has: with another kind of character, and then as none goes on.
std::string continued(const std::string& prefix, std::size_t longest) {
  const std::string plain = prefix + like_none;
  return is_under(plain, prefix) ? plain : prefix + std::string(longest + 1, 'z');
}

std::vector<std::string> codes(Tests tests) {
  std::vector<std::string> values = named_values(tests);
  std::size_t longest = 0;
  for (const std::string& value : values) longest = std::max(longest, value.size());
  for (const Condition* test : tests) {
    if (test->op == Operator::under) values.push_back(continued(test->values.front(), longest));
  }
  values.emplace_back(like_none);
  return values;
}

}  // namespace

std::string canonical(AttributeType type, std::string_view value) {
  if (type != AttributeType::number) return std::string(value);
  const auto number = number_of(value);
  return number ? text_of(*number) : std::string(value);
}

std::vector<std::string> telling_values(const Attribute& attribute, Tests tests) {
  switch (attribute.type) {
    case AttributeType::number:
      return numbers(tests);
    case AttributeType::date:
      return days(tests);
    case AttributeType::flag:
      return {"false", "true"};
    case AttributeType::country:
      return some_countries(attribute, tests);
    default:
      return attribute.values.empty() ? codes(tests) : attribute.values;
  }
}

}  // namespace inforce::model
