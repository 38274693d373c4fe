// How values are written, for the reference.
#include "engine/check/fields.h"

namespace inforce::check {
namespace {

constexpr ShapeRule text{"text",
                         "Any text, on one line or folded by `>-`; in quotes where YAML would read more into it, as "
                         "with a `: ` within. Codes "
                         "are text, and always what is written: `3E001`, `NO` and `010121` need no quotes."};
constexpr ShapeRule id{"id", "Small letters and digits, with single `.` or `-` between them: `some-licence-2025-04`."};
constexpr ShapeRule name{"name", "The id of another record; of a member its group's and its own: `some-list/acme`."};
constexpr ShapeRule word{"word", "One of the words that are given."};
constexpr ShapeRule flag{"flag", "`true` or `false`."};
constexpr ShapeRule whole_number{"number", "A whole number, such as a year."};
constexpr ShapeRule date{
    "date",
    "A day `2025-04-09`, or what is less exact: `2025-04`, `2025`, `\"[2025-07-14..2025-07-16]\"`, "
    "`\"[..2025-07-15]\"`, `\"[2025-07-15..]\"`, `unknown`, with the marks `?`, `~`, `%`. A moment: "
    "`2019-05-16T16:15[America/New_York]`. Counted: `published + 60 days`, `other-event.effective + 1 year`, "
    "`published + 30 business days`, `effective + 120 days, next business day`. What begins with a bracket, and a "
    "comma "
    "within braces, needs quotes. Days of tests and reports are days or moments."};
constexpr ShapeRule condition{
    "scope",
    "A condition on facts, on one line: `=`, `!=`, `<`, `<=`, `>`, `>=`, `in (a, b)`, `in group(id)`, `under 3A090`, "
    "`not`, `and`, `or`, parentheses. A fact that is not given leaves open what rests on it."};
constexpr ShapeRule zone{"zone", "A time zone by its name in the IANA database: `America/New_York`."};
constexpr ShapeRule jurisdiction{"jurisdiction", "The two capital letters of a country, or `EU`, or `UN`."};
constexpr ShapeRule attributes{"attributes", "A map: `{policy: case-by-case, tpp: 4800}`."};
constexpr ShapeRule facts{"facts", "A map: `{item: H1, destination: [CN, HK]}`, one value or a list of them."};
constexpr ShapeRule unnamed{};

}  // namespace

const ShapeRule& shape_rule(Shape shape) {
  switch (shape) {
    case Shape::text:
    case Shape::texts:
      return text;
    case Shape::id:
      return id;
    case Shape::name:
    case Shape::names:
      return name;
    case Shape::word:
      return word;
    case Shape::flag:
      return flag;
    case Shape::whole_number:
      return whole_number;
    case Shape::date:
      return date;
    case Shape::condition:
      return condition;
    case Shape::zone:
      return zone;
    case Shape::jurisdiction:
      return jurisdiction;
    case Shape::attributes:
      return attributes;
    case Shape::facts:
      return facts;
    default:
      return unnamed;
  }
}

std::vector<std::string_view> texts_of(std::span<const Word> words) {
  std::vector<std::string_view> texts;
  for (const Word& each : words) texts.push_back(each.text);
  return texts;
}

}  // namespace inforce::check
