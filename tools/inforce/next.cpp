#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  query.ask = Ask::next;
  if (arguments.has("--from")) {
    query.from = read.day_option("--from");
  } else if (const auto today = read.when("today")) {
    query.from = today->day;
  }
  query.known = read.when_option("--known");
  return read.finished(std::move(query));
}

}  // namespace

const Command& next_command() {
  static const Command command{
      "next",
      "[--from DATE] [OPTION]...",
      "what is still to come: effective dates, compliance dates, ends, resumptions",
      {{"--from", "DATE", "the day to look forward from; without it today, which is printed", false},
       known_option(),
       assume_option(),
       without_option(),
       jurisdiction_option(),
       regime_option(),
       evidence_option()},
      0,
      0,
      {"inforce next --from 2025-08-01", "inforce next --from today --json"},
      print_question<question>,
      question};
  return command;
}

}  // namespace inforce::cli
