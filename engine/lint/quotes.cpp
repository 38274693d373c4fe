// The days that quotes name against the days that dates say.
#include <algorithm>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

using calendar::DayRange;
using model::EventId;
using model::Field;
using model::SourceId;

bool meet(DayRange quoted, Days days) { return quoted.first <= days.last && days.first <= quoted.last; }

bool fits(const Mention& mention, const std::vector<Days>& all) {
  return std::any_of(all.begin(), all.end(), [&](Days days) { return meet(mention.days, days); });
}

bool one_fits(std::span<const Mention> quoted, const std::vector<Days>& all) {
  return std::any_of(quoted.begin(), quoted.end(), [&](const Mention& mention) { return fits(mention, all); });
}

std::string words_of(std::string_view quote, const Mention& mention) {
  std::string words(quote.substr(mention.begin, mention.end - mention.begin));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return ticked(words);
}

Span span_of(const model::Rulebook& rules, Span at, const std::string& quote, const Mention& mention) {
  return part_of(rules, at, quote, mention.begin, mention.end);
}

/// What a quote of the event, or of a source that it cites, says of days.
struct Quoted {
  Mention mention;
  Span at;
};

std::vector<Quoted> quoted_for(const Chronicle& chronicle, EventId id) {
  const model::Event& event = chronicle.rules[id];
  std::vector<Quoted> all;
  for (const Mention& one : chronicle.quoted(id)) {
    all.push_back({one, span_of(chronicle.rules, event.quote_at, event.quote, one)});
  }
  for (const SourceId source : event.sources) {
    const model::Source& from = chronicle.rules[source];
    for (const Mention& one : chronicle.quoted(source)) {
      all.push_back({one, span_of(chronicle.rules, from.quote_at, from.quote, one)});
    }
  }
  return all;
}

/// Whether `day` is another date of the event, or of one that cites the same source.
bool is_told(const Chronicle& chronicle, EventId id, Date day) {
  const std::vector<Days> own = chronicle.all_days(id);
  if (std::any_of(own.begin(), own.end(), [day](Days days) { return days.exact() && days.first == day; })) return true;
  const auto& sources = chronicle.rules[id].sources;
  return std::any_of(sources.begin(), sources.end(), [&](SourceId source) { return chronicle.tells(source, day); });
}

void doubt_inexact(const Chronicle& chronicle, EventId id, const model::DateExpression& date, std::string_view name,
                   std::vector<Diagnostic>& found) {
  const auto* days = std::get_if<calendar::WrittenDay>(&date.anchor);
  if (days == nullptr || !date.terms.empty() || days->unknown || days->exact()) return;
  for (const Quoted& quoted : quoted_for(chronicle, id)) {
    const Date day = quoted.mention.days.first;
    const bool within = std::any_of(days->runs.begin(), days->runs.end(),
                                    [day](DayRange run) { return run.first <= day && day <= run.last; });
    // A bound that is written as a day comes from somewhere, most likely from there.
    const bool bound = date.text.find(to_string(day)) != std::string::npos;
    if (!quoted.mention.exact() || !within || bound || is_told(chronicle, id, day)) continue;
    Diagnostic one =
        diagnostics::make(codes::quote_more_exact,
                          ticked(name) + " is " + ticked(date.text) + ", but a quote gives " + ticked(to_string(day)),
                          date.span, "give the day, or quote the words that leave it open");
    one.related.push_back({quoted.at, "the day"});
    found.push_back(std::move(one));
    return;
  }
}

/// A day in a month that a quote gives without a day.
const Quoted* month_of(const std::vector<Quoted>& quoted, Date day) {
  const auto it = std::find_if(quoted.begin(), quoted.end(), [day](const Quoted& one) {
    return one.mention.days.first <= day && day <= one.mention.days.last;
  });
  return it == quoted.end() ? nullptr : &*it;
}

bool has_exact(const std::vector<Quoted>& quoted) {
  return std::any_of(quoted.begin(), quoted.end(), [](const Quoted& one) { return one.mention.exact(); });
}

/// Whether a source has a day of its own in those days: it was there and can tell.
bool is_dated_within(const Chronicle& chronicle, EventId id, DayRange days) {
  const auto& sources = chronicle.rules[id].sources;
  return std::any_of(sources.begin(), sources.end(), [&](SourceId source) {
    const auto date = chronicle.day(source);
    return date && date->exact() && days.first <= date->first && date->first <= days.last;
  });
}

}  // namespace

void doubt_quoted_days(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  const model::Rulebook& rules = chronicle.rules;
  for (std::uint32_t i = 0; i < rules.events.size(); ++i) {
    const model::Event& event = rules.events[i];
    const auto quoted = chronicle.quoted(EventId{i});
    // Who only speaks of what others will do names their days, not its own.
    if (event.effects.empty() || quoted.empty() || one_fits(quoted, chronicle.all_days({i}))) continue;
    found.push_back(diagnostics::make(
        codes::quote_of_other_date,
        "the quote gives " + words_of(event.quote, quoted[0]) + ", which is no date of " + ticked(event.id),
        span_of(rules, event.quote_at, event.quote, quoted[0]),
        "one of the dates is not what the source says, or these words are about another"));
  }
  for (std::uint32_t i = 0; i < rules.sources.size(); ++i) {
    const model::Source& source = rules.sources[i];
    const auto quoted = chronicle.quoted(SourceId{i});
    const auto citing = chronicle.citing({i});
    const bool told = std::any_of(citing.begin(), citing.end(), [&](EventId event) {
      return rules[event].effects.empty() || one_fits(quoted, chronicle.all_days(event));
    });
    if (quoted.empty() || citing.empty() || told) continue;
    found.push_back(
        diagnostics::make(codes::quote_of_other_date,
                          "the quote gives " + words_of(source.quote, quoted[0]) +
                              ", which is no date of any event that cites " + ticked(source.id),
                          span_of(rules, source.quote_at, source.quote, quoted[0]),
                          "one of the dates is not what the source says, or these words are about another"));
  }
}

void doubt_inexact_days(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const model::Event& event = chronicle.rules.events[i];
    for (std::size_t field = 0; field < model::field_count; ++field) {
      if (event.dates[field]) {
        doubt_inexact(chronicle, {i}, *event.dates[field], to_string(static_cast<Field>(field)), found);
      }
    }
    for (const model::EffectId id : event.effects) {
      const model::Effect& effect = chronicle.rules[id];
      if (effect.effective) doubt_inexact(chronicle, {i}, *effect.effective, "effective", found);
      if (effect.through) doubt_inexact(chronicle, {i}, *effect.through, "through", found);
      if (effect.before) doubt_inexact(chronicle, {i}, *effect.before, "before", found);
      if (effect.compliance) doubt_inexact(chronicle, {i}, *effect.compliance, "compliance", found);
    }
  }
}

void doubt_exact_days(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (std::uint32_t i = 0; i < chronicle.rules.events.size(); ++i) {
    const EventId id{i};
    const auto date = chronicle.day(id, Field::date);
    if (!date || !date->exact()) continue;
    const std::vector<Quoted> quoted = quoted_for(chronicle, id);
    const Quoted* month = has_exact(quoted) ? nullptr : month_of(quoted, date->first);
    if (month == nullptr || is_dated_within(chronicle, id, month->mention.days)) continue;
    const std::string text = to_string(month->mention.days.first).substr(0, 7);
    Diagnostic one =
        diagnostics::make(codes::date_more_exact, "`date` names a day, but what is quoted gives the month alone",
                          written(chronicle.rules[id], Field::date)->span,
                          "write `date: " + text + "`, or quote the words that give the day");
    one.related.push_back({month->at, "the month"});
    found.push_back(std::move(one));
  }
}

}  // namespace inforce::lint
