// What is answered to each kind of question, with the coverage of the rules and where all of it is cited.
//
// All types are plain values; any thread may use them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "inforce/event_row.h"
#include "inforce/finding.h"
#include "inforce/query.h"
#include "inforce/timeline.h"

namespace inforce {

/// A regime that the rules cover (S23).
struct Coverage {
  std::string regime;
  std::string title;
  Date from{};
  Date reviewed{};
  std::string scope;         ///< Canonical text; empty: every case.
  std::string review_every;  ///< As written, or empty.
  std::string note;
  std::string covers;                ///< The case asked about: `yes`, `no`, `depends`; empty without facts.
  std::vector<std::string> missing;  ///< Facts on which that depends.
};

/// Facts that follow from an item of the catalogue (S18).
struct Derived {
  std::string attribute;
  std::vector<std::string> values;
  std::string item;
};

/// Restrictions of several jurisdictions that meet on one case.
struct Conflict {
  enum class Kind : std::uint8_t {
    opposite_conduct,  ///< One requires the conduct that the other forbids.
    both_restrict      ///< They restrict one item.
  };
  struct Side {
    std::string id;
    std::string title;
    std::string jurisdiction;
    Force force = Force::binding;
  };
  Kind kind = Kind::both_restrict;
  std::vector<Side> sides;         ///< Of opposite conduct two: the one that requires it, then the one that forbids it.
  std::string conduct;             ///< Of opposite conduct: which.
  std::vector<std::string> items;  ///< Of `both_restrict`: the items meant.
  bool certain = true;             ///< All apply; else one of them may apply only.
  std::optional<Bound> from;       ///< Of the period in which they do, half-open; empty: open. `on` gives none.
  std::optional<Bound> before;
};

struct OnAnswer {
  std::optional<Verdict> verdict;  ///< Empty where no facts are given.
  std::optional<Verdict> could_be;
  std::vector<std::string> policies;  ///< Licence review policies of what the verdict rests on (S22).
  std::vector<std::string> missing;   ///< Facts that would decide the verdict or what it could be.
  std::vector<std::string> deciding;  ///< Inexact dates that would decide it, each as one sentence.
  std::vector<Finding> restrictions;
  std::vector<Finding> authorizations;
  std::vector<Conflict> conflicts;
  Stable stable;
};

/// A maximal run of one state. `from` and `before` are half-open and exact (S5).
struct Interval {
  std::optional<Bound> from;    ///< Empty: an open beginning.
  std::optional<Bound> before;  ///< Empty: no end.
  std::optional<Date> through;  ///< Last day, for people.
  std::optional<Date> first;    ///< First day, for people: that of `from` in the zone of the measure.
  std::string state;            ///< `in-force`, `grace` or `suspended`.
  bool certain = true;
  Attributes attributes;
  std::string evidence;  ///< The weakest of what it rests on: `official`, `reported` or `proposed`.
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

/// What lies nearest to a case in which the measure would apply.
struct Near {
  std::string attribute;            ///< The one fact that would have to differ; empty: the day.
  std::vector<std::string> wanted;  ///< Tests on that fact that the scope makes, such as `destination in (CN, HK)`.
  std::optional<Bound> at;          ///< The nearest day or moment at which it applies, before or after.
  std::int64_t days = 0;            ///< Days from the time asked about to it; negative: it lies before.
};

/// A restriction that applied, or may have, where the one asked about did not.
struct Instead {
  std::string id;
  std::string title;
  std::string kind;
  Status status = Status::applies;
};

struct WhyAnswer {
  Finding finding;
  std::vector<Near> near;        ///< Where it does not apply: how near it was.
  std::vector<Instead> instead;  ///< Where it does not apply: what did, most severe first. Without facts, nothing.
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

struct CoverageAnswer {
  std::vector<Coverage> regimes;  ///< All of them, by id.
};

struct ConflictsAnswer {
  std::vector<Conflict> conflicts;  ///< In order of their beginning.
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
  std::variant<OnAnswer, WhenAnswer, WhyAnswer, DiffAnswer, EventsAnswer, NextAnswer, CoverageAnswer, ConflictsAnswer>
      content;
  std::vector<Derived> derived;     ///< Facts that the question does not give and that follow from it (S18).
  std::vector<std::string> notes;   ///< Doubts about the facts given, such as a name that is almost that of a member.
  std::vector<Citation> citations;  ///< Every source named in the content, by id.
  std::vector<Coverage> coverage;   ///< Regimes begun by the time asked about that cover the case, or may.
  bool states_coverage = false;     ///< The rules cover some regime; else nothing is ever clear.
  bool projected = false;           ///< The time asked about lies after the last review (S23).
  std::string digest;
  std::string engine_version;
  std::string tzdata_version;
};

/// Answers `query`. Errors: an unknown id (with suggestions), a question that lacks what its kind needs.
[[nodiscard]] Checked<Answer> answer(const Timeline& timeline, const Query& query);

}  // namespace inforce
