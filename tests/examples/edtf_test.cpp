// The tests of five EDTF libraries, for the profile of S14: each string is read with the bounds on which they agree, or
// refused with one finding.
#include <nlohmann/json.hpp>

#include "engine/syntax/date_grammar.h"
#include "tests/examples/examples.h"

namespace inforce::test {
namespace {

using nlohmann::json;

std::string bound(const json& record, const char* open_library, const char* key, const char* other_key) {
  const json& bounds = record.value("bounds", json::object());
  if (bounds.contains(open_library)) return bounds.at(open_library).value(key, "");
  if (record.contains("ran") && record.at("ran").contains("edtf.js-4.11.1")) {
    const json& ran = record.at("ran").at("edtf.js-4.11.1");
    if (ran.contains(other_key) && ran.at(other_key).is_string()) return ran.at(other_key);
  }
  return "";
}

std::string lower_text(Date date) { return date == calendar::open_past() ? "-inf" : to_string(date); }
std::string upper_text(Date date) { return date == calendar::open_future() ? "inf" : to_string(date); }

bool is_true(const json& record, const char* key) { return record.contains(key) && record.at(key) == true; }
bool is_false(const json& record, const char* key) { return record.contains(key) && record.at(key) == false; }

TEST_CASE("edtf: strings of other libraries") {
  const auto path = example("edtf/cases.jsonl");
  if (!path) return;
  std::size_t readable = 0;
  std::size_t with_bounds = 0;
  std::size_t refused = 0;
  const auto lines = lines_of(*path);
  for (const std::string& line : lines) {
    const json record = json::parse(line);
    const std::string text = record.at("edtf");
    INFO(text);
    std::vector<Diagnostic> found;
    const auto date = syntax::parse_date(text, Span{FileId{}, 0, static_cast<std::uint32_t>(text.size())}, found);
    CHECK(date.has_value() == found.empty());
    if (!date) {
      CHECK(found.size() == 1);
      // A well-formed string is refused for what it is: another construct, a year that cannot be written, or no zone.
      if (is_true(record, "consensus")) {
        const std::string code = found.empty() ? "" : to_string(found.front().code);
        const bool told = code == "IF204" || code == "IF202" || code == "IF205" ||
                          (code == "IF201" && text.find('T') != std::string::npos);
        CHECK(told);
      }
      ++refused;
      continue;
    }
    // Blanks at the ends are ours to allow.
    if (text.find(' ') != 0) CHECK_FALSE(is_false(record, "consensus"));
    ++readable;
    const auto* day = std::get_if<calendar::WrittenDay>(&date->anchor);
    if (!day || !is_true(record, "consensus") || is_false(record, "bounds_agree")) continue;
    const std::string lower = bound(record, "python-edtf", "lower", "min");
    const std::string upper = bound(record, "python-edtf", "upper", "max");
    if (!lower.empty()) CHECK(lower_text(day->first()) == lower);
    // edtf.js ends a set with a range at the beginning of that range.
    const bool misread = text == "[1667,1668,1670..1672]";
    if (misread) CHECK(upper_text(day->last()) == "1672-12-31");
    if (!misread && !upper.empty()) CHECK(upper_text(day->last()) == upper);
    ++with_bounds;
  }
  print_count("edtf", readable + refused, lines.size());
  print_count("edtf, in the profile and with the bounds of the others", with_bounds, readable);
}

}  // namespace
}  // namespace inforce::test
