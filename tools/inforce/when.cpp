#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  query.ask = Ask::when;
  query.id = arguments.words.front();
  query.known = read.when_option("--known");
  return read.finished(std::move(query));
}

}  // namespace

const Command& when_command() {
  static const Command command{"when",
                               "ID [OPTION]...",
                               "the intervals and attributes of a restriction, authorization or group member",
                               {known_option(), with_option(), assume_option(), without_option(), evidence_option()},
                               1,
                               1,
                               {"inforce when us-h20-licence", "inforce when us-entity-list/huawei --json",
                                "inforce when us-h20-licence --known 2025-04-14"},
                               print_question<question>,
                               question};
  return command;
}

}  // namespace inforce::cli
