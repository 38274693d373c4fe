#include <algorithm>

#include "tools/inforce/command.h"

namespace inforce::cli {

namespace {

std::string line(std::string_view left, std::string_view right) {
  constexpr std::size_t column = 26;
  std::string text = "  " + std::string(left);
  text += std::string(text.size() + 2 <= column ? column - text.size() : 2, ' ');
  return text + std::string(right) + "\n";
}

std::string option_text(const Option& option, std::string_view help) {
  return line(std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value)), help);
}

std::string options_text(std::span<const Option> options) {
  std::string text;
  for (const auto& option : options) text += option_text(option, option.help);
  return text;
}

/// The options of all commands as one of them takes them: its formats, and JSON where it has that.
std::string common_options_text(const Command& command) {
  const auto& formats = command.formats;
  const bool json = std::find(formats.begin(), formats.end(), "json") != formats.end();
  std::string text;
  for (const auto& option : global_options()) {
    if (option.name == "--json" && !json) continue;
    text += option_text(option, option.name == "--format" ? alternatives(formats) : std::string(option.help));
  }
  return text;
}

constexpr std::string_view exit_text =
    "\nExit status\n"
    "  0  answered; a restriction that was found is an answer, not a failure\n"
    "  1  a gate that was asked for is closed, such as errors found by check\n"
    "  2  no valid answer: wrong usage, an unknown id, a malformed date, rules that cannot be used\n";

std::string program_help() {
  std::string text =
      "inforce: which restrictions applied on a given date, as known when, and why\n\n"
      "Usage: inforce COMMAND [OPTION]...\n\n"
      "Examples\n"
      "  inforce on 2025-07-20\n"
      "  inforce on 2025-04-12 --known 2025-04-12 --with item=H20,destination=CN\n"
      "  inforce why us-h20-licence --on 2025-07-20\n"
      "  inforce check rules/\n\n"
      "Commands\n";
  for (const auto& command : commands()) text += line(command.name, command.summary);
  text += "\nOptions of all commands\n" + options_text(global_options());
  text +=
      "\nWithout --rules: $INFORCE_RULES, else the nearest rules/ upward from the working folder, else the\n"
      "corpus installed with the program. Dates are days such as 2025-04-09, moments such as\n"
      "2019-05-16T16:15[America/New_York], or today.\n";
  return text + std::string(exit_text) + "\nMore of a command: inforce COMMAND --help\n";
}

std::string command_help(const Command& command) {
  std::string text = "Usage: inforce " + std::string(command.name);
  if (!command.usage.empty()) text += " " + std::string(command.usage);
  text += "\n\nAnswers: " + std::string(command.summary) + "\n\nExamples\n";
  for (const auto example : command.examples) text += "  " + std::string(example) + "\n";
  if (!command.notes.empty()) text += "\n" + std::string(command.notes);
  if (!command.options.empty()) text += "\nOptions\n" + options_text(command.options);
  return text + "\nOptions of all commands\n" + common_options_text(command) + std::string(exit_text);
}

}  // namespace

std::string alternatives(const std::vector<std::string_view>& words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += i + 1 == words.size() ? " or " : ", ";
    all += words[i];
  }
  return all;
}

std::string help_text(const Command* command) { return command == nullptr ? program_help() : command_help(*command); }

}  // namespace inforce::cli
