#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  if (!arguments.has("--on")) {
    wrong_usage("`why` needs the day asked about", "add it: `--on 2025-07-20`", environment);
    return std::nullopt;
  }
  QuestionReader read(arguments, environment);
  Query query;
  query.ask = Ask::why;
  query.id = arguments.words.front();
  query.on = read.when_option("--on");
  query.known = read.when_option("--known");
  return read.finished(std::move(query));
}

}  // namespace

const Command& why_command() {
  static const Command command{"why",
                               "ID --on DATE|MOMENT [OPTION]...",
                               "the reasons for the status of a measure, with citations",
                               {{"--on", "DATE", "the day or moment asked about", false},
                                known_option(),
                                with_option(),
                                assume_option(),
                                without_option(),
                                evidence_option()},
                               1,
                               1,
                               {"inforce why us-h20-licence --on 2025-04-12",
                                "inforce why us-h20-licence --on 2025-04-12 --with item=H20,destination=CN"},
                               print_question<question>,
                               question};
  return command;
}

}  // namespace inforce::cli
