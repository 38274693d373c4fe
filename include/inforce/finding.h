// One measure in an answer: its status, the bounds of its spell, and the proof of both.
//
// All types are plain values; any thread may use them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inforce/date.h"
#include "inforce/status.h"
#include "inforce/value.h"

namespace inforce {

/// One step of an explanation (S26), read off what was compiled. Steps that it follows from stand below it: the reasons
/// of a finding are a proof tree.
struct Reason {
  std::string kind;   ///< Such as `imposed`, `ended`, `scope`, `test`, `member`, `released`, `inexact-date`.
  std::string text;   ///< One sentence for a person.
  std::string event;  ///< The event that did it, or empty.
  std::string place;  ///< `path:line:column` of what says so, or empty.
  std::vector<std::string> sources;  ///< Ids of the sources that the event cites.
  std::vector<Reason> because;       ///< What it follows from, in order.
};

/// A listed party through whose membership a scope is met, and what its listing says of it alone.
struct Member {
  std::string id;  ///< `group/member`.
  std::string title;
  Attributes attributes;  ///< Those of its own, such as the review policy for this party.
  std::string note;

  friend bool operator==(const Member&, const Member&) = default;
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
  std::vector<Member> members;  ///< Listed parties that the scope is met by.
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

}  // namespace inforce
