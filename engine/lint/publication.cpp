// What the gazette says of an event against what the event says: its days, its volumes, its dates.
#include <algorithm>
#include <set>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

using model::EventId;
using model::Field;
using model::SourceId;

/// A source that is older than this many days after the publication is taken for the gazette of that day, misdated; a
/// later one for a document that tells of it.
constexpr std::chrono::days same_document{31};

int year_of(Date day) { return calendar::parts_of(day).year; }

std::string name_of(const model::Gazette& gazette) { return gazette.title.empty() ? gazette.id : gazette.title; }

/// Why the gazette did not appear on `day`; empty where it did, or where that is not known.
std::string absence(const model::Rulebook& rules, const model::Gazette& gazette, Date day) {
  if (!gazette.calendar) return {};
  const calendar::BusinessCalendar& days = rules[*gazette.calendar].days;
  if (days.is_business_day(day).value_or(true)) return {};
  const std::string holiday = days.holiday_name(day);
  if (holiday == "closed") return {};  // Closed at short notice; the gazette may have been printed by then.
  std::string why = "on " + to_string(day) + ", a " + std::string(calendar::weekday_name(day));
  if (!holiday.empty()) why += " and " + holiday;
  return why;
}

void doubt_gazette_day(const model::Rulebook& rules, const model::Gazette& gazette, Days days, Span at,
                       std::vector<Diagnostic>& found) {
  const std::string why = days.exact() ? absence(rules, gazette, days.first) : std::string();
  if (why.empty()) return;
  found.push_back(diagnostics::make(codes::gazette_not_that_day, name_of(gazette) + " did not appear " + why, at,
                                    "give the day on which it was printed; if it did appear, put that day under `open` "
                                    "of its calendar"));
}

/// The sources of an event that are cited from a gazette.
std::vector<SourceId> gazettes_of(const Chronicle& chronicle, const model::Event& event) {
  std::vector<SourceId> cited;
  for (const SourceId source : event.sources) {
    if (chronicle.citation(source)) cited.push_back(source);
  }
  return cited;
}

std::string volume_words(const model::Rulebook& rules, const GazetteCitation& citation, SourceId source) {
  const std::string_view cite = rules[source].cite;
  return ticked(cite.substr(citation.begin, citation.end - citation.begin));
}

Span citation_span(const model::Rulebook& rules, const GazetteCitation& citation, SourceId source) {
  return part_of(rules, rules[source].cite_at, rules[source].cite, citation.begin, citation.end);
}

std::string volume_help(const GazetteCitation& citation, int year) {
  if (!citation.gazette->first_year || year < *citation.gazette->first_year) return {};
  return "the volume of " + std::to_string(year) + " is " + std::to_string(year - *citation.gazette->first_year + 1);
}

void doubt_year_of_source(const Chronicle& chronicle, SourceId source, std::vector<Diagnostic>& found) {
  const auto& citation = chronicle.citation(source);
  const auto days = chronicle.day(source);
  if (!citation || !citation->year || !days) return;
  const int year = *citation->year;
  if (year >= year_of(days->first) && year <= year_of(days->last)) return;
  const model::DateExpression& date = *chronicle.rules[source].date;
  Diagnostic one = diagnostics::make(codes::citation_of_other_year,
                                     volume_words(chronicle.rules, *citation, source) + " is of " +
                                         std::to_string(year) + ", but the source is dated " + ticked(date.text),
                                     citation_span(chronicle.rules, *citation, source),
                                     volume_help(*citation, year_of(days->first)));
  one.related.push_back({date.span, {}});
  found.push_back(std::move(one));
}

/// Where the one citation from a gazette has no date of its own, its volume must fit the day of the publication.
void doubt_year_of_event(const Chronicle& chronicle, EventId event, std::vector<Diagnostic>& found) {
  const auto published = chronicle.day(event, Field::published);
  const std::vector<SourceId> cited = gazettes_of(chronicle, chronicle.rules[event]);
  if (!published || cited.size() != 1 || chronicle.day(cited[0])) return;
  const auto& citation = chronicle.citation(cited[0]);
  if (!citation->year) return;
  const int year = *citation->year;
  if (year >= year_of(published->first) && year <= year_of(published->last)) return;
  const model::DateExpression& date = *written(chronicle.rules[event], Field::published);
  Diagnostic one = diagnostics::make(
      codes::citation_of_other_year,
      volume_words(chronicle.rules, *citation, cited[0]) + " is of " + std::to_string(year) + ", but " +
          ticked(chronicle.rules[event].id) + " was published in " + std::to_string(year_of(published->first)),
      date.span, "if the source is a later document that tells of it, give the source its `date`");
  one.related.push_back({citation_span(chronicle.rules, *citation, cited[0]), {}});
  found.push_back(std::move(one));
}

/// The cited document of the gazette whose date is nearest to the day of the publication.
std::optional<SourceId> nearest(const Chronicle& chronicle, const model::Event& event, Date day) {
  std::optional<SourceId> best;
  std::chrono::days least{};
  for (const SourceId source : event.sources) {
    if (chronicle.rules[source].kind != "gazette") continue;
    const auto days = chronicle.day(source);
    if (!days) return std::nullopt;
    const auto distance = days->has(day) ? std::chrono::days{0} : std::max(days->first - day, day - days->last);
    if (best && distance >= least) continue;
    best = source;
    least = distance;
  }
  return best;
}

}  // namespace

void doubt_days_after_publication(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const auto published = chronicle.day({i}, Field::published);
    if (!published) continue;
    const model::Event& event = chronicle.rules.events[i];
    for (const Field field : {Field::date, Field::announced, Field::filed, Field::known}) {
      const auto days = chronicle.day({i}, field);
      if (!days || days->first <= published->last) continue;
      Diagnostic one = diagnostics::make(codes::after_publication,
                                         ticked(to_string(field)) + " is " + to_string(days->first) +
                                             ", after the event was published on " + to_string(published->last),
                                         written(event, field)->span,
                                         field == Field::date ? "the day from which it acts is `effective`" : "");
      one.related.push_back({written(event, Field::published)->span, {}});
      found.push_back(std::move(one));
    }
  }
}

void doubt_gazette_days(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  const model::Rulebook& rules = chronicle.rules;
  for (std::uint32_t i = 0; i < rules.sources.size(); ++i) {
    const auto days = chronicle.day(SourceId{i});
    const auto& citation = chronicle.citation({i});
    if (citation && days) doubt_gazette_day(rules, *citation->gazette, *days, rules.sources[i].date->span, found);
  }
  for (std::uint32_t i = 0; i < rules.events.size(); ++i) {
    const auto published = chronicle.day({i}, Field::published);
    std::set<const model::Gazette*> gazettes;
    for (const SourceId source : gazettes_of(chronicle, rules.events[i])) {
      gazettes.insert(chronicle.citation(source)->gazette);
    }
    if (!published || gazettes.size() != 1) continue;
    doubt_gazette_day(rules, **gazettes.begin(), *published, written(rules.events[i], Field::published)->span, found);
  }
}

void doubt_years_of_citations(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.sources.size(); ++i) doubt_year_of_source(chronicle, {i}, found);
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) doubt_year_of_event(chronicle, {i}, found);
}

void doubt_days_of_publication(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const model::Event& event = chronicle.rules.events[i];
    const auto published = chronicle.day({i}, Field::published);
    if (!published || !published->exact()) continue;
    const Date day = published->first;
    const auto source = nearest(chronicle, event, day);
    if (!source) continue;
    const Days days = *chronicle.day(*source);
    const model::DateExpression& date = *chronicle.rules[*source].date;
    const Span at = written(event, Field::published)->span;
    std::optional<Diagnostic> one;
    if (!days.has(day) && days.first <= day + same_document) {
      one = diagnostics::make(codes::published_elsewhere,
                              ticked(event.id) + " was published on " + to_string(day) +
                                  ", but the gazette cited is of " + ticked(date.text),
                              at, "give both the same day, or cite the document that was published that day");
    } else if (days.has(day) && !days.exact()) {
      one = diagnostics::make(codes::date_more_exact,
                              "`published` names a day, but the gazette cited is dated " + ticked(date.text), at,
                              "give the source its day, or write `published: " + date.text + "`");
    }
    if (!one) continue;
    one->related.push_back({date.span, {}});
    found.push_back(std::move(*one));
  }
}

}  // namespace inforce::lint
