// Examples of answers, as the `tests` of rule files tell them. They say nothing of law and are no part of the digest.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inforce/date.h"
#include "inforce/source.h"
#include "inforce/status.h"
#include "inforce/value.h"

namespace inforce::model {

struct Event;
struct Measure;

/// The measures that are to have one status; of a whole, its parts. How a list is read is told in query/examples.h.
struct ExpectedStatus {
  Status status = Status::applies;
  std::vector<Id<Measure>> measures;  ///< In order of id.
  Span span;                          ///< Of the key.
};

/// Attributes that a measure is to have, among others.
struct ExpectedAttributes {
  Id<Measure> measure;
  Attributes attributes;
  Span span;  ///< Of the id.
};

/// One interval of a measure, half-open. Attributes count where they are given.
struct ExpectedInterval {
  std::optional<When> from;    ///< Empty: an open beginning.
  std::optional<When> before;  ///< Empty: no end.
  std::string state;
  bool certain = true;
  std::optional<Attributes> attributes;
  Span span;
};

/// What an answer must say. What is empty is not looked at.
struct Expectation {
  std::optional<Verdict> verdict;
  std::optional<std::optional<Verdict>> could_be;    ///< An empty verdict inside: there must be none.
  std::vector<ExpectedStatus> statuses;              ///< One for each status that is told, in order of `Status`.
  std::vector<Id<Measure>> not_applies;              ///< Must neither apply nor may.
  std::vector<ExpectedAttributes> attributes;        ///< In the order of the file.
  std::optional<std::vector<std::string>> policies;  ///< Exactly these, sorted.
  std::optional<std::vector<std::string>> missing;   ///< Exactly these facts, sorted.
  std::optional<std::vector<ExpectedInterval>> intervals;
};

/// A question and what its answer must say: about a day or moment (`on`), or about a measure's intervals (`when`).
struct Example {
  std::string name;
  std::optional<When> on;
  std::optional<Id<Measure>> when;
  std::optional<When> known;
  Facts facts;
  std::vector<std::pair<Id<Event>, std::optional<When>>> assume;  ///< With the day that its date is taken to be.
  std::vector<Id<Event>> without;
  bool official_only = false;
  Expectation expect;
  Span span;  ///< Of the name's value.
};

}  // namespace inforce::model
