#include "engine/timeline/resolve.h"

#include <algorithm>
#include <string>

#include "engine/diagnostics/report.h"

namespace inforce::timeline {

namespace {

using calendar::Rounding;
using model::DateExpression;
using model::EventId;
using model::Field;

/// More steps than any source writes; a chain of references longer than this is refused.
constexpr std::size_t most_steps = 256;

/// Events that a date may be counted through. Each of them must be known for the date to be, so a longer chain costs
/// every question.
constexpr std::size_t most_anchors = 32;

/// Days of an inexact date over which month arithmetic is tried one by one.
constexpr std::int64_t most_days_tried = 4000;

struct FieldKey {
  EventId event;
  Field field;
  friend bool operator==(const FieldKey&, const FieldKey&) = default;
};

Step step_of(const model::Rulebook& rulebook, const model::Term& term) {
  const auto* days = term.calendar ? &rulebook[*term.calendar].days : nullptr;
  switch (term.unit) {
    case syntax::Unit::days:
      return {Step::Kind::days, term.count, {}, nullptr};
    case syntax::Unit::weeks:
      return {Step::Kind::days, term.count * 7, {}, nullptr};
    case syntax::Unit::months:
      return {Step::Kind::months, term.count, term.rounding, nullptr};
    case syntax::Unit::years:
      return {Step::Kind::months, term.count * 12, term.rounding, nullptr};
    case syntax::Unit::business_days:
      break;
  }
  return {Step::Kind::business_days, term.count, {}, days};
}

class Resolver {
 public:
  Resolver(const model::Rulebook& rulebook, std::vector<Diagnostic>& found) : rulebook_(rulebook), found_(found) {
    dates_.events.resize(rulebook.events.size());
    dates_.effects.resize(rulebook.effects.size());
    visits_.resize(rulebook.events.size() * model::field_count, Visit::not_yet);
  }

  ResolvedDates all() {
    for (std::uint32_t i = 0; i < rulebook_.events.size(); ++i) {
      for (std::size_t f = 0; f < model::field_count; ++f) resolve_field({EventId{i}, static_cast<Field>(f)});
    }
    for (std::uint32_t i = 0; i < rulebook_.effects.size(); ++i) resolve_effect(i);
    return std::move(dates_);
  }

 private:
  enum class Visit : std::uint8_t { not_yet, open, done };

  Visit& visit(FieldKey key) {
    return visits_[key.event.value * model::field_count + static_cast<std::size_t>(key.field)];
  }
  std::optional<MovingDate>& value(FieldKey key) {
    return dates_.events[key.event.value][static_cast<std::size_t>(key.field)];
  }
  const DateExpression* written(FieldKey key) const {
    const auto& dates = rulebook_[key.event].dates;
    const auto& own = dates[static_cast<std::size_t>(key.field)];
    if (own) return &*own;
    if (key.field != Field::effective) return nullptr;
    const auto& date = dates[static_cast<std::size_t>(Field::date)];
    return date ? &*date : nullptr;
  }
  bool falls_back(FieldKey key) const {
    return key.field == Field::effective && !rulebook_[key.event].dates[static_cast<std::size_t>(Field::effective)];
  }

  /// What the date written at `key` is counted from, if it is another date.
  std::optional<FieldKey> dependency(FieldKey key) const {
    if (falls_back(key)) return FieldKey{key.event, Field::date};
    const auto* reference = std::get_if<model::Reference>(&written(key)->anchor);
    if (!reference) return std::nullopt;
    return FieldKey{reference->event.value_or(key.event), reference->field};
  }

  /// Follows the chain of references (each date has at most one) to its beginning, then computes back along it.
  void resolve_field(FieldKey key) {
    std::vector<FieldKey> path;
    std::optional<FieldKey> next = key;
    while (next && written(*next) && visit(*next) == Visit::not_yet) {
      visit(*next) = Visit::open;
      path.push_back(*next);
      next = dependency(*next);
    }
    const bool circle = next && visit(*next) == Visit::open;
    if (circle) report_circle(path, *next);
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
      visit(*step) = Visit::done;
      if (circle) continue;
      if (falls_back(*step)) {
        value(*step) = value({step->event, Field::date});
      } else {
        value(*step) = evaluate(*written(*step), step->event, to_string(step->field), nullptr);
      }
    }
  }

  void report_circle(const std::vector<FieldKey>& path, FieldKey start) {
    const auto first = std::ranges::find(path, start);
    std::string circle;
    Diagnostic diagnostic =
        diagnostics::make(codes::date_circle, {}, written(start)->span, "give one of these dates as a day");
    for (auto step = first; step != path.end(); ++step) {
      circle += "`" + rulebook_[step->event].id + "." + std::string(to_string(step->field)) + "` → ";
      if (step != first && !falls_back(*step))
        diagnostic.related.push_back({written(*step)->span, "part of the circle"});
    }
    diagnostic.message = "dates refer to each other in a circle: " + circle + "`" + rulebook_[start.event].id + "." +
                         std::string(to_string(start.field)) + "`";
    found_.push_back(std::move(diagnostic));
  }

  /// `effect_date` is what the word `effective` means, where the expression stands in an effect.
  std::optional<MovingDate> evaluate(const DateExpression& expression, EventId event, std::string_view field,
                                     const std::optional<MovingDate>* effect_date) {
    std::optional<MovingDate> date = anchor_of(expression, event, field, effect_date);
    if (!date) return std::nullopt;
    if (date->moment && (!expression.terms.empty() || expression.roll)) {
      found_.push_back(diagnostics::make(codes::addition_to_moment,
                                         "`" + expression.text + "` adds to a moment, not to a day", expression.span,
                                         "count from a day, or write the moment that is meant"));
      return std::nullopt;
    }
    for (const model::Term& term : expression.terms) {
      if (!move(*date, step_of(rulebook_, term), expression, term.span)) return std::nullopt;
    }
    if (expression.roll) {
      const Step roll{Step::Kind::next_business_day, 0, {}, &rulebook_[*expression.roll].days};
      if (!move(*date, roll, expression, expression.span)) return std::nullopt;
    }
    return date;
  }

  std::optional<MovingDate> anchor_of(const DateExpression& expression, EventId event, std::string_view field,
                                      const std::optional<MovingDate>* effect_date) {
    MovingDate date;
    if (const auto* moment = std::get_if<Moment>(&expression.anchor)) {
      date.moment = *moment;
      return date;
    }
    if (const auto* day = std::get_if<calendar::WrittenDay>(&expression.anchor)) {
      if (day->exact()) {
        date.day = day->first();
      } else {
        date.variable = static_cast<VariableId>(dates_.variables.size());
        dates_.variables.push_back(
            {event, std::string(field), expression.text, expression.span, day->runs, day->unknown, field != "date"});
      }
      return date;
    }
    const auto& reference = std::get<model::Reference>(expression.anchor);
    if (!reference.event && reference.field == Field::effective && effect_date) return *effect_date;
    std::optional<MovingDate> other = value({reference.event.value_or(event), reference.field});
    if (!other || !reference.event || *reference.event == event) return other;
    other->anchors.push_back(*reference.event);
    if (other->anchors.size() <= most_anchors) return other;
    if (other->anchors.size() == most_anchors + 1) {
      found_.push_back(diagnostics::make(
          codes::long_date_chain,
          "`" + expression.text + "` is counted through more than " + std::to_string(most_anchors) + " other events",
          expression.span, "write one of the dates on the way as a day"));
    }
    return std::nullopt;
  }

  bool move(MovingDate& date, const Step& step, const DateExpression& expression, Span at) {
    if (date.variable) {
      date.steps.push_back(step);
      return date.steps.size() <= most_steps && range_can_move(date, expression, at);
    }
    const auto next = moved(date.day, step);
    if (!next) {
      report(step, date.day, expression, at);
      return false;
    }
    date.day = *next;
    return true;
  }

  /// Every day that an inexact date may be must have a place to go.
  bool range_can_move(const MovingDate& date, const DateExpression& expression, Span at) {
    const Step& last = date.steps.back();
    const std::span<const Step> earlier(date.steps.data(), date.steps.size() - 1);
    for (const calendar::DayRange& run : dates_.variables[*date.variable].runs) {
      for (const Date day : days_to_try(run, last)) {
        const Date before = moved(day, earlier);
        const bool open = before == calendar::open_past() || before == calendar::open_future();
        const bool runs_out = open && last.calendar != nullptr;
        const bool must_round = open && last.kind == Step::Kind::months && last.rounding == Rounding::refuse;
        if (!runs_out && !must_round && moved(before, last)) continue;
        report(last, before, expression, at);
        return false;
      }
    }
    return true;
  }

  /// The ends of a run suffice where the step is refused at one end first; months may be too short anywhere.
  static std::vector<Date> days_to_try(const calendar::DayRange& run, const Step& step) {
    std::vector<Date> days{run.first, run.last};
    const bool months = step.kind == Step::Kind::months && step.rounding == Rounding::refuse;
    if (!months || (run.last - run.first).count() > most_days_tried) return days;
    for (Date day = run.first; day < run.last; day += std::chrono::days{1}) days.push_back(day);
    return days;
  }

  void report(const Step& step, Date day, const DateExpression& expression, Span at) {
    const std::string from = to_string(day);
    if (step.calendar) {
      const auto& rules = step.calendar->rules();
      found_.push_back(diagnostics::make(
          codes::outside_calendar,
          "`" + expression.text + "`, counted from " + from + ", leaves the years of calendar `" + rules.id + "` (" +
              std::to_string(rules.first_year) + " to " + std::to_string(rules.last_year) + ")",
          at, "extend the calendar from its source, or write the day that the source states"));
    } else if (step.kind == Step::Kind::months && calendar::add_months(day, step.count, Rounding::down)) {
      found_.push_back(diagnostics::make(codes::rounding_needed,
                                         "`" + expression.text + "`, counted from " + from +
                                             ", falls in a month that is too short for day " +
                                             std::to_string(calendar::parts_of(day).day),
                                         at, "say `(round down)` or `(round up)` after this term"));
    } else {
      found_.push_back(
          diagnostics::make(codes::outside_years,
                            "`" + expression.text + "`, counted from " + from + ", leaves the years 0001 to 9999", at));
    }
  }

  void resolve_effect(std::uint32_t index) {
    const model::Effect& effect = rulebook_.effects[index];
    EffectDates& dates = dates_.effects[index];
    dates.at = effect.effective ? evaluate(*effect.effective, effect.event, "effective", nullptr)
                                : value({effect.event, Field::effective});
    const auto evaluate_end = [&](const DateExpression& expression, std::string_view field) {
      return evaluate(expression, effect.event, field, &dates.at);
    };
    if (effect.before) dates.end = evaluate_end(*effect.before, "before");
    if (effect.through) {
      dates.end = evaluate_end(*effect.through, "through");
      dates.end_is_through = true;
      if (dates.end && dates.end->moment) {
        found_.push_back(diagnostics::make(codes::through_a_moment,
                                           "`through: " + effect.through->text + "` names a moment, not a day",
                                           effect.through->span, "write `before:` with the moment at which it ends"));
      }
    }
    if (effect.compliance) dates.compliance = evaluate_end(*effect.compliance, "compliance");
  }

  const model::Rulebook& rulebook_;
  std::vector<Diagnostic>& found_;
  ResolvedDates dates_;
  std::vector<Visit> visits_;
};

}  // namespace

ResolvedDates resolve_dates(const model::Rulebook& rulebook, std::vector<Diagnostic>& found) {
  return Resolver(rulebook, found).all();
}

}  // namespace inforce::timeline
