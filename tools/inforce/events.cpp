#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  query.ask = Ask::events;
  query.from = read.day_option("--from");
  query.through = read.day_option("--to");
  query.known = read.when_option("--known");
  query.authority = arguments.one("--authority");
  query.id = arguments.one("--touching");
  return read.finished(std::move(query));
}

}  // namespace

const Command& events_command() {
  static const Command command{
      "events",
      "[OPTION]...",
      "the events in order of their dates",
      {{"--from", "DATE", "the first day", false},
       {"--to", "DATE", "the last day, included", false},
       {"--authority", "ID", "only those of this authority", false},
       {"--touching", "ID", "only those with an effect on this measure or group", false},
       known_option(),
       jurisdiction_option(),
       regime_option(),
       evidence_option()},
      0,
      0,
      {"inforce events --from 2025-04-01 --to 2025-08-31", "inforce events --touching us-h20-licence --json",
       "inforce events --format md > chronicle.md"},
      print_question<question>,
      question,
      "--format takes text, json or md, a chronicle in Markdown for readers.\n",
      {"text", "json", "md"}};
  return command;
}

}  // namespace inforce::cli
