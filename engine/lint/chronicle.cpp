#include "engine/lint/chronicle.h"

#include <algorithm>

namespace inforce::lint {

using model::EventId;
using model::Field;
using model::SourceId;

namespace {

/// The days of a resolved date; a moment is the day on which it falls in `zone`.
std::optional<Days> days_of(const std::optional<timeline::MovingDate>& date,
                            const std::vector<timeline::Variable>& variables, const calendar::Zone& zone) {
  if (!date) return std::nullopt;
  if (date->moment) {
    const Date day = zone.day_of(*date->moment);
    return Days{day, day};
  }
  if (!date->variable) return Days{date->day, date->day};
  const timeline::Variable& variable = variables[*date->variable];
  if (variable.unknown) return Days{calendar::open_past(), calendar::open_future()};
  const std::span<const timeline::Step> steps(date->steps);
  return Days{timeline::moved(variable.runs.front().first, steps), timeline::moved(variable.runs.back().last, steps)};
}

/// The day after the last one, or the last one, whichever is not written.
std::optional<Days> beside_end(const EffectDays& effect) {
  if (!effect.end) return std::nullopt;
  const std::chrono::days step{effect.end_is_last ? 1 : -1};
  return Days{effect.end->first + step, effect.end->last + step};
}

std::optional<GazetteCitation> citation_of(const model::Rulebook& rules, const model::Source& source) {
  if (source.cite.empty() || source.kind == "press" || source.kind == "filing") return std::nullopt;
  for (const model::Gazette& gazette : rules.gazettes) {
    const auto found = syntax::find_citation(gazette.citation, source.cite);
    if (!found) continue;
    GazetteCitation citation{&gazette, found->year, found->begin, found->end};
    if (found->volume && gazette.first_year) citation.year = *gazette.first_year + *found->volume - 1;
    return citation;
  }
  return std::nullopt;
}

}  // namespace

Chronicle::Chronicle(const model::Rulebook& of) : rules(of) {
  std::vector<Diagnostic> reported_by_compile;
  const timeline::ResolvedDates dates = timeline::resolve_dates(rules, reported_by_compile);
  read_events(dates);
  read_effects(dates);
  read_sources();
  gather_told_days();
}

void Chronicle::read_events(const timeline::ResolvedDates& dates) {
  citing_.resize(rules.sources.size());
  for (std::uint32_t i = 0; i < rules.events.size(); ++i) {
    const model::Event& event = rules.events[i];
    FieldDays& days = events_.emplace_back();
    for (std::size_t field = 0; field < model::field_count; ++field) {
      if (event.dates[field]) days[field] = days_of(dates.events[i][field], dates.variables, event.zone);
    }
    event_quotes_.push_back(mentions_in(event.quote));
    for (const SourceId source : event.sources) citing_[source.value].push_back({i});
  }
}

void Chronicle::read_effects(const timeline::ResolvedDates& dates) {
  for (std::size_t i = 0; i < rules.effects.size(); ++i) {
    const calendar::Zone& zone = rules[rules.effects[i].event].zone;
    const timeline::EffectDates& of = dates.effects[i];
    effects_.push_back({days_of(of.at, dates.variables, zone), days_of(of.end, dates.variables, zone),
                        of.end_is_through, days_of(of.compliance, dates.variables, zone)});
  }
}

void Chronicle::read_sources() {
  for (const model::Source& source : rules.sources) {
    citations_.push_back(citation_of(rules, source));
    source_quotes_.push_back(mentions_in(source.quote));
  }
}

void Chronicle::gather_told_days() {
  told_.resize(rules.sources.size());
  for (std::uint32_t i = 0; i < rules.sources.size(); ++i) {
    if (source_quotes_[i].empty()) continue;
    for (const EventId event : citing_[i]) {
      for (const Days days : all_days(event)) {
        if (days.exact()) told_[i].push_back(days.first);
      }
    }
    std::sort(told_[i].begin(), told_[i].end());
  }
}

bool Chronicle::tells(SourceId source, Date day) const {
  const std::vector<Date>& days = told_[source.value];
  return std::binary_search(days.begin(), days.end(), day);
}

std::optional<Days> Chronicle::day(EventId event, Field field) const {
  return events_[event.value][static_cast<std::size_t>(field)];
}

std::optional<Days> Chronicle::day(SourceId source) const {
  const auto& date = rules[source].date;
  if (!date) return std::nullopt;
  const auto& days = std::get<calendar::WrittenDay>(date->anchor);
  if (days.unknown) return std::nullopt;
  return Days{days.first(), days.last()};
}

std::vector<Days> Chronicle::all_days(EventId event) const {
  std::vector<Days> all;
  const auto add = [&all](const std::optional<Days>& days) {
    if (days) all.push_back(*days);
  };
  for (const auto& days : events_[event.value]) add(days);
  for (const model::EffectId effect : rules[event].effects) {
    add(effects_[effect.value].at);
    add(effects_[effect.value].end);
    add(beside_end(effects_[effect.value]));
    add(effects_[effect.value].compliance);
  }
  return all;
}

const model::DateExpression* written(const model::Event& event, Field field) {
  const auto& date = event.dates[static_cast<std::size_t>(field)];
  return date ? &*date : nullptr;
}

bool is_marked(const model::DateExpression& date) {
  const auto* days = std::get_if<calendar::WrittenDay>(&date.anchor);
  return days != nullptr && days->mark != 0;
}

Span part_of(const model::Rulebook& rules, Span at, std::string_view text, std::size_t begin, std::size_t end) {
  if (rules.texts.text(at) != text) return at;
  return {at.file, at.begin + static_cast<std::uint32_t>(begin), at.begin + static_cast<std::uint32_t>(end)};
}

std::string ticked(std::string_view text) { return '`' + std::string(text) + '`'; }

}  // namespace inforce::lint
