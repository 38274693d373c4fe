// Which rules a command rests on, and opening them.
#pragma once

#include <optional>

#include "tools/inforce/command.h"

namespace inforce::cli {

/// The paths of rules: `--rules`, else $INFORCE_RULES, else the nearest `rules/` upward, else the installed corpus.
[[nodiscard]] std::vector<std::string> rule_roots(const Arguments& arguments, const Environment& environment);

/// The compiled rules; where they cannot be used, says why on standard error and gives nothing.
[[nodiscard]] std::optional<Timeline> open_rules(const Arguments& arguments, Environment& environment);

/// The same, of these paths.
[[nodiscard]] std::optional<Timeline> open_rules_at(const std::vector<std::string>& roots, const Arguments& arguments,
                                                    Environment& environment);

/// How answers, and how errors, are shown.
[[nodiscard]] Style answer_style(const Arguments& arguments, const Environment& environment);
[[nodiscard]] Style error_style(const Arguments& arguments, const Environment& environment);

/// Says a wrong use of the command line on standard error; gives the exit status.
int wrong_usage(const std::string& message, const std::string& help, Environment& environment);

/// Says errors on standard error; gives the exit status.
int say_errors(std::span<const Diagnostic> found, const Sources& sources, const Arguments& arguments,
               Environment& environment);

}  // namespace inforce::cli
