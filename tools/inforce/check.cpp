#include <ostream>

#include "tools/inforce/check_output.h"
#include "tools/inforce/check_settings.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto settings = check_settings(arguments, environment);
  if (!settings) return no_answer;
  const auto roots = arguments.words.empty() ? rule_roots(arguments, environment) : arguments.words;
  Sources sources;
  const auto report = check(environment.files, roots, *settings, sources);
  const int status = write_report(report, sources, arguments, environment);
  if (status != answered) return status;
  return report.count(Severity::error) > 0 ? gate_closed : answered;
}

}  // namespace

const Command& check_command() {
  static const Command command{"check",
                               "[PATH]... [OPTION]...",
                               "validates rule files",
                               {},
                               0,
                               1000000,
                               {"inforce check", "inforce check rules/ --json", "inforce check draft.yaml"},
                               carry_out};
  return command;
}

}  // namespace inforce::cli
