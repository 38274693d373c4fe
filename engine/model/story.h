// What a timeline report shows, as the `timeline` of a file tells it. It selects and orders; it says nothing of law and
// is no part of the digest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inforce/date.h"
#include "inforce/source.h"
#include "inforce/value.h"

namespace inforce::model {

struct Event;
struct Measure;

/// A row of the picture: measures as bars, events as marks.
struct Lane {
  std::string title;
  std::vector<Id<Measure>> measures;  ///< In the order of the file; a whole stands for its parts.
  std::vector<Id<Event>> events;
  std::string note;  ///< Markdown.
  Span span;         ///< Of the title.
};

/// The definition of one report. Where nothing is selected, all is.
struct Story {
  std::string title;
  std::string question;                    ///< In words, for the reader; or empty.
  Facts facts;                             ///< The case; without any, all cases.
  std::vector<Id<Measure>> measures;       ///< Selected by name; a group is its members.
  std::vector<std::string> regimes;        ///< Selected: all measures and events of these.
  std::vector<std::string> jurisdictions;  ///< Selected: all measures and events of these.
  std::vector<Id<Event>> events;           ///< Selected by name, besides those that touch a selected measure.
  std::optional<Date> from;                ///< The first day shown; empty: that of the first thing selected.
  std::optional<Date> through;             ///< The last day shown.
  std::optional<When> on;                  ///< The day or moment that is marked.
  std::optional<When> known;
  std::vector<Lane> lanes;  ///< In the order of the file; what is selected and in no lane comes after them.
  std::vector<Id<Measure>> without_measures;
  std::vector<Id<Event>> without_events;
  std::string notes;  ///< Markdown, by the author.
  std::string note;
  Span span;  ///< Of the title.
};

}  // namespace inforce::model
