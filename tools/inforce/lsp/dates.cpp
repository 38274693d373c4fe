#include "tools/inforce/lsp/dates.h"

#include "engine/calendar/day.h"

namespace inforce::lsp {

namespace {

using calendar::WrittenDay;

constexpr std::string_view end_of_effect(const model::Effect& effect) { return effect.through ? "through" : "before"; }

std::optional<Days> days_of(const timeline::ResolvedDates& dates, const timeline::MovingDate& date,
                            const calendar::Zone& zone) {
  if (date.moment) {
    const auto day = zone.day_of(*date.moment);
    return Days{day, day};
  }
  if (!date.variable) return Days{date.day, date.day};
  const auto& runs = dates.variables[*date.variable].runs;
  if (runs.empty()) return std::nullopt;
  return Days{timeline::moved(runs.front().first, date.steps), timeline::moved(runs.back().last, date.steps)};
}

}  // namespace

ResolvedDays::ResolvedDays(const model::Rulebook& rules) {
  std::vector<Diagnostic> ignored;
  dates_ = timeline::resolve_dates(rules, ignored);
  for (std::uint32_t i = 0; i < rules.events.size(); ++i) {
    const auto& event = rules.events[i];
    for (std::size_t f = 0; f < model::field_count; ++f) {
      if (!event.dates[f]) continue;
      const auto name = std::string(to_string(static_cast<model::Field>(f)));
      add({event.id, "", name, event.dates[f]->text}, dates_.events[i][f], event.zone);
    }
  }
  for (std::uint32_t i = 0; i < rules.effects.size(); ++i) {
    const auto& effect = rules.effects[i];
    const auto& event = rules[effect.event];
    const auto& measure = rules[effect.named];
    const auto put = [&](std::string_view key, const std::optional<model::DateExpression>& written,
                         const std::optional<timeline::MovingDate>& date) {
      if (!written) return;
      const auto& named = measure.group.empty() ? measure.id : measure.group;
      add({event.id, named, std::string(key), written->text}, date, event.zone);
      if (!measure.group.empty()) add({event.id, measure.id, std::string(key), written->text}, date, event.zone);
    };
    put("effective", effect.effective, dates_.effects[i].at);
    put(end_of_effect(effect), effect.through ? effect.through : effect.before, dates_.effects[i].end);
    put("compliance", effect.compliance, dates_.effects[i].compliance);
  }
}

void ResolvedDays::add(Key key, const std::optional<timeline::MovingDate>& date, const calendar::Zone& zone) {
  const auto days = date ? days_of(dates_, *date, zone) : std::nullopt;
  const auto [at, fresh] = days_.try_emplace(std::move(key), days);
  if (!fresh && at->second != days) at->second.reset();
}

std::optional<Days> ResolvedDays::find(const Place& place, const std::string& canonical_text) const {
  const auto found = days_.find(
      {std::string(place.event), std::string(place.measure), std::string(place.entry->key.text), canonical_text});
  return found == days_.end() ? std::nullopt : found->second;
}

std::optional<WrittenDate> date_at(const Place& place, const ResolvedDays* resolved) {
  const auto& value = place.entry->value;
  if (place.field == nullptr || place.field->shape != check::Shape::date || !value.is_scalar() || !value.verbatim) {
    return std::nullopt;
  }
  std::vector<Diagnostic> ignored;
  auto expression = syntax::parse_date(value.text, value.content, ignored);
  if (!expression) return std::nullopt;
  WrittenDate date{std::move(*expression), std::nullopt};
  const auto* written = std::get_if<WrittenDay>(&date.expression.anchor);
  if (written != nullptr && date.expression.plain() && !written->runs.empty()) {
    date.days = Days{written->first(), written->last()};
  } else if (std::holds_alternative<Moment>(date.expression.anchor)) {
    // The clock on the wall there: a moment is written with the day that it has in its own zone.
    if (const auto day = calendar::read_day(std::string_view(value.text).substr(0, 10))) date.days = Days{*day, *day};
  } else if (resolved != nullptr) {
    date.days = resolved->find(place, date.expression.text);
  }
  return date;
}

std::string short_weekday(Date day) { return std::string(calendar::weekday_name(day).substr(0, 3)); }

std::string day_with_weekday(Date day) {
  if (day == calendar::open_past() || day == calendar::open_future()) return "…";
  return to_string(day) + " " + short_weekday(day);
}

}  // namespace inforce::lsp
