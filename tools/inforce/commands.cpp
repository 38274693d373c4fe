#include <array>

#include "tools/inforce/command.h"

namespace inforce::cli {

std::span<const Command> commands() {
  static const std::array<Command, 20> all{
      on_command(),   when_command(),     why_command(),       diff_command(),     events_command(),
      next_command(), coverage_command(), conflicts_command(), timeline_command(), report_command(),
      ask_command(),  certify_command(),  verify_command(),    check_command(),    test_command(),
      fmt_command(),  impact_command(),   lsp_command(),       explain_command(),  schema_command()};
  return all;
}

std::span<const Option> global_options() {
  static const std::array<Option, 7> all{{
      {"--rules", "PATH", "a rule file or a folder of them; may be repeated", true},
      {"--format", "FORMAT", "text, json, or what the help of a command says besides", false},
      {"--json", "", "the same as --format json", false},
      {"--color", "WHEN", "auto, always or never; NO_COLOR is heeded", false},
      {"--quiet", "", "say nothing but the answer and errors", false},
      {"--version", "", "the versions of the program and of the time-zone data", false},
      {"--help", "", "this text, or that of a command", false},
  }};
  return all;
}

}  // namespace inforce::cli
