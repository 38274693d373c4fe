#include <algorithm>
#include <array>

#include "engine/model/rulebook.h"
#include "tools/inforce/output.h"
#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

/// The commands whose questions can be certified.
const std::array<const Command*, 9>& commands_that_ask() {
  static const std::array<const Command*, 9> all{&on_command(),       &when_command(),      &why_command(),
                                                 &diff_command(),     &events_command(),    &next_command(),
                                                 &coverage_command(), &conflicts_command(), &ask_command()};
  return all;
}

/// A gate is no part of a question.
bool is_asked(const Option& option) { return option.name != "--fail-on"; }

/// Those of all commands that ask; one that may be repeated with any may be repeated here, and is judged later.
std::vector<Option> all_options() {
  std::vector<Option> options{output_option()};
  for (const auto* command : commands_that_ask()) {
    for (const auto& option : command->options) {
      const auto known =
          std::find_if(options.begin(), options.end(), [&](const Option& each) { return each.name == option.name; });
      if (known != options.end()) {
        known->repeatable = known->repeatable || option.repeatable;
      } else if (is_asked(option)) {
        options.push_back(option);
      }
    }
  }
  return options;
}

/// The command that the first word names, else `ask` for a question in one line.
const Command& command_for(const std::string& word) {
  for (const auto* command : commands_that_ask()) {
    if (command->name == word) return *command;
  }
  return ask_command();
}

/// Empty, or what does not go with the command.
std::string misuse(const Arguments& arguments, const Command& command) {
  const auto name =
      &command == &ask_command() ? std::string("a question in one line") : "`" + std::string(command.name) + "`";
  for (const auto& option : certify_command().options) {
    const auto values = arguments.all(option.name);
    if (values.empty() || option.name == output_option().name) continue;
    const auto own = std::find_if(command.options.begin(), command.options.end(),
                                  [&](const Option& each) { return each.name == option.name; });
    if (own == command.options.end()) return "`" + std::string(option.name) + "` does not go with " + name;
    if (!own->repeatable && values.size() > 1) return "`" + std::string(option.name) + "` stands twice";
  }
  if (arguments.words.size() > command.most_words) {
    return "`" + arguments.words[command.most_words] + "` does not go with " + name;
  }
  if (arguments.words.size() < command.least_words) {
    return name + " needs " + std::string(command.usage.substr(0, command.usage.find(' ')));
  }
  return {};
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto& command = command_for(arguments.words.front());
  auto asked = arguments;
  if (command.name == asked.words.front()) asked.words.erase(asked.words.begin());
  const auto wrong = misuse(asked, command);
  if (!wrong.empty()) return wrong_usage(wrong, "`inforce certify --help` says what it takes", environment);
  const auto query = command.question(asked, environment);
  if (!query) return no_answer;
  const auto timeline = open_rules(arguments, environment);
  if (!timeline) return no_answer;
  const auto document = certificate(*timeline, *query);
  if (!document) {
    return say_errors(document.diagnostics(), timeline->rulebook().model().texts, arguments, environment);
  }
  return write_output(*document, arguments, environment);
}

}  // namespace

const Command& certify_command() {
  static const Command command{
      "certify",
      "'QUESTION' | COMMAND [WORD]... [OPTION]...",
      "a certificate: a question, its answer and all that it rests on, for `verify`",
      all_options(),
      1,
      4,
      {"inforce certify on 2025-07-20 --with item=H20,destination=CN -o h20.json",
       "inforce certify 'on 2025-07-20 with item=H20, destination=CN' -o h20.json",
       "inforce certify diff --known 2025-04-12 --known 2025-04-15 --on 2025-04-12"},
      carry_out,
      nullptr,
      "A certificate is canonical JSON (RFC 8785). It holds the question; the answer with its reasons; for a day or\n"
      "moment also every rule that does not apply, with the reason why, and every regime with its last review; the\n"
      "digest of the rules, the versions of the engine and of the time-zone data; and the SHA-256 of all this. It\n"
      "names no file and no clock: the same rules and versions give the same bytes anywhere.\n"};
  return command;
}

}  // namespace inforce::cli
