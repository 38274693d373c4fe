// A command as data: what it takes, what it says of itself, and the function that carries it out.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/inforce/environment.h"

namespace inforce::cli {

struct Option {
  std::string_view name;   ///< `--known`.
  std::string_view value;  ///< `DATE`; empty for a flag.
  std::string_view help;
  bool repeatable = false;
};

/// What was written on the command line, unread.
struct Arguments {
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>, std::less<>> options;  ///< By name; a flag has one empty value.

  [[nodiscard]] bool has(std::string_view option) const { return options.find(option) != options.end(); }
  [[nodiscard]] std::vector<std::string> all(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::vector<std::string>{} : found->second;
  }
  [[nodiscard]] std::string one(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() || found->second.empty() ? std::string{} : found->second.front();
  }
};

struct Command {
  std::string_view name;
  std::string_view usage;  ///< What stands after the name.
  std::string_view summary;
  std::vector<Option> options;
  std::size_t least_words = 0;
  std::size_t most_words = 0;
  std::vector<std::string_view> examples;
  int (*carry_out)(const Arguments&, Environment&) = nullptr;
  /// Of a command that answers a question: what is asked. Nothing where that is not understood, which has been said.
  std::optional<Query> (*question)(const Arguments&, Environment&) = nullptr;
  std::string_view notes = {};                               ///< Lines that its help says besides.
  std::vector<std::string_view> formats = {"text", "json"};  ///< The words that `--format` takes.
};

/// All commands, in the order in which help lists them.
[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] std::span<const Option> global_options();

[[nodiscard]] const Command& on_command();
[[nodiscard]] const Command& when_command();
[[nodiscard]] const Command& why_command();
[[nodiscard]] const Command& diff_command();
[[nodiscard]] const Command& events_command();
[[nodiscard]] const Command& next_command();
[[nodiscard]] const Command& coverage_command();
[[nodiscard]] const Command& conflicts_command();
[[nodiscard]] const Command& timeline_command();
[[nodiscard]] const Command& report_command();
[[nodiscard]] const Command& ask_command();
[[nodiscard]] const Command& certify_command();
[[nodiscard]] const Command& verify_command();
[[nodiscard]] const Command& check_command();
[[nodiscard]] const Command& test_command();
[[nodiscard]] const Command& impact_command();
[[nodiscard]] const Command& lsp_command();
[[nodiscard]] const Command& fmt_command();
[[nodiscard]] const Command& explain_command();
[[nodiscard]] const Command& schema_command();

/// `a, b or c`.
[[nodiscard]] std::string alternatives(const std::vector<std::string_view>& words);

/// The help of the program, or of one command.
[[nodiscard]] std::string help_text(const Command* command);

}  // namespace inforce::cli
