#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  query.ask = Ask::conflicts;
  query.from = read.day_option("--from");
  query.through = read.day_option("--to");
  query.known = read.when_option("--known");
  return read.finished(std::move(query));
}

}  // namespace

const Command& conflicts_command() {
  static const Command command{
      "conflicts",
      "[--from DATE] [--to DATE] [OPTION]...",
      "when rules of two jurisdictions bind one case to opposite conduct, or both restrict one item",
      {{"--from", "DATE", "the first day", false},
       {"--to", "DATE", "the last day, included", false},
       with_option(),
       known_option(),
       assume_option(),
       without_option(),
       evidence_option()},
      0,
      0,
      {"inforce conflicts --from 2025-01-01 --to 2025-12-31", "inforce conflicts --with item=H200,destination=CN"},
      print_question<question>,
      question};
  return command;
}

}  // namespace inforce::cli
