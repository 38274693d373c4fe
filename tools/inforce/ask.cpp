#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  Sources sources;
  auto query = parse_query(arguments.words.front(), sources);
  if (query) return std::move(query).value();
  say_errors(query.diagnostics(), sources, arguments, environment);
  return std::nullopt;
}

}  // namespace

const Command& ask_command() {
  static const Command command{"ask",
                               "'QUESTION'",
                               "a question in one line of text",
                               {},
                               1,
                               1,
                               {"inforce ask 'on 2025-04-12 known 2025-04-12'", "inforce ask 'when us-h20-licence'",
                                "inforce ask 'diff 2025-04-08 2025-04-09'"},
                               print_question<question>,
                               question};
  return command;
}

}  // namespace inforce::cli
