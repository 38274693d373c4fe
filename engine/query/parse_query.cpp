// Questions in one line of text: words to a Query.
#include <algorithm>
#include <array>

#include "engine/diagnostics/report.h"
#include "engine/syntax/date_grammar.h"
#include "engine/syntax/query_grammar.h"
#include "inforce/query.h"

namespace inforce {

namespace {

using syntax::Clause;
using syntax::Phrase;
using syntax::Question;

struct Fitting {
  std::string_view verb;
  Ask ask;
  std::vector<std::string_view> clauses;
};

const std::array<Fitting, 8>& fittings() {
  static const std::array<Fitting, 8> all{{
      {"on", Ask::on, {"known", "with", "assume", "without", "evidence", "jurisdiction", "regime", "all"}},
      {"when", Ask::when, {"known", "with", "assume", "without", "evidence"}},
      {"why", Ask::why, {"on", "known", "with", "assume", "without", "evidence"}},
      {"diff", Ask::diff, {"on", "known", "with", "assume", "without", "evidence", "jurisdiction", "regime"}},
      {"events",
       Ask::events,
       {"from", "through", "authority", "touching", "known", "evidence", "jurisdiction", "regime"}},
      {"next", Ask::next, {"from", "known", "assume", "without", "evidence", "jurisdiction", "regime"}},
      {"coverage", Ask::coverage, {"on", "with", "known"}},
      {"conflicts", Ask::conflicts, {"from", "through", "known", "with", "assume", "without", "evidence"}},
  }};
  return all;
}

class Reading {
 public:
  explicit Reading(std::vector<Diagnostic>& found) : found_(found) {}

  Query query;

  void read(const Question& question) {
    const auto fitting = std::find_if(fittings().begin(), fittings().end(),
                                      [&](const Fitting& entry) { return entry.verb == question.verb.text; });
    query.ask = fitting->ask;
    read_objects(question);
    for (const auto& clause : question.clauses) {
      const auto& allowed = fitting->clauses;
      if (std::find(allowed.begin(), allowed.end(), clause.word.text) == allowed.end()) {
        say("`" + clause.word.text + "` does not go with `" + question.verb.text + "`", clause.word.span);
      } else {
        read_clause(clause);
      }
    }
  }

 private:
  void say(std::string message, Span at, std::string help = {}) {
    found_.push_back(diagnostics::make(codes::bad_question, std::move(message), at, std::move(help)));
  }

  std::optional<When> when(const Phrase& phrase) {
    const auto read = syntax::parse_day_or_moment(phrase.text, phrase.span, found_);
    if (!read) return std::nullopt;
    if (const auto* day = std::get_if<Date>(&*read)) return When::on_day(*day);
    return When::at(std::get<Moment>(*read));
  }

  void set_day(const Clause& clause, std::optional<Date>& day) {
    if (!once(clause, day.has_value())) return;
    const auto read = when(clause.value);
    if (read && !read->day) say("`" + clause.word.text + "` takes a day, not a moment", clause.value.span);
    if (read) day = read->day;
  }

  bool once(const Clause& clause, bool given) {
    if (given) say("`" + clause.word.text + "` stands twice", clause.word.span);
    return !given;
  }

  void read_objects(const Question& question) {
    if (query.ask == Ask::when || query.ask == Ask::why) {
      query.id = question.objects.front().text;
    } else if (query.ask == Ask::on) {
      query.on = when(question.objects.front());
    } else if (query.ask == Ask::diff && question.objects.empty()) {
      query.ask = Ask::diff_known;
    } else if (query.ask == Ask::diff) {
      query.on = when(question.objects.front());
      query.then = when(question.objects.back());
    }
  }

  void read_known(const Clause& clause) {
    if (query.ask == Ask::diff_known && query.known) {
      if (once(clause, query.known_then.has_value())) query.known_then = when(clause.value);
    } else if (once(clause, query.known.has_value())) {
      query.known = when(clause.value);
    }
  }

  void read_text(const Clause& clause, std::string& text) {
    if (once(clause, !text.empty())) text = clause.value.text;
  }

  void read_clause(const Clause& clause) {
    const auto& word = clause.word.text;
    if (word == "known") read_known(clause);
    if (word == "on") {
      if (query.ask == Ask::diff) {
        say("`on` does not go with two days", clause.word.span);
      } else if (once(clause, query.on.has_value())) {
        query.on = when(clause.value);
      }
    }
    if (word == "from") set_day(clause, query.from);
    if (word == "through") set_day(clause, query.through);
    if (word == "authority") read_text(clause, query.authority);
    if (word == "touching") read_text(clause, query.id);
    if (word == "assume") {
      query.assume.push_back({clause.value.text, clause.date.text.empty() ? std::optional<When>{} : when(clause.date)});
    }
    if (word == "jurisdiction") query.jurisdictions.push_back(clause.value.text);
    if (word == "regime") query.regimes.push_back(clause.value.text);
    if (word == "without") query.without.push_back(clause.value.text);
    if (word == "evidence") query.official_only = true;
    if (word == "all") query.all = true;
    for (const auto& [name, value] : clause.facts) query.facts[name.text].push_back(value.text);
  }

  std::vector<Diagnostic>& found_;
};

}  // namespace

std::string to_string(const Assumption& assumption) {
  return assumption.on ? assumption.event + "=" + to_string(*assumption.on) : assumption.event;
}

Checked<Facts> parse_facts(std::string_view text, Sources& sources) {
  const auto file = sources.add("facts", std::string(text));
  const auto kept = sources.text(file);
  std::vector<Diagnostic> found;
  Facts facts;
  for (const auto& [name, value] :
       syntax::parse_facts(kept, {file, 0, static_cast<std::uint32_t>(kept.size())}, found)) {
    facts[name.text].push_back(value.text);
  }
  if (!found.empty()) return found;
  return facts;
}

Checked<Query> parse_query(std::string_view text, Sources& sources) {
  const auto file = sources.add("question", std::string(text));
  const auto kept = sources.text(file);
  std::vector<Diagnostic> found;
  const auto question = syntax::parse_question(kept, {file, 0, static_cast<std::uint32_t>(kept.size())}, found);
  Reading reading(found);
  if (question) reading.read(*question);
  if (!found.empty()) return found;
  return std::move(reading.query);
}

}  // namespace inforce
