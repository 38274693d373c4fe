#include "engine/query/shifts.h"

#include <algorithm>
#include <array>
#include <map>

namespace inforce::query {

namespace {

using calendar::DayRange;
using calendar::WrittenDay;
using model::DateExpression;
using std::chrono::days;

constexpr std::array<std::string_view, 4> effect_fields{"effective", "through", "before", "compliance"};

template <class Effect>
auto& date_of(Effect& effect, std::uint8_t field) {
  const std::array dates{&effect.effective, &effect.through, &effect.before, &effect.compliance};
  return *dates[field];
}

template <class Rules>
auto& date_at(Rules& rules, const DateAddress& at) {
  if (at.of == DateAddress::Of::event) return *rules.events[at.index].dates[at.field];
  return *date_of(rules.effects[at.index], at.field);
}

bool is_open(Date day) { return day == calendar::open_past() || day == calendar::open_future(); }

std::string text_of(const std::vector<DayRange>& runs) {
  std::string text;
  for (const auto& run : runs) {
    if (!text.empty()) text += ",";
    const auto first = is_open(run.first) ? std::string{} : to_string(run.first);
    const auto last = is_open(run.last) ? std::string{} : to_string(run.last);
    text += run.first == run.last ? first : first + ".." + last;
  }
  return "[" + text + "]";
}

/// The runs with their first or last bound moved; a single day moves as a whole.
std::vector<DayRange> moved(std::vector<DayRange> runs, bool first, days by) {
  auto& run = first ? runs.front() : runs.back();
  const bool single = run.first == run.last;
  if (first || single) run.first += by;
  if (!first || single) run.last += by;
  return calendar::normalized(std::move(runs));
}

/// The text of a term with another count: the first number in it is the count.
std::string recounted(std::string_view term, std::int64_t count) {
  const auto begin = term.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::to_string(count);
  const auto end = std::min(term.find_first_not_of("0123456789", begin), term.size());
  return std::string(term.substr(0, begin)) + std::to_string(count < 0 ? -count : count) +
         std::string(term.substr(end));
}

/// Gathers the shifts of one date.
class DateShifts {
 public:
  DateShifts(const model::Rulebook& rules, const DateExpression& date, std::string where, std::vector<DateAddress> at)
      : rules_(rules), date_(date), where_(std::move(where)), at_(std::move(at)) {}

  void add_to(std::vector<Shift>& list) {
    if (const auto* day = std::get_if<WrittenDay>(&date_.anchor)) add_days(*day);
    if (const auto* moment = std::get_if<Moment>(&date_.anchor)) add_moments(*moment);
    for (std::size_t i = 0; i < date_.terms.size(); ++i) add_counts(i);
    std::move(found_.begin(), found_.end(), std::back_inserter(list));
  }

 private:
  void add(ShiftKind kind, std::string was, std::string becomes, DateExpression instead) {
    found_.push_back({kind, date_.span, where_, std::move(was), std::move(becomes), at_, std::move(instead)});
  }

  void add_days(const WrittenDay& day) {
    if (day.unknown || day.runs.empty()) return;
    for (const bool first : {true, false}) {
      const auto bound = first ? day.first() : day.last();
      if (is_open(bound) || (day.exact() && !first)) continue;
      for (const auto by : {days{-1}, days{1}}) {
        WrittenDay other = day;
        other.runs = moved(day.runs, first, by);
        if (other.runs == day.runs) continue;
        other.text = day.exact() ? to_string(bound + by) : text_of(other.runs);
        DateExpression instead = date_;
        instead.anchor = other;
        add(day.exact() ? ShiftKind::day : ShiftKind::bound, day.text, other.text, std::move(instead));
      }
    }
  }

  void add_moments(Moment moment) {
    for (const auto by : {days{-1}, days{1}}) {
      DateExpression instead = date_;
      instead.anchor = moment + by;
      add(ShiftKind::moment, to_string(moment), to_string(moment + by), std::move(instead));
    }
  }

  void add_counts(std::size_t index) {
    const auto& term = date_.terms[index];
    const auto written = rules_.texts.text(term.span);
    for (const int by : {-1, 1}) {
      DateExpression instead = date_;
      auto& count = instead.terms[index].count;
      count += count < 0 ? -by : by;
      add(ShiftKind::count, std::string(written), recounted(written, count), std::move(instead));
    }
  }

  const model::Rulebook& rules_;
  const DateExpression& date_;
  std::string where_;
  std::vector<DateAddress> at_;
  std::vector<Shift> found_;
};

using Places = std::map<Span, std::vector<DateAddress>>;

Places places_of(const model::Rulebook& rules) {
  Places places;
  for (std::uint32_t i = 0; i < rules.events.size(); ++i) {
    for (std::uint8_t f = 0; f < model::field_count; ++f) {
      if (const auto& date = rules.events[i].dates[f]) places[date->span].push_back({DateAddress::Of::event, i, f});
    }
  }
  for (std::uint32_t i = 0; i < rules.effects.size(); ++i) {
    const auto& effect = rules.effects[i];
    for (std::size_t f = 0; f < effect_fields.size(); ++f) {
      const auto field = static_cast<std::uint8_t>(f);
      if (const auto& date = date_of(effect, field)) places[date->span].push_back({DateAddress::Of::effect, i, field});
    }
  }
  return places;
}

/// `published of us-h20-letter`, `through of impose: us-h20-licence`.
std::string where_of(const model::Rulebook& rules, const DateAddress& at) {
  if (at.of == DateAddress::Of::event) {
    return std::string(to_string(static_cast<model::Field>(at.field))) + " of " + rules.events[at.index].id;
  }
  const auto& effect = rules.effects[at.index];
  return std::string(effect_fields[at.field]) + " of `" + std::string(to_string(effect.verb)) + ": " +
         rules[effect.named].id + "`";
}

void add_coverage(const model::Rulebook& rules, std::vector<Shift>& found) {
  for (std::uint32_t i = 0; i < rules.regimes.size(); ++i) {
    const auto& regime = rules.regimes[i];
    for (const auto by : {days{-1}, days{1}}) {
      const Date other = regime.from + by;
      Shift shift;
      shift.kind = ShiftKind::coverage;
      shift.span = regime.span;
      shift.where = "from of coverage " + regime.id;
      shift.was = to_string(regime.from);
      shift.becomes = to_string(other);
      shift.at = {{DateAddress::Of::regime, i, 0}};
      shift.instead = other;
      found.push_back(std::move(shift));
    }
  }
}

}  // namespace

std::string_view word_of(ShiftKind kind) {
  switch (kind) {
    case ShiftKind::day:
      return "day";
    case ShiftKind::moment:
      return "moment";
    case ShiftKind::bound:
      return "bound";
    case ShiftKind::count:
      return "count";
    case ShiftKind::coverage:
      break;
  }
  return "coverage";
}

std::vector<Shift> shifts_of(const model::Rulebook& rules) {
  std::vector<Shift> found;
  for (const auto& [span, at] : places_of(rules)) {
    DateShifts(rules, date_at(rules, at.front()), where_of(rules, at.front()), at).add_to(found);
  }
  add_coverage(rules, found);
  const auto& texts = rules.texts;
  std::stable_sort(found.begin(), found.end(), [&](const Shift& a, const Shift& b) {
    return std::pair(texts.path(a.span.file), a.span.begin) < std::pair(texts.path(b.span.file), b.span.begin);
  });
  return found;
}

Shifted::Shifted(model::Rulebook& rules, const Shift& shift) : rules_(rules) {
  for (const auto& at : shift.at) {
    if (const auto* day = std::get_if<Date>(&shift.instead)) {
      days_.emplace_back(at, rules.regimes[at.index].from);
      rules.regimes[at.index].from = *day;
      continue;
    }
    const auto& instead = std::get<model::DateExpression>(shift.instead);
    auto& date = date_at(rules, at);
    if (date.text != instead.text) continue;
    dates_.emplace_back(at, date);
    date = instead;
  }
}

Shifted::~Shifted() {
  for (const auto& [at, date] : dates_) date_at(rules_, at) = date;
  for (const auto& [at, day] : days_) rules_.regimes[at.index].from = day;
}

}  // namespace inforce::query
