#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  query.ask = Ask::coverage;
  query.on = read.when_option("--on");
  query.known = read.when_option("--known");
  return read.finished(std::move(query));
}

}  // namespace

const Command& coverage_command() {
  static const Command command{
      "coverage",
      "[--on DATE] [OPTION]...",
      "what the rules cover, since when, and through which day they are reviewed",
      {{"--on", "DATE", "whether the case is covered on that day", false}, with_option(), known_option()},
      0,
      0,
      {"inforce coverage", "inforce coverage --on 2025-07-20 --with item=H20,destination=DE"},
      print_question<question>,
      question};
  return command;
}

}  // namespace inforce::cli
