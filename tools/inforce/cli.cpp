// The command line, read by CLI11, which stays in this file.
#include <algorithm>
#include <list>
#include <ostream>

#include <CLI/CLI.hpp>

#include "engine/calendar/zone.h"
#include "engine/diagnostics/report.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

struct Written {
  std::list<std::pair<const Option*, std::vector<std::string>>> values;
  std::vector<std::string> words;
};

/// Of options that may come so often, CLI11 takes one value each time, where they are not to take extra ones; of those
/// that may come less often, it takes all words that follow.
constexpr int often = 1 << 26;

/// Declares options so that each takes exactly one value, and may come often: that is judged later, in our words.
void declare(CLI::App& app, std::span<const Option> options, Written& written) {
  for (const auto& option : options) {
    auto& slot = written.values.emplace_back(&option, std::vector<std::string>{});
    const std::string names = option.name == "--help" ? "-h,--help" : std::string(option.name);
    if (option.value.empty()) {
      app.add_flag_callback(names, [&slot] { slot.second.assign(1, ""); });
    } else {
      app.add_option(names, slot.second)->allow_extra_args(false)->expected(1, often);
    }
  }
}

std::vector<std::string_view> names_of_commands() {
  std::vector<std::string_view> names;
  for (const auto& each : commands()) names.push_back(each.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string_view> options_of(const Command* command) {
  std::vector<std::string_view> names;
  for (const auto& option : global_options()) names.push_back(option.name);
  if (command != nullptr) {
    for (const auto& option : command->options) names.push_back(option.name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

int unexpected(const std::string& seen, const Command* command, Environment& environment) {
  if (command == nullptr && !seen.empty() && seen.front() != '-') {
    auto help = diagnostics::did_you_mean(seen, names_of_commands());
    if (help.empty()) help = "`inforce --help` lists the commands";
    return wrong_usage("no command is called `" + seen + "`", help, environment);
  }
  const auto name = command == nullptr ? std::string("inforce") : std::string(command->name);
  auto help = seen.front() == '-' ? diagnostics::did_you_mean(seen, options_of(command)) : "";
  if (help.empty()) help = "`inforce " + (command == nullptr ? "" : name + " ") + "--help` says what it takes";
  return wrong_usage("`" + seen + "` does not go with `" + name + "`", help, environment);
}

const Command* command_in(std::span<const std::string> args) {
  for (const auto& arg : args) {
    for (const auto& command : commands()) {
      if (command.name == arg) return &command;
    }
  }
  return nullptr;
}

int say_parse_error(const CLI::ParseError& error, std::span<const std::string> args, Environment& environment) {
  const std::string text = error.what();
  const auto option = text.substr(0, text.find(':'));
  const auto* command = command_in(args);
  const auto of = command == nullptr ? std::string{} : std::string(command->name) + " ";
  return wrong_usage("`" + option + "` needs a value", "`inforce " + of + "--help` says which", environment);
}

Arguments collected(const Written& global, const Written& own) {
  Arguments arguments;
  arguments.words = own.words;
  for (const auto* written : {&global, &own}) {
    for (const auto& [option, values] : written->values) {
      if (!values.empty()) arguments.options[std::string(option->name)] = values;
    }
  }
  return arguments;
}

/// Empty, or what is wrong with how often things stand, or with words that have few values.
std::string misuse(const Arguments& arguments, const Command& command) {
  for (const auto options : {global_options(), std::span<const Option>(command.options)}) {
    for (const auto& option : options) {
      const auto values = arguments.all(option.name);
      if (!option.repeatable && values.size() > 1) return "`" + std::string(option.name) + "` stands twice";
      if (!option.value.empty() && !values.empty() && values.front().empty()) {
        return "`" + std::string(option.name) + "` is empty";
      }
    }
  }
  const auto format = arguments.one("--format");
  const auto& formats = command.formats;
  const auto takes = [&](std::string_view word) { return std::count(formats.begin(), formats.end(), word) != 0; };
  if (!format.empty() && !takes(format)) return "`--format` is `" + format + "`, not " + alternatives(formats);
  if (arguments.has("--json") && !takes("json")) {
    return "`" + std::string(command.name) + "` has no JSON, only " + alternatives(formats);
  }
  const auto colour = arguments.one("--color");
  if (!colour.empty() && colour != "auto" && colour != "always" && colour != "never") {
    return "`--color` is `" + colour + "`, not auto, always or never";
  }
  if (arguments.words.size() < command.least_words) {
    return "`" + std::string(command.name) + "` needs " + std::string(command.usage.substr(0, command.usage.find(' ')));
  }
  return {};
}

int carry_out(const Command& command, const Arguments& arguments, Environment& environment) {
  if (arguments.has("--help")) {
    environment.out << help_text(&command);
    return answered;
  }
  if (arguments.words.size() > command.most_words) {
    return unexpected(arguments.words[command.most_words], &command, environment);
  }
  const auto wrong = misuse(arguments, command);
  if (!wrong.empty()) {
    return wrong_usage(wrong, "`inforce " + std::string(command.name) + " --help` says what it takes", environment);
  }
  return command.carry_out(arguments, environment);
}

int without_command(const Arguments& arguments, std::span<const std::string> args, Environment& environment) {
  if (arguments.has("--version")) {
    environment.out << "inforce " << version() << " (tzdata " << calendar::tzdata_version() << ")\n";
    return answered;
  }
  if (arguments.has("--help")) {
    environment.out << help_text(nullptr);
    return answered;
  }
  if (args.empty()) {
    environment.err << help_text(nullptr);
    return no_answer;
  }
  return wrong_usage("no command is given", "`inforce --help` lists the commands", environment);
}

int parse_and_run(std::span<const std::string> args, Environment& environment) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  app.require_subcommand(0, 1);
  Written global;
  declare(app, global_options(), global);
  std::list<Written> own;
  std::vector<std::pair<const Command*, CLI::App*>> parsers;
  for (const auto& command : commands()) {
    auto* parser = app.add_subcommand(std::string(command.name));
    parser->set_help_flag();
    parser->fallthrough();
    auto& written = own.emplace_back();
    declare(*parser, command.options, written);
    parser->add_option("words", written.words)->expected(0, 1 << 20);
    parsers.emplace_back(&command, parser);
  }
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::ParseError& error) {
    return say_parse_error(error, args, environment);
  }
  const auto rest = app.remaining(true);
  auto written = own.begin();
  for (const auto& [command, parser] : parsers) {
    if (parser->parsed()) {
      if (!rest.empty()) return unexpected(rest.front(), command, environment);
      return carry_out(*command, collected(global, *written), environment);
    }
    ++written;
  }
  if (!rest.empty()) return unexpected(rest.front(), nullptr, environment);
  return without_command(collected(global, {}), args, environment);
}

}  // namespace

int run(std::span<const std::string> args, Environment& environment) {
  const int status = parse_and_run(args, environment);
  environment.out.flush();
  if (environment.out) return status;
  environment.err << "error: standard output cannot be written\n";
  return no_answer;
}

}  // namespace inforce::cli
