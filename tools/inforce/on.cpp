#include <algorithm>
#include <array>

#include "tools/inforce/question.h"

namespace inforce::cli {

namespace {

constexpr std::array<Verdict, 7> verdicts{
    Verdict::clear,      Verdict::notify,       Verdict::conditional, Verdict::licence_required,
    Verdict::prohibited, Verdict::undetermined, Verdict::not_covered};

std::optional<Verdict> verdict_named(const std::string& word) {
  const auto* found =
      std::find_if(verdicts.begin(), verdicts.end(), [&](Verdict verdict) { return to_string(verdict) == word; });
  if (found == verdicts.end()) return std::nullopt;
  return *found;
}

int status_for(const Answer& answer, const std::optional<Verdict>& gate) {
  const auto& verdict = std::get<OnAnswer>(answer.content).verdict;
  return gate && verdict && *verdict >= *gate ? gate_closed : answered;
}

std::optional<Query> question(const Arguments& arguments, Environment& environment) {
  QuestionReader read(arguments, environment);
  Query query;
  query.ask = Ask::on;
  query.on = read.when(arguments.words.front());
  query.known = read.when_option("--known");
  query.all = arguments.has("--all");
  return read.finished(std::move(query));
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto query = question(arguments, environment);
  if (!query) return no_answer;
  std::optional<Verdict> gate;
  if (arguments.has("--fail-on")) {
    gate = verdict_named(arguments.one("--fail-on"));
    if (!gate) {
      return wrong_usage("`--fail-on` is `" + arguments.one("--fail-on") + "`",
                         "verdicts are clear, notify, conditional, licence-required, prohibited, undetermined and "
                         "not-covered",
                         environment);
    }
    if (query->facts.empty()) {
      return wrong_usage("`--fail-on` needs a verdict, and without facts there is none",
                         "describe the case: `--with item=H20`", environment);
    }
  }
  return print_answer(*query, arguments, environment, [&](const Answer& answer) { return status_for(answer, gate); });
}

}  // namespace

const Command& on_command() {
  static const Command command{"on",
                               "DATE|MOMENT [OPTION]...",
                               "what was in force on a day or at a moment",
                               {known_option(),
                                with_option(),
                                assume_option(),
                                without_option(),
                                jurisdiction_option(),
                                regime_option(),
                                evidence_option(),
                                {"--all", "", "also what has ended, has not begun, never was, or is context", false},
                                {"--fail-on", "VERDICT", "exit status 1 for that verdict and more severe ones", false}},
                               1,
                               1,
                               {"inforce on 2025-07-20", "inforce on 2025-04-12 --known 2025-04-12",
                                "inforce on 2025-07-20 --with item=H20,destination=CN --json",
                                "inforce on '2019-05-16T16:15[America/New_York]'"},
                               carry_out,
                               question};
  return command;
}

}  // namespace inforce::cli
