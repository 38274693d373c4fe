// What is answered: the status of each measure, with the events that made it so and where they are cited.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "inforce/date.h"
#include "inforce/query.h"
#include "inforce/status.h"
#include "inforce/timeline.h"

namespace inforce {

/// A value of an attribute: a number is a number, a flag a boolean, all else text.
using Value = std::variant<std::string, double, bool>;
using Attributes = std::map<std::string, Value>;

/// One step of an explanation (S26), read off what was compiled.
struct Reason {
  std::string kind;   ///< Such as `imposed`, `suspended`, `extended`, `not-ended`, `inexact-date`, `time-of-day`.
  std::string text;   ///< One sentence for a person.
  std::string event;  ///< The event that did it, or empty.
  std::string place;  ///< `path:line:column` of what says so, or empty.
  std::vector<std::string> sources;  ///< Ids of the sources that the event cites.
};

/// A run of moments within the day asked about, and the status there (S13).
struct Within {
  Bound from;
  Bound before;
  Status status = Status::not_yet;
};

/// One measure in an answer about a day or a moment.
struct Finding {
  std::string id;
  std::string title;
  std::string jurisdiction;
  std::string kind;  ///< Such as `licence-requirement`; `authorization` for those.
  Force force = Force::binding;
  bool authorization = false;
  Status status = Status::not_yet;
  std::optional<Bound> since;   ///< First bound of the spell, of the coming one where pending; empty: not known.
  std::optional<Bound> before;  ///< The spell ends before this; empty: no end.
  std::optional<Date> through;  ///< Its last day, for people.
  Attributes attributes;
  std::string evidence;  ///< `official` or `reported`: the weakest of what it rests on.
  std::vector<Reason> reasons;
  std::vector<std::string> missing;  ///< Facts that would decide.
  std::vector<std::string> by;       ///< Events that imposed, extended, amended or suspended it so far, in order.
  std::vector<std::string> sources;
  std::vector<Within> within;
  struct Next {
    Bound at;
    Status status = Status::ended;
  };
  std::optional<Next> next;  ///< What it becomes next, as far as is written.
};

/// The run of days or moments around the time asked about in which the answer stays the same; open ends are empty.
struct Stable {
  std::optional<Bound> from;
  std::optional<Bound> before;
};

struct Coverage {
  std::string regime;
  std::string title;
  Date from{};
  Date reviewed{};
};

struct OnAnswer {
  std::optional<Verdict> verdict;  ///< Empty where no facts are given.
  std::optional<Verdict> could_be;
  std::vector<Finding> restrictions;
  std::vector<Finding> authorizations;
  Stable stable;
};

/// A maximal run of one state. `from` and `before` are half-open and exact (S5).
struct Interval {
  std::optional<Bound> from;    ///< Empty: an open beginning.
  std::optional<Bound> before;  ///< Empty: no end.
  std::optional<Date> through;  ///< Last day, for people.
  std::string state;            ///< `in-force`, `grace` or `suspended`.
  bool certain = true;
  Attributes attributes;
  std::vector<std::string> by;
};

struct WhenAnswer {
  std::string id;
  std::string title;
  std::vector<std::string> parts;  ///< Where the measure is a whole: its parts, which have the spells (S1).
  std::vector<Interval> intervals;
  bool announced = false;  ///< An event imposes it; with no interval it was announced and never in force (S11).
  std::vector<std::string> sources;
};

struct WhyAnswer {
  Finding finding;
  Stable stable;
};

struct Change {
  std::string id;
  std::string title;
  Status from = Status::not_yet;
  Attributes from_attributes;
  Status to = Status::not_yet;
  Attributes to_attributes;
  std::vector<std::string> by;  ///< Events that made the difference, where known.
};
struct DiffAnswer {
  std::vector<Change> changes;
};

struct EventRow {
  std::string id;
  std::string title;
  std::string date;   ///< As written: an inexact date stays inexact.
  std::string known;  ///< Empty: never, as far as is written (S9).
  std::string effective;
  std::string evidence;
  std::string jurisdiction;
  std::string authority;
  std::vector<std::string> sources;
  struct Effect {
    std::string effect;
    std::string measure;
  };
  std::vector<Effect> effects;
};
struct EventsAnswer {
  std::vector<EventRow> events;
};

struct Coming {
  Bound at;
  std::string id;
  std::string what;  ///< `effective`, `compliance`, `end`, `suspension`, `resumption`, `change`.
  std::vector<std::string> by;
  bool certain = true;  ///< In every completion (S15); else in some: the first or the last day on which it may come.
};
struct NextAnswer {
  std::vector<Coming> next;
};

/// A source as an answer cites it.
struct Citation {
  std::string id;
  std::string title;
  std::string publisher;
  std::string date;
  std::string cite;
  std::string url;
  std::string kind;
};

/// The answer to one question, with all that is needed to check it (S26, S27).
struct Answer {
  Query query;
  std::variant<OnAnswer, WhenAnswer, WhyAnswer, DiffAnswer, EventsAnswer, NextAnswer> content;
  std::vector<Citation> citations;  ///< Every source named in the content, by id.
  std::vector<Coverage> coverage;
  bool projected = false;  ///< The time asked about lies after the last review (S23).
  std::string digest;
  std::string engine_version;
  std::string tzdata_version;
};

/// Answers `query`. Errors: an unknown id (with suggestions), a question that lacks what its kind needs.
[[nodiscard]] Checked<Answer> answer(const Timeline& timeline, const Query& query);

}  // namespace inforce
