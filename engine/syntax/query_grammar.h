// The language of questions: one line of text to its words with spans. Boost.Spirit X3 stays in query_grammar.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inforce/diagnostic.h"

namespace inforce::syntax {

/// A word of a question and where it stands.
struct Phrase {
  std::string text;
  Span span;
};

/// `known 2025-04-12`, `with item=H20, destination=CN`, `all`: a word and what it takes.
struct Clause {
  Phrase word;
  Phrase value;  ///< Empty for `all` and `with`.
  Phrase date;   ///< `assume ID=DATE`: the day; else empty.
  std::vector<std::pair<Phrase, Phrase>> facts;
};

/// `on 2025-04-12 …`, `when ID …`, `diff 2025-04-08 2025-04-09 …`: a verb, what it takes, and clauses in any order.
struct Question {
  Phrase verb;
  std::vector<Phrase> objects;
  std::vector<Clause> clauses;
};

/// Reads a question. `where` is the place of `text`, byte for byte. Dates and ids are words still; whether a clause
/// goes with the verb is not asked here.
[[nodiscard]] std::optional<Question> parse_question(std::string_view text, Span where, std::vector<Diagnostic>& found);

/// Reads facts alone, such as `item=H20, end_user="Acme, Inc."`. With any error, none.
[[nodiscard]] std::vector<std::pair<Phrase, Phrase>> parse_facts(std::string_view text, Span where,
                                                                 std::vector<Diagnostic>& found);

}  // namespace inforce::syntax
