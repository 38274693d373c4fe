// Events as answers and reports tell them.
//
// All types are plain values; any thread may use them.
#pragma once

#include <string>
#include <vector>

#include "inforce/value.h"

namespace inforce {

/// A date by its key, as it stands in the file.
struct Written {
  std::string key;
  std::string text;
};

/// What is told of one event.
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
    std::string title;           ///< Of the measure; of a member of a group its first name.
    std::string group;           ///< Of a member of a group: the title of the group.
    bool of_suspension = false;  ///< What is extended is the suspension.
    std::vector<Written> dates;  ///< `effective`, `through`, `before` and `compliance`, those that are given.
    Attributes attributes;       ///< What it sets.
    std::string scope;           ///< The scope from then on, or empty.
  };
  std::vector<Effect> effects;
  std::string authority_name;
  std::vector<Written> dates;  ///< `date`, `announced`, `filed`, `published`, `effective`, those that are given.
  bool retroactive = false;
  std::vector<std::string> retracts;
  std::string reason;  ///< Why it retracts, or empty.
  std::vector<std::string> supersedes;
  std::string quote;
  std::string note;
};

struct EventsAnswer {
  std::vector<EventRow> events;
};

}  // namespace inforce
