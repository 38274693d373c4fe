// The grammar of dates in Boost.Spirit X3. It reads parts; whether there is such a day is asked afterwards. There is
// no recursion in it.
#include <functional>
#include <utility>

#include <boost/spirit/home/x3.hpp>

#include "engine/syntax/date_parts.h"

namespace inforce::syntax {
namespace {

namespace x3 = boost::spirit::x3;

// What has been read so far. Actions of an alternative that fails leave only the parts in progress behind.
struct Builder : ExpressionParts {
  const char* begin = nullptr;
  DateParts date;
  ElementParts element;
  WrittenParts written;
  MomentParts moment;
  DateTerm term;

  template <class Range>
  [[nodiscard]] TextRange range(const Range& run) const {
    return {static_cast<std::size_t>(run.begin() - begin), static_cast<std::size_t>(run.end() - begin)};
  }
};

struct BuilderTag;

// An action that gets the builder and the attribute.
template <class Action>
auto act(Action action) {
  return [action](auto& context) {
    Builder& builder = x3::get<BuilderTag>(context).get();
    action(builder, x3::_attr(context));
  };
}

template <class Range>
std::string text_of(const Range& run) {
  return std::string(run.begin(), run.end());
}

// The event and the field of `published` or `fr-2019-05-22.published`; empty where the last part is no date.
std::optional<DateReference> reference_in(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  const std::string_view field = dot == std::string_view::npos ? word : word.substr(dot + 1);
  if (!is_event_date(field)) return std::nullopt;
  return DateReference{std::string{dot == std::string_view::npos ? "" : word.substr(0, dot)}, std::string{field}, {}};
}

struct Units : x3::symbols<Unit> {
  Units() {
    add("day", Unit::days)("days", Unit::days)("week", Unit::weeks)("weeks", Unit::weeks)("month", Unit::months);
    add("months", Unit::months)("year", Unit::years)("years", Unit::years);
  }
};

using x3::char_;
using x3::lit;
using x3::raw;

auto const blank = char_(" \t");
auto const blanks = *blank;
auto const word_end = !char_("0-9A-Za-z_.-");
auto const two = x3::uint_parser<unsigned, 10, 2, 2>{};
auto const four = x3::uint_parser<unsigned, 10, 4, 4>{};
auto const id = raw[+char_("a-z0-9") >> *(char_(".-") >> +char_("a-z0-9"))];

auto const set_year = act([](Builder& b, unsigned year) { b.date = {static_cast<int>(year), {}, {}, {}}; });
auto const set_month = act([](Builder& b, unsigned month) { b.date.month = month; });
auto const set_day = act([](Builder& b, unsigned day) { b.date.day = day; });
auto const keep_date = act([](Builder& b, const auto& run) { b.date.at = b.range(run); });

auto const day_part = two[set_day] | lit("XX");
auto const month_part = (two[set_month] >> -('-' >> day_part)) | (lit("XX") >> -lit("-XX"));
auto const parts = raw[four[set_year] >> -('-' >> month_part)][keep_date];

// Moments.
auto const set_hour = act([](Builder& b, unsigned hour) { b.moment.hour = hour; });
auto const set_minute = act([](Builder& b, unsigned minute) { b.moment.minute = minute; });
auto const set_second = act([](Builder& b, unsigned second) { b.moment.second = second; });
auto const begin_clock = act([](Builder& b, const auto&) {
  b.moment = {};
  b.moment.date = b.date;
});
auto const keep_clock = act([](Builder& b, const auto& run) { b.moment.clock_at = b.range(run); });
auto const keep_offset = act([](Builder& b, const auto& run) {
  b.moment.offset = text_of(run);
  b.moment.zone_at = b.range(run);
});
auto const keep_zone = act([](Builder& b, const auto& run) {
  b.moment.zone = text_of(run);
  b.moment.zone_at = b.range(run);
  b.moment.zone_at.begin -= 1;
  b.moment.zone_at.end += 1;
});
auto const keep_moment = act([](Builder& b, const auto& run) {
  b.moment.at = b.range(run);
  b.anchor = b.moment;
});

struct clock_id;
struct zone_id;
auto const clock = x3::rule<clock_id>{"clock"} =
    raw[two[set_hour] >> ':' >> two[set_minute] >> -(':' >> two[set_second])][keep_clock] >> !char_("0-9:.");
auto const offset = lit('Z') | (char_("+-") >> two >> ':' >> two);
auto const zone = x3::rule<zone_id>{"zone"} =
    (raw[offset][keep_offset] | ('[' >> raw[+char_("0-9A-Za-z/_+-")][keep_zone] >> ']')) >> !char_("0-9A-Za-z[:+-");
auto const moment = raw[(parts >> lit('T')[begin_clock]) > clock > zone][keep_moment];

// Days, exact or not.
auto const keep_mark = act([](Builder& b, char mark) { b.written.mark = mark; });
auto const begin_element = act([](Builder& b, const auto&) { b.element = {b.date, b.date, {}}; });
auto const open_element = act([](Builder& b, const auto&) { b.element = {std::nullopt, b.date, {}}; });
auto const leave_open = act([](Builder& b, const auto&) { b.element.last.reset(); });
auto const end_element = act([](Builder& b, const auto&) { b.element.last = b.date; });
auto const keep_element = act([](Builder& b, const auto& run) {
  b.element.at = b.range(run);
  b.written.elements.push_back(b.element);
});
auto const keep_single = act([](Builder& b, const auto& run) {
  b.element.at = b.range(run);
  b.written.elements = {b.element};
  b.anchor = b.written;
});
auto const keep_written = act([](Builder& b, const auto&) { b.anchor = b.written; });
auto const keep_unknown = act([](Builder& b, const auto&) { b.anchor = unknown_day(); });
auto const begin_written = [](auto& context) { x3::get<BuilderTag>(context).get().written = {}; };

struct member_id;
struct closing_id;
auto const member = x3::rule<member_id>{"member"} = parts >> !char_("0-9A-Za-z/-");
auto const closing = x3::rule<closing_id>{"closing"} = lit(']');
auto const mark = char_("?~%")[keep_mark];
auto const range_end = lit("..")[leave_open] >> -(blanks >> member[end_element]);
auto const element = raw[((lit("..") >> blanks) > member)[open_element] |
                         (member[begin_element] >> -(blanks >> range_end))][keep_element];
struct element_id;
auto const some_element = x3::rule<element_id>{"member"} = element;
auto const bracket = (((lit('[')[begin_written] >> blanks) > some_element) >>
                      *((blanks >> ',' >> blanks) > some_element) >> blanks) > closing;
auto const single =
    raw[x3::eps[begin_written] >> parts[begin_element] >> -mark >> &(x3::eoi | char_(" \t,+"))][keep_single];
auto const written = single | (bracket >> -mark)[keep_written];

// What additions are made to.
auto const keep_reference = [](auto& context) {
  const auto& run = x3::_attr(context);
  Builder& builder = x3::get<BuilderTag>(context).get();
  const std::string word = text_of(run);
  auto reference = reference_in(word);
  x3::_pass(context) = reference.has_value();
  if (reference) builder.anchor = std::move(*reference);
};
auto const keep_anchor = act([](Builder& b, const auto& run) { b.anchor_at = b.range(run); });

struct anchor_id;
auto const reference = id[keep_reference] >> word_end;
auto const anchor = x3::rule<anchor_id>{"anchor"} =
    raw[reference | moment | written | (lit("unknown")[keep_unknown] >> word_end)][keep_anchor];

// Additions.
auto const begin_term = act([](Builder& b, char sign) { b.term = {sign == '-' ? -1 : 1, {}, {}, {}, {}}; });
auto const set_count = act([](Builder& b, unsigned count) { b.term.count *= count; });
auto const set_unit = act([](Builder& b, Unit unit) { b.term.unit = unit; });
auto const set_business = act([](Builder& b, const auto&) { b.term.unit = Unit::business_days; });
auto const set_calendar = act([](Builder& b, const auto& run) { b.term.calendar = text_of(run); });
auto const round_down = act([](Builder& b, const auto&) { b.term.rounding = calendar::Rounding::down; });
auto const round_up = act([](Builder& b, const auto&) { b.term.rounding = calendar::Rounding::up; });
auto const keep_term = act([](Builder& b, const auto& run) { b.terms.emplace_back(b.term, b.range(run)); });
auto const keep_roll = act([](Builder& b, const auto&) { b.next_business_day = true; });

struct count_id;
struct unit_id;
struct rounding_id;
struct calendar_id;
struct roll_id;
struct end_id;
auto const count = x3::rule<count_id>{"count"} = x3::uint_parser<unsigned, 10, 1, 7>{}[set_count] >> !char_("0-9.");
auto const named = x3::rule<calendar_id>{"calendar"} = id[set_calendar] >> word_end;
auto const business = lit("business") >> +blank >> (lit("days") | "day") >> word_end;
auto const rounding = x3::rule<rounding_id>{"rounding"} = lit('(') >> blanks >> "round" >> +blank >>
                                                          (lit("down")[round_down] | lit("up")[round_up]) >> blanks >>
                                                          ')';
auto const units = Units{};
auto const unit = x3::rule<unit_id>{"unit"} = business[set_business] | (units[set_unit] >> word_end);
auto const of_calendar = (+blank >> "of" >> +blank) > named;
auto const rounded = (blanks >> &lit('(')) > rounding;
auto const term =
    raw[((char_("+-")[begin_term] >> blanks) > count > blanks > unit) >> -of_calendar >> -rounded][keep_term];
auto const roll = x3::rule<roll_id>{"roll"} =
    (blanks >> "next" >> +blank >> "business" >> +blank >> "day" >> word_end)[keep_roll];
auto const end = x3::rule<end_id>{"end"} = blanks >> x3::eoi;
auto const expression = ((blanks > anchor) >> *(blanks >> term) >> -((blanks >> ',') > roll)) > end;

}  // namespace

std::variant<ExpressionParts, GrammarFailure> read_expression(std::string_view text) {
  Builder builder;
  builder.begin = text.data();
  const char* at = text.data();
  const char* const stop = text.data() + text.size();
  try {
    x3::parse(at, stop, x3::with<BuilderTag>(std::ref(builder))[expression]);
  } catch (const x3::expectation_failure<const char*>& failure) {
    return GrammarFailure{failure.which(), static_cast<std::size_t>(failure.where() - text.data()),
                          builder.next_business_day};
  }
  return ExpressionParts(std::move(builder));
}

}  // namespace inforce::syntax
