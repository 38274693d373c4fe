#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

/// Two days, or one day and two states of knowledge; false where neither was asked for.
bool read_times(const Arguments& arguments, QuestionReader& read, Query& query) {
  const auto known = arguments.all("--known");
  if (arguments.words.size() == 2 && known.size() <= 1 && !arguments.has("--on")) {
    query.ask = Ask::diff;
    query.on = read.when(arguments.words.front());
    query.then = read.when(arguments.words.back());
    if (!known.empty()) query.known = read.when(known.front());
    return true;
  }
  if (!arguments.words.empty() || known.size() != 2 || !arguments.has("--on")) return false;
  query.ask = Ask::diff_known;
  query.on = read.when_option("--on");
  query.known = read.when(known.front());
  query.known_then = read.when(known.back());
  return true;
}

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  if (!read_times(arguments, read, query)) {
    wrong_usage("`diff` takes two days, or two states of knowledge and a day",
                "such as `diff 2025-04-08 2025-04-09` or `diff --known 2025-04-12 --known 2025-04-15 --on 2025-04-12`",
                environment);
    return std::nullopt;
  }
  return read.finished(std::move(query));
}

}  // namespace

const Command& diff_command() {
  static const Command command{
      "diff",
      "DATE DATE [OPTION]... | --known DATE --known DATE --on DATE [OPTION]...",
      "what changed between two days, or between two states of knowledge",
      {{"--known", "DATE", "what was known by the end of that day; twice: the two states to compare", true},
       {"--on", "DATE", "with two states of knowledge: the day asked about", false},
       with_option(),
       assume_option(),
       without_option(),
       jurisdiction_option(),
       regime_option(),
       evidence_option()},
      0,
      2,
      {"inforce diff 2025-04-08 2025-04-09", "inforce diff --known 2025-04-12 --known 2025-04-15 --on 2025-04-12"},
      print_question<question>,
      question};
  return command;
}

}  // namespace inforce::cli
