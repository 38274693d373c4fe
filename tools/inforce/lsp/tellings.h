// What is known of things with names, as Markdown for people.
#pragma once

#include <string>

#include "tools/inforce/lsp/dates.h"
#include "tools/inforce/lsp/workspace.h"

namespace inforce::lsp {

/// What is asked about: the rules as they last were without error, and the day on which members are told.
struct Asked {
  const Good& good;
  const RuleIndex& index;
  Date day;
  std::string day_of;  ///< Whose day it is: `today`, or the id of an event.
};

/// Empty where the rules, as they last were without error, have no such thing.
[[nodiscard]] std::string telling(const Asked& asked, const Symbol& symbol);

/// The sentence of a key, the words that it takes, and what it is of.
[[nodiscard]] std::string telling(const Place& place);

/// The title of a code and what its page says first; empty where there is no such code.
[[nodiscard]] std::string telling_of_code(std::string_view word);

}  // namespace inforce::lsp
